"""Slips of the keyboard in one line of YAML: which, where, and how the line is mended."""

import re

from site_builder.mistakes import yaml as mistakes
from site_builder.model.words import Words
from site_builder.stages.complaints import BRACKET, COLON, ESCAPE, QUOTE, SECOND_COLON, SIGN, TAIL
from site_builder.stages.lines import Line, closing
from site_builder.stages.mend import Edit, Slip
from site_builder.stages.signs import HOLE

_WIDE_COLON = re.compile(r"([A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,12})[ \u3000]*：[\s\u3000]*")
_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,12}):(?![ :]|//|$)([\u3000\xa0]*)")
_NO_COLON = re.compile(r"([a-z_][a-z0-9_-]*)(?: *[=＝；;] *|[ \u3000]+)(?=\S)")
_NO_DASH_SPACE = re.compile(r"-(?=[^\s\d-])")
_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU\n])")
_INNER_COLON = re.compile(r":(?=\s|$)")
_DECORATION = re.compile(r"\*[\w-]+\s*(?:#|$)|&[\w-]+(?:\s|$)|!\S*(?:\s|$)")
_FLOW_COMMA = re.compile(r"，\s*(?=[a-z_][a-z0-9_-]*\s*[:：])")
_FLOW_COLON = re.compile(r"(?<=[{,，\s])([a-z_][a-z0-9_-]*)：\s*")
_COMMENT = re.compile(r"\s+#|\s*$")


def quoted(text: str) -> str:
    """The text in quotation marks, so that YAML takes every character of it for itself."""
    text = text.rstrip()
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def value_slips(line: Line) -> list[Slip]:
    """What is wrong with the value of a line that goes on in no other line."""
    value, at = line.value, line.value_at
    sign = value[:1]
    if not sign:
        return []
    if sign in "'\"":
        return _quotation(line)
    if sign in "[{":
        return _bracket(line)
    dash = line.key and (value == "-" or value.startswith("- "))
    if dash or (sign in "|>" and not line.is_block) or (sign in "@`%&*!" and not _DECORATION.match(value)):
        return [_unread(line, at, SIGN, quoted(value))]
    inner = _INNER_COLON.search(value.partition(" #")[0])
    if line.key and inner is not None:
        return [_unread(line, at + inner.start(), SECOND_COLON, quoted(value))]
    return []


def key_slips(line: Line) -> list[Slip]:
    """What is wrong with a line that has no name where there should be one."""
    text, at = line.value, line.column
    if (match := _WIDE_COLON.match(text)) is not None:
        edit = Edit(at + match.end(1), at + match.end(), ": ")
        return [Slip(at + match[0].index("："), mistakes.FULL_WIDTH_COLON, {"key": match[1]}, (edit,))]
    if (match := _NO_SPACE.match(text)) is not None:
        edit = Edit(at + match.end(1), at + match.end(), ": ")
        mistake = mistakes.WIDE_SPACE if match[2] else mistakes.NO_SPACE
        return [Slip(at + match.end(1) + bool(match[2]), mistake, {"key": match[1]}, (edit,))]
    if (match := _NO_COLON.match(text)) is not None:
        return [_syntax(at, COLON, (Edit(at + match.end(1), at + match.end(), ": "),))]
    return []


def dash_slips(line: Line) -> list[Slip]:
    """A dash without the space that makes it the sign of a list."""
    if line.dash >= 0 or not _NO_DASH_SPACE.match(line.text, line.indent):
        return []
    at = line.indent
    return [Slip(at, mistakes.NO_DASH_SPACE, {}, (Edit(at, at + 1, "- "),))]


def wide_spaces(line: Line) -> list[Slip]:
    """A full-width or unbreakable space where YAML wants a plain one: before or behind a name or dash."""
    text = line.text
    edits = []
    at = 0
    while at < len(text) and text[at] in " -\u3000\xa0":
        if text[at] in "\u3000\xa0":
            edits.append(Edit(at, at + 1, "  " if text[at] == "\u3000" and not text[:at].strip() else " "))
        at += 1
    if not edits:
        return []
    return [Slip(edits[0].begin, mistakes.WIDE_SPACE, {}, tuple(edits))]


def _quotation(line: Line) -> list[Slip]:
    value, at = line.value, line.value_at
    end = closing(value, 0)
    if end < 0:
        return [_syntax(at, QUOTE, (Edit(at, at + len(value), quoted(value[1:])),))]
    if (tail := _tail(value, end)) >= 0:
        return [_unread(line, at + tail, TAIL, quoted(value))]
    escape = _ESCAPE.search(value, 0, end) if value[0] == '"' else None
    if escape is None:
        return []
    single = "'" + value[1:end].replace("'", "''") + "'" + value[end + 1 :]
    return [_unread(line, at + escape.start(), ESCAPE, single)]


def _bracket(line: Line) -> list[Slip]:
    value, at = line.value, line.value_at
    slips = _full_width(value, at) if "{" in value else []
    end = closing(value, 0)
    if end < 0:
        text = value.rstrip()
        missing = "".join("]" if sign == "[" else "}" for sign in reversed(_open(text)))
        place = at + len(text)
        return [*slips, _syntax(at, BRACKET, (Edit(place, place, missing),))]
    if (tail := _tail(value, end)) >= 0:
        return [_unread(line, at + tail, TAIL, quoted(value))]
    return slips


def _tail(value: str, end: int) -> int:
    """Where text begins behind the closing sign at `end`, -1 when there is none but a comment."""
    tail = value[end + 1 :]
    return -1 if _COMMENT.match(tail) else end + 1 + len(tail) - len(tail.lstrip())


def _full_width(value: str, at: int) -> list[Slip]:
    """Full-width commas and colons between names and values inside braces."""
    commas = [
        Slip(at + one.start(), mistakes.FULL_WIDTH_COMMA, {}, (Edit(at + one.start(), at + one.end(), ", "),))
        for one in _FLOW_COMMA.finditer(value)
    ]
    colons = [
        Slip(
            at + one.end(1),
            mistakes.FULL_WIDTH_COLON,
            {"key": one[1]},
            (Edit(at + one.end(1), at + one.end(), ": "),),
        )
        for one in _FLOW_COLON.finditer(value)
    ]
    return sorted([*commas, *colons], key=lambda slip: slip.column)


def _open(text: str) -> str:
    """The brackets of `text` that are not closed, from the outside in."""
    found = ""
    for sign in text:
        if sign in "[{":
            found += sign
        elif sign in "]}":
            found = found[:-1]
    return found


def _syntax(column: int, words: Words, edits: tuple[Edit, ...]) -> Slip:
    return Slip(column, mistakes.SYNTAX, {"found": words}, edits)


def _unread(line: Line, column: int, words: Words, mended: str) -> Slip:
    """A value that is left out: it should be `mended`, but whether that is what its field wants, nobody knows."""
    corrected = (line.text[: line.value_at] + mended).strip()
    edit = Edit(line.value_at, line.value_at + len(line.value), HOLE)
    return Slip(column, mistakes.SYNTAX, {"found": words, "corrected": corrected}, (edit,))
