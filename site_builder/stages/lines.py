"""What each line of a YAML file is by its look alone: indentation, dashes, name, value.

Only asked when the file cannot be read, to find what a clerk would find on looking at it; what YAML says is never
decided here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.stages.limits import DEEPEST

_LINE = re.compile(r"( *)((?:-(?: +|$))*)(.*?) *$")
_KEY = re.compile(
    r"(\"(?:[^\"\\]|\\.)*\"|'[^']*'|(?:[^\s\"'\[\]{}#&*!|>%@`,?-]|-(?!\s))(?:[^:#{}\[\]\"：]|(?<!\s)#)*?)"
    r" *:(?: +|$)(.*)"
)
_BLOCK = re.compile(r"[|>][-+0-9]*(?:\s+#.*|\s*)$")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'")

FARTHEST = 40
"""So many lines below are searched for the end of a quotation or bracket."""


class Line(NamedTuple):
    """A line that says something of its own; columns and numbers count from 0."""

    number: int
    text: str
    dash: int
    """The column of the last dash, -1 without one."""
    column: int
    """Where what stands behind indentation and dashes begins."""
    key: str
    """The name, without quotes; empty when there is none."""
    value_at: int
    value: str
    """What stands behind the name, or everything behind the dashes; may go on in the lines below."""
    end: int
    """The number of the next line that does not belong to the value."""

    @property
    def indent(self) -> int:
        """How many spaces the line begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_block(self) -> bool:
        """Whether the value is a long text in the lines below."""
        return _BLOCK.match(self.value) is not None

    @property
    def is_open(self) -> bool:
        """Whether the value, if there is one, stands in the lines below."""
        return not self.value or self.value[0] == "#"

    @property
    def level(self) -> int:
        """The column that must be passed by everything that belongs to this line."""
        return self.column if self.key or self.dash < 0 else self.dash


def structure(lines: list[str]) -> Iterator[Line]:
    """The lines that name something or begin a value; never comments, nor the inside of a value."""
    number = 0
    while number < len(lines):
        line = look(lines, number)
        if line is not None:
            yield line
        number = line.end if line is not None else number + 1


def look(lines: list[str], number: int) -> Line | None:
    """The line of that number with everything that belongs to its value; None when it says nothing, or is not there."""
    bare = lines[number].strip() if number < len(lines) else ""
    if not bare or bare[0] == "#" or bare in ("---", "..."):
        return None
    line = dissected(number, lines[number])
    return line._replace(end=_end(lines, line))


def dissected(number: int, text: str) -> Line:
    """The parts of one line, as if it stood alone."""
    match = _LINE.match(text)
    assert match is not None  # the pattern fits any line
    indent, dashes, rest = match.groups()
    column = len(indent) + len(dashes)
    dash = len(indent) + dashes.rstrip().rfind("-") if dashes else -1
    named = _KEY.match(rest)
    if named is None:
        return Line(number, text, dash, column, "", column, rest, number + 1)
    key = named[1][1:-1] if named[1][0] in "\"'" else named[1]
    return Line(number, text, dash, column, key, column + named.start(2), named[2], number + 1)


def bare_indent(text: str) -> int:
    """How far in a line stands if every tab and wide space before it is passed over."""
    return text[: len(text) - len(text.lstrip())].count(" ")


def closing(text: str, at: int) -> int:
    """Where the quotation mark or bracket that opens at `at` is closed, -1 when it is not."""
    if text[at] in "\"'":
        match = (_DOUBLE if text[at] == '"' else _SINGLE).match(text, at)
        return match.end() - 1 if match else -1
    depth = 0
    before = ""
    while at < len(text):
        sign = text[at]
        if sign in "\"'" and before in ("[", "{", ",", ":"):
            at = closing(text, at)
            if at < 0:
                return -1
        elif sign in "[{":
            depth += 1
            if depth > DEEPEST:
                return -1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return at
        before = before if sign in " \n" else sign
        at += 1
    return -1


def _end(lines: list[str], line: Line) -> int:
    """The number of the first line below that is not part of the value."""
    if line.is_block:
        return _below(lines, line)
    if line.value[:1] not in ("'", '"', "[", "{") or closing(line.value, 0) >= 0:
        return line.number + 1
    last = min(_below(lines, line), line.number + FARTHEST)
    if line.value[0] in "[{" and last < len(lines) and lines[last].strip()[:1] in ("]", "}"):
        last += 1
    text = "\n".join([line.value, *lines[line.number + 1 : last]])
    found = closing(text, 0)
    return line.number + 1 + (text.count("\n", 0, found) if found >= 0 else 0)


def _below(lines: list[str], line: Line) -> int:
    """The number of the first line below that does not stand further in."""
    number = line.number + 1
    while number < len(lines):
        text = lines[number]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= line.level:
            break
        number += 1
    return number
