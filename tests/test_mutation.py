"""One figure of the example is changed at a time: a number that disagrees with the others does not pass in silence."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from site_builder.catalogue import catalogue
from site_builder.edge.intake import read_document, take_in, unpack
from site_builder.edge.load import scan_project
from site_builder.edge.project import walk
from site_builder.kinds.registers.cells import MEASURED
from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.problem import Trail
from site_builder.model.source import Document, Mapping, Node, Scalar, Sequence
from site_builder.stages.check import check_one
from site_builder.stages.cite import Reckoner
from site_builder.stages.decode import decode
from site_builder.stages.gather import gather
from tests.small import HOME

DAY = date(2026, 12, 15)
"""A day by which everything in the example has happened."""
SEED = 202
CHANGES = 200
NUMBER = re.compile(r"-?(?=[0-9.]*[1-9])\d+(\.\d+)?%?")
"""Nothing but a number, and not zero: a zero is left out as often as it is written."""
WAYS = ("one more", "a tenth more", "two digits swapped")


@dataclass(frozen=True)
class Change:
    """A figure in the example, and what it is changed to."""

    document: Document
    entry: Entry[Any]
    trail: Trail
    was: str
    now: str
    money: bool

    def __str__(self) -> str:
        return f"{self.entry.name} {'.'.join(map(str, self.trail))}: {self.was} > {self.now}"


@dataclass(frozen=True)
class Example:
    """The example as it stands: its files, its records, and all its figures."""

    corpus: Corpus
    figures: tuple[tuple[Document, Entry[Any], Trail, str, bool], ...]

    def changes(self) -> Iterator[Change]:
        """Figures taken at random, always the same ones, each changed in one way."""
        chance = random.Random(SEED)
        for document, entry, trail, was, money in chance.sample(self.figures, CHANGES):
            yield Change(document, entry, trail, was, changed(was, chance.choice(WAYS)), money)

    def told(self, change: Change) -> bool:
        """Whether anything is told of the example with that one figure changed; of the example itself nothing is."""
        kind = catalogue().kinds[change.entry.kind]
        entry, problems = decode(_with(change), kind, change.entry.id)
        if entry is None or problems:
            return True
        others = (one for one in self.corpus.entries if one.name != entry.name)
        corpus = gather((entry, *others), DAY, self.corpus.files)
        reckoner = Reckoner(corpus, catalogue())
        nearest = sorted(corpus.entries, key=lambda one: (one.name != entry.name, one.kind != entry.kind))
        return any(True for one in nearest for _ in check_one(one, reckoner))


@pytest.fixture(scope="module")
def example() -> Example:
    """Every record of the example, read once."""
    scan = scan_project(walk(HOME))
    taken, problems = take_in(HOME, scan.records)
    assert not problems
    entries = {one.path: unpack(one) for one in taken}
    figures = [
        (document, entries[wanted.path], trail, scalar.text, money)
        for wanted in scan.records
        if (document := read_document(HOME, wanted)[0]) is not None
        for trail, money in _figures(entries[wanted.path].record)
        if isinstance(scalar := _at(document, trail), Scalar) and NUMBER.fullmatch(scalar.text)
    ]
    return Example(gather(entries.values(), DAY, frozenset(scan.files)), tuple(figures))


def changed(was: str, way: str) -> str:
    """A figure with a slip in it, written as before; where the way leaves it as it was, one more."""
    number = Decimal(was.rstrip("%"))
    now = number + 1
    if way == "a tenth more":
        now = (number * Decimal("1.1")).quantize(number, ROUND_HALF_UP)
    elif way == "two digits swapped":
        digits = was.rstrip("%")
        places = [at for at, (left, right) in enumerate(pairwise(digits)) if left != right and (left + right).isdigit()]
        at = next((one for one in reversed(places) if one or digits[1] != "0"), None)
        if at is not None:
            now = Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    return f"{now if now != number else number + 1}{'%' if was.endswith('%') else ''}"


def _figures(record: msgspec.Struct, trail: Trail = ()) -> Iterator[tuple[Trail, bool]]:
    """Where a record holds numbers, and whether they are money or the like; the rows of a register as it says."""
    if isinstance(record, Register):
        yield from ((("stated_totals", name), True) for name in record.stated_totals or ())
        measured = {one.name: one.type for one in record.columns if one.type in MEASURED and not one.formula}
        for index, row in enumerate(record.rows):
            yield from ((("rows", index, name), kind == "money") for name, kind in measured.items() if row.get(name))
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            place = (*trail, name) if index is None else (*trail, name, index)
            if isinstance(item, Decimal | int) and not isinstance(item, bool):
                yield place, isinstance(item, Decimal)
            elif isinstance(item, msgspec.Struct):
                yield from _figures(item, place)


def _at(document: Document, trail: Trail) -> Node | None:
    node: Node | None = document.tree
    if trail[0] == "rows" and document.rows is not None:
        node, trail = document.rows.tree, trail[1:]
    for step in trail:
        if isinstance(node, Mapping):
            node = next((value for key, value in node.pairs if key.text == step), None)
        else:
            node = node.items[int(step)] if isinstance(node, Sequence) else None
    return node


def _with(change: Change) -> Document:
    document, trail = change.document, change.trail
    if trail[0] == "rows" and document.rows is not None:
        rows = document.rows._replace(tree=_put(document.rows.tree, trail[1:], change.now))
        return replace(document, rows=rows)
    tree = _put(document.tree, trail, change.now)
    assert isinstance(tree, Mapping)
    return replace(document, tree=tree)


def _put(node: Node, trail: Trail, text: str) -> Node:
    if isinstance(node, Scalar):
        return msgspec.structs.replace(node, text=text)
    step, rest = trail[0], trail[1:]
    if isinstance(node, Mapping):
        pairs = tuple((key, _put(value, rest, text) if key.text == step else value) for key, value in node.pairs)
        return msgspec.structs.replace(node, pairs=pairs)
    items = tuple(_put(item, rest, text) if at == step else item for at, item in enumerate(node.items))
    return msgspec.structs.replace(node, items=items)
