"""The line of a file that a problem is in, as a terminal shows it, and a caret under the very character."""

import unicodedata
from pathlib import Path

from site_builder.edge.project import read_bytes
from site_builder.model.private_numbers import hidden
from site_builder.model.problem import Location
from site_builder.stages.limits import LARGEST_TABLE

WIDEST = 96
"""Columns of the terminal that a line may take."""
_BEFORE = 60
"""Columns of a long line that are shown before the caret."""
_TEXTS = (".yaml", ".yml", ".md", ".csv", ".html", ".css", ".xml", ".txt")


def excerpt(lines: tuple[str, ...], where: Location) -> tuple[str, ...]:
    """The line, numbers of persons hidden, and the line with the caret; nothing when there is nothing to be shown."""
    if not 0 < where.line <= len(lines) or not lines[where.line - 1].strip():
        return ()
    return window(hidden(lines[where.line - 1]), where.column)


def lines_of(root: Path, path: str) -> tuple[str, ...]:
    """The lines of a file as `read` counts them; none when it is not a text or cannot be read."""
    if not path.endswith(_TEXTS):
        return ()
    try:
        content = read_bytes(root, path, most=LARGEST_TABLE + 1)
    except (OSError, ValueError):
        return ()
    return tuple(content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n"))


def window(line: str, column: int) -> tuple[str, str]:
    """As much of a line as fits around a column counted from 1, and the caret under that column."""
    signs = [(" " if sign == "\t" else sign if sign.isprintable() else "·") for sign in line]
    at = min(column - 1, len(signs))
    begin, end = 0, len(signs)
    if sum(map(width, signs)) > WIDEST:
        begin = _reach(signs, at, _BEFORE, -1)
        end = _reach(signs, begin, WIDEST, 1)
    head, tail = "…" * (begin > 0), "…" * (end < len(signs))
    indent = len(head) + sum(map(width, signs[begin:at]))
    return head + "".join(signs[begin:end]) + tail, " " * indent + "^"


def printable(text: str) -> str:
    """The text without anything that a terminal would obey or hide."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else "·" for sign in text)


def width(sign: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _reach(signs: list[str], at: int, columns: int, step: int) -> int:
    """How far one gets from a character with so many columns, backwards or forwards."""
    while 0 <= at + min(step, 0) < len(signs):
        columns -= width(signs[at + min(step, 0)])
        if columns < 0:
            break
        at += step
    return at
