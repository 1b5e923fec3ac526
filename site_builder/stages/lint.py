"""Slips that YAML accepts without a word although they change what is said; they are told before it is asked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder.mistakes import yaml as mistakes
from site_builder.stages.complaints import SIGN
from site_builder.stages.lines import Line, bare_indent, closing, structure
from site_builder.stages.mend import Desk, Edit, Mended, Slip
from site_builder.stages.signs import HOLE
from site_builder.stages.slips import quoted


def lint(path: str, text: str) -> Mended:
    """The text with its silent slips mended, and a problem for each of them."""
    if not ("\t" in text or "\n%" in text or text.startswith("%") or _may_hide(text)):
        return Mended(text)
    desk = Desk(path, text)
    for number, line in enumerate(desk.lines):
        desk.mend(number, [*_tabs(line), *_directives(line)])
        if desk.full:
            return desk.done()
    for looked in structure(desk.lines):
        if desk.full:
            break
        desk.mend(looked.number, list(_comments(looked, desk.lines)))
    bare = {number: bare_indent(line) for number, line in enumerate(text.split("\n")) if "\t" in line}
    return replace(desk.done(), bare=bare)


def _may_hide(text: str) -> bool:
    """Whether some ` #` stands behind something, as a comment that may not be meant as one."""
    at = text.find(" #")
    while at >= 0:
        if (
            text[at + 2 : at + 3] not in ("", " ", "#", "\n")
            and text[text.rfind("\n", 0, at) + 1 : at].strip()
        ):
            return True
        at = text.find(" #", at + 2)
    return False


def _tabs(line: str) -> Iterator[Slip]:
    if "\t" in line:
        indent = len(line) - len(line.lstrip(" \t"))
        edits = tuple(
            Edit(at, at + 1, "  " if at < indent else " ") for at, sign in enumerate(line) if sign == "\t"
        )
        yield Slip(line.index("\t"), mistakes.TABULATOR, {}, edits)


def _directives(line: str) -> Iterator[Slip]:
    if line.startswith("%"):
        yield Slip(0, mistakes.SYNTAX, {"found": SIGN}, (Edit(0, len(line), ""),))


def _comments(line: Line, lines: list[str]) -> Iterator[Slip]:
    """A comment without a space behind its ``#``: most likely the rest of the value."""
    value = line.value
    if line.is_block or line.end > line.number + 1 or " #" not in f" {value}":
        return
    if value[:1] in ("[", "{"):
        yield from _inside(line)
    if value[:1] in ("'", '"', "[", "{"):
        return  # behind a quotation or a list nothing else can stand, so it can only be a comment
    match = re.search(r"(?:^|(?<= ))#[^\s#].*$", value)
    if match is None or " # " in value[: match.start()]:
        return
    if match.start() == 0 and ((not line.key and line.dash < 0) or _goes_on(line, lines)):
        return
    yield _hidden(line, match.start(), 0, len(value))


def _inside(line: Line) -> Iterator[Slip]:
    """A list or group that never ends because of what looks like a comment inside."""
    value, hash_ = line.value, line.value.find(" #")
    if hash_ < 0 or closing(value[:hash_], 0) >= 0 or value[hash_ + 2 : hash_ + 3] in ("", " "):
        return
    begin = max(value.rfind(sign, 0, hash_) for sign in "[{,:") + 1
    begin += len(value[begin:hash_]) - len(value[begin:hash_].lstrip())
    end = min((found for sign in ",]}" if (found := value.find(sign, hash_)) >= 0), default=len(value))
    yield _hidden(line, hash_ + 1, begin, end)


def _hidden(line: Line, at: int, begin: int, end: int) -> Slip:
    """What the ``#`` at a place of the value swallows; what should be quoted begins and ends at the others."""
    value, sign = line.value, line.value_at + at
    mended = line.text[: line.value_at] + value[:begin] + quoted(value[begin:end]) + value[end:]
    values = {"key": line.key, "found": value[at:].rstrip(), "corrected": mended.strip()}
    return Slip(sign, mistakes.HIDDEN_COMMENT, values, (Edit(sign, sign + 1, HOLE),))


def _goes_on(line: Line, lines: list[str]) -> bool:
    """Whether the lines below belong to the name: then what stands behind it can only be a comment."""
    below = next((text for text in lines[line.end :] if text.strip()), "")
    indent = len(below) - len(below.lstrip(" "))
    return indent > line.level or (indent == line.level and below.lstrip().startswith("- "))
