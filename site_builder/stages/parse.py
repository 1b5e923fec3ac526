"""From text to a tree with the place of everything in it; the only module that knows PyYAML.

It reads the events of libyaml and builds the tree itself: PyYAML's own loaders guess types, keep the last of two equal
keys, follow aliases, and take libyaml down with deep nesting.
"""

from typing import Any

import yaml

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.source import Document, Mapping, Node, Part, Scalar, Sequence, Source
from site_builder.model.words import Words
from site_builder.stages.complaints import Trouble
from site_builder.stages.grow import TOLD, Growth
from site_builder.stages.limits import DEEPEST, MOST_TOLD, MOST_VALUES, enough
from site_builder.stages.lint import lint
from site_builder.stages.mend import Mended
from site_builder.stages.read import read
from site_builder.stages.recover import recover
from site_builder.stages.signs import HOLE
from site_builder.stages.table import table

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)


def parse(source: Source, rows: Source | None = None) -> tuple[Document | None, tuple[Problem, ...]]:
    """What a data file says, with the table beside it, and everything that is wrong with the writing.

    The document is None when nothing could be read; with problems it holds what could be.
    """
    document, problems = _document(source)
    if len(problems) >= MOST_TOLD:
        return None, enough(problems)
    if rows is None:
        return document, problems
    cells, complaints = table(rows)
    if document is not None:
        beside = Part(rows.path, cells)
        document = Document(document.path, document.tree, document.text, beside, document.partial)
    return document, (*problems, *enough(complaints))


def _document(source: Source) -> tuple[Document | None, tuple[Problem, ...]]:
    path = source.path
    text, problems = read(source)
    if text is None:
        return None, problems
    front, body = _split(text) if path.endswith(".md") else (text, None)
    if path.endswith(".md") and body is None:
        return None, (*problems, Problem(Location(path), mistakes.NO_HEAD))
    root, mended = _root(path, front)
    problems = (*problems, *mended.problems)
    if not isinstance(root, Mapping):
        return None, problems or (_not_a_record(path, root),)
    if body is not None:
        root = Mapping((*root.pairs, (Scalar("body", body.line, 1), body)), root.line, root.column)
    rest = text[3 + len(front) :] if body is not None else ""
    return Document(path, root, mended.text + rest, partial=mended.partial), problems


def _split(text: str) -> tuple[str, Scalar | None]:
    """The head of a Markdown page, on the lines where it stands, and the text under it as a value of its own.

    The text counts as opened by the line above it, like a long text under ``|``.
    """
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return text, None
    body = text[end + 5 :].replace(HOLE, "\ufffd")
    return text[3 : end + 1], Scalar(body, text.count("\n", 0, end + 5), 1, "|")


def _root(path: str, text: str) -> tuple[Node | None, Mended]:
    """What stands at the top of a file; nearly always it is read at the first try."""
    mended = lint(path, text)
    if not mended.problems:
        grown = _build(path, text)
        if isinstance(grown, Growth) and not grown.doubtful and isinstance(grown.root, Mapping):
            return grown.root, Mended(text, tuple(grown.faults))
    recovered, mended = recover(path, mended, _build)
    return (recovered.root if recovered else None), mended


def _not_a_record(path: str, root: Node | None) -> Problem:
    if root is None or (isinstance(root, Scalar) and not root.text and not root.style):
        return Problem(Location(path), mistakes.EMPTY_FILE)
    found = Words("一段文字", "a text") if isinstance(root, Scalar) else Words("一个列表", "a list")
    return Problem(Location(path, root.line, root.column), mistakes.NOT_A_MAPPING, {"found": found})


def _build(path: str, text: str) -> Growth | Trouble | Problem:
    """The tree of a text, or the first complaint of libyaml, or the problem that ends all reading."""
    growth = Growth(path, text)
    try:
        return _folded(growth) or growth
    except yaml.MarkedYAMLError as caught:
        error: Any = caught
        said = f"{error.context or ''} {error.problem or ''}"
        return Trouble(
            said, *_place(error.problem_mark or error.context_mark, 1), *_place(error.context_mark, 0)
        )


def _place(mark: Any, without: int) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (without, without)


def _folded(growth: Growth) -> Problem | None:
    """Fold the events into a tree; a problem when it would grow too high or too deep."""
    get_event, scalar = _Loader(growth.text).get_event, growth.scalar
    above: list[tuple[list[Node], Any]] = []
    level: list[Node] = []
    for _ in range(MOST_VALUES + 1):
        event = get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            level.append(scalar(event))
        elif kind in _STARTS:
            if event.anchor is not None or event.tag is not None:
                growth.decoration(event)
            above.append((level, event.start_mark))
            level = []
            if len(above) > DEEPEST:
                return _excess(growth, event, mistakes.TOO_DEEP, DEEPEST)
        elif kind is yaml.MappingEndEvent:
            inner, (level, mark) = level, above.pop()
            level.append(growth.mapping(inner, mark))
        elif kind is yaml.SequenceEndEvent:
            inner, (level, mark) = level, above.pop()
            level.append(Sequence(tuple(inner), mark.line + 1, mark.column + 1))
        elif _ended(growth, event, level):
            return None
    return _excess(growth, event, mistakes.TOO_MANY, MOST_VALUES)


def _ended(growth: Growth, event: Any, level: list[Node]) -> bool:
    """Whether nothing more is read: the file is at its end, or a second document begins."""
    kind, mark = type(event), event.start_mark
    if kind is yaml.AliasEvent:
        growth.decoration(event)
        level.append(Scalar("", mark.line + 1, mark.column + 1, TOLD))
    elif kind is yaml.DocumentStartEvent and level:
        growth.tell(mark, mistakes.SECOND_DOCUMENT, found="---")
    if kind is not yaml.StreamEndEvent and not (kind is yaml.DocumentStartEvent and level):
        return False
    growth.root = level[0] if level else None
    return True


def _excess(growth: Growth, event: Any, mistake: Mistake, limit: int) -> Problem:
    mark = event.start_mark
    return Problem(Location(growth.path, mark.line + 1, mark.column + 1), mistake, {"limit": limit})
