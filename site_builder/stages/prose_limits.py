"""Says which texts are not even tried: those too long to read, and those with characters that no page can show."""

import re

from site_builder.mistakes.files import FORBIDDEN_CHARACTER
from site_builder.mistakes.prose import TOO_LONG
from site_builder.model.words import Words
from site_builder.stages.prose_figures import Trouble

_MOST_CHARACTERS, _MOST_LINES = 200_000, 10_000
_CONTROL = Words("控制字符", "control character")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def refuse(text: str) -> list[Trouble]:
    """Why `text` is not even tried."""
    lines = text.count("\n") + 1
    if len(text) > _MOST_CHARACTERS or lines > _MOST_LINES:
        most = {"most": _MOST_CHARACTERS, "most_lines": _MOST_LINES}
        return [Trouble(0, TOO_LONG, {"length": len(text), "lines": lines, **most})]
    return [
        Trouble(match.start(), FORBIDDEN_CHARACTER, {"name": _CONTROL, "code": f"U+{ord(match[0]):04X}"})
        for match in _FORBIDDEN.finditer(text)
    ]
