"""From text to a tree with the place of everything in it; the only module that knows PyYAML.

It reads the events of libyaml and builds the tree itself: PyYAML's own loaders guess types, keep the last of two equal
keys, follow aliases, and take libyaml down with deep nesting.
"""

from typing import Any

import yaml

from site_builder.mistakes import files
from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.source import Document, Mapping, Node, Part, Scalar, Sequence, Source
from site_builder.model.words import Words
from site_builder.stages.complaints import complaint
from site_builder.stages.lint import lint
from site_builder.stages.read import FORBIDDEN, invisible, read
from site_builder.stages.table import table

DEEPEST = 20
"""Levels of nesting; no record needs more than six."""
MOST_VALUES = 20_000
"""Values in one file."""

MOST_TROUBLES = 10
"""Complaints of libyaml told for one file; each one hides the rest of its block."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(source: Source, rows: Source | None = None) -> tuple[Document | None, tuple[Problem, ...]]:
    """What a data file says, with the table beside it, or None and everything that is wrong with the writing."""
    text, problems = read(source)
    if text is None:
        return None, problems
    front, body = _split(text) if source.path.endswith(".md") else (text, None)
    if source.path.endswith(".md") and body is None:
        return None, (Problem(Location(source.path), mistakes.NO_HEAD),)
    mended, slips = lint(source.path, front)
    tree, faults, partial = _tree(source.path, mended)
    problems = (*slips, *faults)
    if tree is None:
        return None, problems
    if body is not None:
        tree = Mapping((*tree.pairs, (Scalar("body", body.line, 1), body)), tree.line, tree.column)
    if rows is None:
        return Document(source.path, tree, mended, partial=partial), problems
    cells, complaints = table(rows)
    return Document(source.path, tree, mended, Part(rows.path, cells), partial), (*problems, *complaints)


def _split(text: str) -> tuple[str, Scalar | None]:
    """The head of a Markdown page, on the lines where it stands, and the text under it as a value of its own.

    The text counts as opened by the line above it, like a long text under ``|``.
    """
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return text, None
    return text[3 : end + 1], Scalar(text[end + 5 :], text.count("\n", 0, end + 5), 1, "|")


class _Fault(Exception):
    """Stops the reading of one file; never leaves this module."""

    def __init__(self, event: Any, mistake: Mistake, **values: object) -> None:
        super().__init__(mistake.code)
        self.mark, self.mistake, self.values = event.start_mark, mistake, values


def _tree(path: str, text: str) -> tuple[Mapping | None, tuple[Problem, ...], bool]:
    """The tree of a file, what is wrong with it, and whether blocks had to be left out to read the rest."""
    problems: list[Problem] = []
    root: Node | None = None
    partial = False
    for _ in range(MOST_TROUBLES):
        faults: list[Problem] = []
        try:
            root = _build(path, text, faults)
        except _Fault as fault:
            where = Location(path, fault.mark.line + 1, fault.mark.column + 1)
            return None, (*problems, *faults, Problem(where, fault.mistake, fault.values)), partial
        except yaml.MarkedYAMLError as error:
            trouble = complaint(path, text, error)
            problems.append(trouble)
            text, partial = _without_block(text, trouble.where.line), True
            continue
        problems += faults
        break
    wrong = _not_a_record(path, root)
    if wrong is not None:
        return None, tuple(problems) if partial else (*problems, wrong), partial
    assert isinstance(root, Mapping)
    return root, tuple(problems), partial


def _not_a_record(path: str, root: Node | None) -> Problem | None:
    if isinstance(root, Mapping):
        return None
    if root is None or (isinstance(root, Scalar) and not root.text and not root.style):
        return Problem(Location(path), mistakes.EMPTY_FILE)
    found = Words("一段文字", "a text") if isinstance(root, Scalar) else Words("一个列表", "a list")
    return Problem(Location(path, root.line, root.column), mistakes.NOT_A_MAPPING, {"found": found})


def _without_block(text: str, line: int) -> str:
    """The text without the top-level block around `line`, every other line where it was: so reading can go on."""
    lines = text.split("\n")
    first = min(line, len(lines)) - 1
    while first > 0 and lines[first][:1] in ("", " ", "#", "-", "]", "}"):
        first -= 1
    last = first + 1
    while last < len(lines) and (last < line or lines[last][:1] in ("", " ", "-", "]", "}")):
        last += 1
    return "\n".join([*lines[:first], *[""] * (last - first), *lines[last:]])


def _build(path: str, text: str, faults: list[Problem]) -> Node | None:
    """Fold the events into a tree; what leaves the tree readable is collected, the rest is a _Fault."""
    loader = _Loader(text)
    open_events: list[tuple[list[Node], Any]] = []
    level: list[Node] = []
    count = documents = 0
    while True:
        event = loader.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            count += 1
            level.append(_scalar(path, event, faults))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            faults += _decorations(path, event)
            open_events.append((level, event))
            level = []
            if len(open_events) > DEEPEST:
                raise _Fault(event, mistakes.TOO_DEEP, limit=DEEPEST)
        elif kind is yaml.MappingEndEvent:
            inner, (level, start_event) = level, open_events.pop()
            level.append(_mapping(path, inner, start_event, faults))
        elif kind is yaml.SequenceEndEvent:
            inner, (level, start_event) = level, open_events.pop()
            mark = start_event.start_mark
            level.append(Sequence(tuple(inner), mark.line + 1, mark.column + 1))
        elif kind is yaml.AliasEvent:
            level.append(_scalar(path, event, faults))
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _Fault(event, mistakes.SECOND_DOCUMENT, found="---")
        elif kind is yaml.StreamEndEvent:
            return level[0] if level else None
        if count > MOST_VALUES:
            raise _Fault(event, mistakes.TOO_MANY, limit=MOST_VALUES)


def _scalar(path: str, event: Any, faults: list[Problem]) -> Scalar:
    """The value as typed; one with a tag, an anchor or an alias is marked as already told (style ``*``)."""
    start, end = event.start_mark, event.end_mark
    line, column = start.line + 1, start.column + 1
    troubles = _decorations(path, event)
    if troubles:
        faults += troubles
        return Scalar("", line, column, "*")
    if event.style == '"' and (match := FORBIDDEN.search(event.value)):
        faults.append(Problem(Location(path, line, column), files.FORBIDDEN_CHARACTER, invisible(match[0])))
        return Scalar("", line, column, "*")
    return Scalar(event.value, line, column, event.style or "", end.line - start.line + 1)


def _decorations(path: str, event: Any) -> list[Problem]:
    """What a value may not carry: tags, anchors, aliases."""
    tag = getattr(event, "tag", None)
    if tag is None and event.anchor is None:
        return []
    where = Location(path, event.start_mark.line + 1, event.start_mark.column + 1)
    if tag is not None:
        return [Problem(where, mistakes.TAG, {"found": tag.replace("tag:yaml.org,2002:", "!!")})]
    sign = "*" if type(event) is yaml.AliasEvent else "&"
    return [Problem(where, mistakes.ANCHOR, {"found": f"{sign}{event.anchor}"})]


def _mapping(path: str, inner: list[Node], event: Any, faults: list[Problem]) -> Mapping:
    mark = event.start_mark
    first: dict[str, int] = {}
    pairs = []
    for key, value in zip(inner[::2], inner[1::2], strict=True):
        if not isinstance(key, Scalar) or key.lines > 1:
            raise _Fault(event, mistakes.KEY_NOT_TEXT)
        if key.text in first:
            values = {"key": key.text, "first": first[key.text]}
            faults.append(Problem(Location(path, key.line, key.column), mistakes.DUPLICATE_KEY, values))
            continue
        first[key.text] = key.line
        pairs.append((key, value))
    return Mapping(tuple(pairs), mark.line + 1, mark.column + 1)
