"""Chinese titles in the order of the Latin alphabet, as a printed index has them.

No dictionary is needed: the 3,755 common characters of GB 2312 stand in the order of their pinyin there, and a code
tells between which letters a character lies. Where a character has several readings, the one of that standard counts
(重 under Z, 长 under C); rarer characters, which the standard orders by strokes, come after Z.
"""

import re
from bisect import bisect

OTHER = "#"
"""The letter of what has none."""
_FIRST = {
    "A": 0xB0A1, "B": 0xB0C5, "C": 0xB2C1, "D": 0xB4EE, "E": 0xB6EA, "F": 0xB7A2, "G": 0xB8C1, "H": 0xB9FE,
    "J": 0xBBF7, "K": 0xBFA6, "L": 0xC0AC, "M": 0xC2E8, "N": 0xC4C3, "O": 0xC5B6, "P": 0xC5BE, "Q": 0xC6DA,
    "R": 0xC8BB, "S": 0xC8F6, "T": 0xCBFA, "W": 0xCDDA, "X": 0xCEF4, "Y": 0xD1B9, "Z": 0xD4D1, OTHER: 0xD7FA,
}  # fmt: skip
_LETTERS = [OTHER, *_FIRST]
_CODES = [code.to_bytes(2) for code in _FIRST.values()]
_LEAD = re.compile(r"(?:[\W\d_]|年度?|学年度?|[上下]半年|[春秋]季?(?:学期)?)*")
"""What a title may begin with that nobody looks under: years, terms, quotation marks."""


def place(title: str) -> tuple[str, bytes]:
    """The letter under which a title stands, and by what it is put in order there."""
    lead = _LEAD.match(title)
    bared = (title[lead.end() :] if lead else "") or title
    key = bared.upper().encode("gb2312", "replace")
    if key[:1] < b"\x80":
        first = key[:1].decode()
        return first if "A" <= first <= "Z" else OTHER, key
    return _LETTERS[bisect(_CODES, key[:2])], key
