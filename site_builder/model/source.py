"""Files as they were read, and the tree of a YAML file with the place of everything in it."""

from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from site_builder.model.problem import Location, Mark, Trail


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the project as it was read, once."""

    path: str
    """Relative to the project, written with ``/``."""
    content: bytes
    digest: str
    """Of the content, in hexadecimal digits."""


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A single value exactly as it was typed; what it means is for the field to say."""

    text: str
    line: int
    column: int
    style: str = ""
    """Empty for plain text, else the sign that opened it: ``'`` ``"`` ``|`` ``>``."""
    lines: int = 1
    """Over how many lines of the file it was typed."""


class Mapping(msgspec.Struct, frozen=True):
    """Named values, in the order they were typed; names are told apart later, so doubles are still here."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int


class Sequence(msgspec.Struct, frozen=True):
    """A list of values."""

    items: "tuple[Node, ...]"
    line: int
    column: int


Node = Scalar | Mapping | Sequence


class Part(NamedTuple):
    """A tree and the file it was read from; a record has one, or two where its rows stand in a table beside it."""

    path: str
    tree: Node
    offset: int = 0
    """How many lines of the file stand before the tree."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says, before anybody asks what it means."""

    path: str
    tree: Mapping
    text: str = ""
    """The YAML it was read from, for finding the exact place inside a long text."""
    rows: Part | None = None
    """The rows of a register that stand in a CSV file of the same name beside it."""
    partial: bool = False
    """Whether parts of the file could not be read: then nothing can be said to be missing."""

    def locate(self, trail: Trail, words: str = "") -> Location:
        """The place of the value at `trail`, or of the nearest thing around it; of `words` in it, if they are there."""
        if trail and trail[0] == "rows" and self.rows is not None:
            return _place(self.rows.path, self.rows.tree, trail[1:])
        where = _place(self.path, self.tree, trail)
        return self._inside(where, words) if words else where

    def _inside(self, where: Location, words: str) -> Location:
        lines = self.text.split("\n")
        start = sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1
        found = self.text.find(words, start)
        if found < 0:
            return where
        before = self.text.rfind("\n", 0, found)
        return Location(where.path, self.text.count("\n", 0, found) + 1, found - before)


def _place(path: str, tree: Node, trail: Trail) -> Location:
    node: Node = tree
    for step in trail:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return Location(path, node.line, node.column)


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return next((value for key, value in node.pairs if key.text == step), None)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def mark(node: Node) -> Mark:
    """Where a node begins."""
    return Mark(node.line, node.column)
