"""From the events of a YAML parser to a tree: what a value or a mapping of a record may be."""

import re
from dataclasses import dataclass, field
from typing import Any

from site_builder.mistakes import files
from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.source import Mapping, Node, Scalar
from site_builder.stages.limits import MOST_TOLD
from site_builder.stages.signs import FORBIDDEN, HOLE, invisible

TOLD = "*"
"""The style of a value that cannot be used because of what is told already."""

_DECORATION = re.compile(r"[!&*]\S*\s*")
_SHORT = {"\0": "0", "\a": "a", "\b": "b", "\t": "t", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", "\x85": "N",
          "\u2028": "L", "\u2029": "P"}  # fmt: skip
_NO_NAME = re.compile("[：:{}\\[\\]\u3000\xa0]")
_MERGED = {"found": "<<", "corrected": "title: …"}
_CONTROL = re.compile(FORBIDDEN.pattern[:-1] + "\t]")


@dataclass(slots=True)
class Growth:
    """What has been read of a file so far."""

    path: str
    text: str
    root: Node | None = None
    faults: list[Problem] = field(default_factory=list)
    """What is wrong but does not stop the reading."""
    lines: list[str] = field(default_factory=list)
    """Of the text, once somebody needs them."""
    doubtful: bool = False
    """Whether a value looks as if YAML took several lines for one."""

    def tell(self, mark: Any, mistake: Mistake, **values: object) -> None:
        """Note a problem at a mark of the parser."""
        self.note(Location(self.path, mark.line + 1, mark.column + 1), mistake, values)

    def note(self, where: Location, mistake: Mistake, values: dict[str, Any]) -> None:
        """Note a problem at a place, unless there are more than anybody reads."""
        if len(self.faults) < MOST_TOLD:
            self.faults.append(Problem(where, mistake, values))

    def line(self, mark: Any) -> str:
        """The line that a mark of the parser is in."""
        self.lines = self.lines or self.text.split("\n")
        number: int = mark.line
        return self.lines[number]

    def inside(self, line: int, column: int) -> tuple[int, int]:
        """The place of a value that is not there: at the end of the file where the parser puts it behind."""
        self.lines = self.lines or self.text.split("\n")
        return (line, column) if line <= len(self.lines) else (len(self.lines), len(self.lines[-1]) + 1)

    def scalar(self, event: Any) -> Scalar:
        """The value as typed; one that cannot be used has the style TOLD."""
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        style: str = event.style or ""
        text: str = event.value
        lines = event.end_mark.line - start.line + 1
        if not text and not style:
            line, column = self.inside(line, column)
        if event.anchor is not None or event.tag is not None:
            self.decoration(event)
            style = TOLD
        elif style == '"' and not text.isprintable() and (match := _CONTROL.search(text)):
            self.escape(start, match[0])
            style = TOLD
        elif HOLE in text:
            if style == "|":
                return Scalar(text.replace(HOLE, "\ufffd"), line, column, style, lines)
            style = TOLD
        elif not style and lines > 1:
            self.doubtful = True
        return Scalar("" if style == TOLD else text, line, column, style, lines)

    def escape(self, mark: Any, character: str) -> None:
        """Tell a forbidden character that is written as an escape, at the place of the escape."""
        line = self.line(mark)
        code = ord(character)
        spelt = rf"\\(?:x{code:02x}|u{code:04x}|U{code:08x}|{_SHORT.get(character, '$')})"
        match = re.compile(spelt, re.IGNORECASE).search(line, mark.column)
        at = match.start() if match else mark.column
        corrected = (line[:at] + (line[match.end() :] if match else "")).strip()
        where = Location(self.path, mark.line + 1, at + 1)
        values = {**invisible(character), "corrected": corrected}
        self.note(where, files.ESCAPED_CHARACTER, values)

    def decoration(self, event: Any) -> None:
        """Tell the tag or anchor that a value carries."""
        mark = event.start_mark
        line = self.line(mark)
        match = _DECORATION.match(line, mark.column)
        found = match[0].strip() if match else "!"
        rest = f"{line[: mark.column]}{line[mark.column + len(match[0]) :] if match else ''}".strip()
        rest += " …" if found[0] == "*" else ""
        self.tell(mark, mistakes.TAG if found[0] == "!" else mistakes.ANCHOR, found=found, corrected=rest)

    def mapping(self, inner: list[Node], mark: Any) -> Mapping:
        """The named values, without those whose name cannot be one."""
        first: dict[str, int] = {}
        pairs = []
        for key, value in zip(inner[::2], inner[1::2], strict=True):
            if not isinstance(key, Scalar) or key.lines > 1 or (not key.text and key.style != TOLD):
                self.note(Location(self.path, key.line, key.column), mistakes.KEY_NOT_TEXT, {})
            elif key.style == TOLD or key.text == "<<":
                if key.style != TOLD and isinstance(value, Mapping):
                    self.note(Location(self.path, key.line, key.column), mistakes.ANCHOR, _MERGED)
                pairs.append((Scalar("", key.line, key.column, TOLD), value))
            elif key.text in first:
                values = {"key": key.text, "first": first[key.text]}
                self.note(Location(self.path, key.line, key.column), mistakes.DUPLICATE_KEY, values)
            else:
                first[key.text] = key.line
                pairs.append((key, value))
                unlikely = not key.text.isidentifier() and _NO_NAME.search(key.text)
                if unlikely or (value.line != key.line and isinstance(value, Scalar)):
                    self.doubtful = True
        return Mapping(tuple(pairs), mark.line + 1, mark.column + 1)
