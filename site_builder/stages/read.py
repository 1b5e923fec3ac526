"""From bytes to text: the encoding, the characters and the size that every later step may rely on."""

import re
import unicodedata

from site_builder.mistakes import files
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Source
from site_builder.model.words import Words

LARGEST = 1_000_000
"""Bytes of a YAML or Markdown file."""
LARGEST_TABLE = 8_000_000
"""Bytes of a CSV file."""
LONGEST_LINE = 20_000
"""Characters of a line; libyaml is known to crash on deeper nesting than fits into that."""

# Control characters, line separators that YAML but not git takes for line ends, bidirectional controls, zero-width and
# tag characters, private use, non-characters: none of them can be seen by whoever reviews the file.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} |version https://git-lfs)", re.MULTILINE)


def read(source: Source) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with ``\\n`` line ends and without a byte order mark, or None and why it cannot be had."""
    limit = LARGEST_TABLE if source.path.endswith(".csv") else LARGEST
    if len(source.content) > limit:
        sizes = {"found": f"{len(source.content) / 1e6:.1f} MB", "limit": f"{limit / 1e6:.0f} MB"}
        return None, (Problem(Location(source.path), files.TOO_LARGE, sizes),)
    content = source.content.removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, (_not_utf8(source.path, 1, 1, Words("：像是 UTF-16", ": it looks like UTF-16")),)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(source.path, content, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = (*_bad_characters(source.path, text), *_bad_lines(source.path, text))
    return (None if problems else text), problems


def invisible(character: str) -> dict[str, str]:
    """What a character that nobody can see is called."""
    return {"name": unicodedata.name(character, "CONTROL"), "code": f"U+{ord(character):04X}"}


def _bad_characters(path: str, text: str) -> tuple[Problem, ...]:
    if not FORBIDDEN.search(text):
        return ()
    return tuple(
        Problem(
            _at(path, text, match.start()),
            files.FORBIDDEN_CHARACTER,
            invisible(match[0]),
        )
        for match in FORBIDDEN.finditer(text)
    )[:20]


def _bad_lines(path: str, text: str) -> tuple[Problem, ...]:
    problems = [
        Problem(_at(path, text, match.start()), files.CONFLICT_MARKER, {"found": match[0].strip()})
        for match in _CONFLICT.finditer(text)
    ]
    if len(text) > LONGEST_LINE:
        problems += [
            Problem(Location(path, number), files.LONG_LINE, {"found": len(line), "limit": LONGEST_LINE})
            for number, line in enumerate(text.split("\n"), 1)
            if len(line) > LONGEST_LINE
        ]
    return tuple(problems)


def _at(path: str, text: str, index: int) -> Location:
    return Location(path, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


def _undecodable(path: str, content: bytes, start: int) -> Problem:
    line = content.count(b"\n", 0, start) + 1
    begin = content.rfind(b"\n", 0, start) + 1
    column = len(content[begin:start].decode("utf-8", "replace")) + 1
    return _not_utf8(path, line, column, _guess(content))


def _guess(content: bytes) -> Words:
    if b"\x00" in content[:200]:
        return Words("：像是 UTF-16", ": it looks like UTF-16")
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return Words("", "")
    return Words("：像是 GBK（Windows 中文“ANSI”）", ": it looks like GBK (what Chinese Windows calls “ANSI”)")


def _not_utf8(path: str, line: int, column: int, guess: Words) -> Problem:
    return Problem(Location(path, line, column), files.NOT_UTF8, {"line": line, "guess": guess})
