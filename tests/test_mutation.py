"""One figure of the example is changed at a time: a number that disagrees with the others does not pass in silence."""

import random
import re
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
"""A day by which nearly everything in the example has happened."""
SEED = 202
CHANGES = 400
LEAST, LEAST_OF_MONEY = 0.965, 0.975
"""The shares that are found out; of all figures together they are a little more, but four hundred are a sample."""
WAYS = ("one more", "a tenth more", "two digits swapped")
NUMBER = re.compile(r"-?(?=[0-9.]*[1-9])\d+(\.\d+)?%?")
"""Nothing but a number, and not zero: a zero is left out as often as it is written."""
MONEY = re.compile(r"-?\d+\.\d\d")
"""An amount of money is written with its fen, nothing else is."""


@dataclass(frozen=True)
class Figure:
    """A number as it was typed, and where."""

    document: Document
    entry: Entry[Any]
    trail: Trail
    was: str


@dataclass(frozen=True)
class Change:
    """A figure, and what it is changed to."""

    figure: Figure
    now: str

    def __str__(self) -> str:
        place = ".".join(map(str, self.figure.trail))
        return f"{self.figure.entry.name} {place}: {self.figure.was} -> {self.now}"


@dataclass(frozen=True)
class Example:
    """The example as it stands: its records, and all their figures."""

    corpus: Corpus
    figures: tuple[Figure, ...]

    def changes(self) -> Iterator[Change]:
        """Figures taken at random, always the same ones, each changed in one way."""
        chance = random.Random(SEED)
        for figure in chance.sample(self.figures, CHANGES):
            yield Change(figure, changed(figure.was, chance.choice(WAYS)))

    def told(self, change: Change) -> bool:
        """Whether anything is told of the example with that one figure changed."""
        old = change.figure.entry
        entry, problems = decode(_with(change), catalogue().kinds[old.kind], old.id)
        if entry is None or problems:
            return True
        others = (one for one in self.corpus.entries if one.name != entry.name)
        corpus = gather((entry, *others), DAY, self.corpus.files)
        reckoner = Reckoner(corpus, catalogue())
        nearest = sorted(corpus.entries, key=lambda one: (one.name != entry.name, one.kind != entry.kind))
        return any(True for one in nearest for _ in check_one(one, reckoner))


@pytest.fixture(scope="module")
def example() -> Example:
    """Every record of data/ and content/, read once; figures are looked for in data/ alone."""
    scan = scan_project(walk(HOME))
    taken, problems = take_in(HOME, scan.records)
    assert not problems
    entries = {one.path: unpack(one) for one in taken}
    figures = tuple(
        Figure(document, entries[wanted.path], trail, scalar.text)
        for wanted in scan.records
        if wanted.path.startswith("data/") and (document := read_document(HOME, wanted)[0]) is not None
        for trail in _numbers(entries[wanted.path].record)
        if isinstance(scalar := _at(document, trail), Scalar) and NUMBER.fullmatch(scalar.text)
    )
    return Example(gather(entries.values(), DAY, frozenset(scan.files)), figures)


def test_nothing_is_told_of_the_example_as_it_is(example: Example) -> None:
    reckoner = Reckoner(example.corpus, catalogue())
    told = [(one.name, found) for one in example.corpus.entries for found in check_one(one, reckoner)]
    assert told == []
    assert len(example.figures) > 2000


def test_a_changed_figure_is_found_out(example: Example) -> None:
    passed: list[Change] = []
    money = [0, 0]
    for change in example.changes():
        found = example.told(change)
        passed += [] if found else [change]
        if MONEY.fullmatch(change.figure.was):
            money[found] += 1
    share, share_of_money = 1 - len(passed) / CHANGES, money[True] / sum(money)
    print(f"found out: {share:.1%} of {CHANGES}, {share_of_money:.1%} of {sum(money)} amounts")
    print(*passed, sep="\n")
    assert share >= LEAST, [str(one) for one in passed]
    assert share_of_money >= LEAST_OF_MONEY, [str(one) for one in passed]


@pytest.mark.parametrize(
    ("was", "way", "now"),
    [
        ("18.00", "one more", "19.00"),
        ("18.00", "a tenth more", "19.80"),
        ("18.00", "two digits swapped", "81.00"),
        ("1086", "two digits swapped", "1068"),
        ("7", "a tenth more", "8"),
        ("11", "two digits swapped", "12"),
        ("-6000.00", "one more", "-5999.00"),
        ("87.1%", "one more", "88.1%"),
    ],
)
def test_the_ways_a_figure_is_changed(was: str, way: str, now: str) -> None:
    assert changed(was, way) == now


def changed(was: str, way: str) -> str:
    """A figure with a slip in it, written as before; where the way leaves it as it was, one more."""
    digits = was.rstrip("%")
    number = Decimal(digits)
    now = number + 1
    if way == "a tenth more":
        now = (number * Decimal("1.1")).quantize(number, ROUND_HALF_UP)
    elif way == "two digits swapped":
        places = (
            at
            for at, (left, right) in enumerate(pairwise(digits))
            if left != right and left.isdigit() and right.isdigit() and (at or right != "0")
        )
        at = max(places, default=None)
        if at is not None:
            now = Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    return f"{now if now != number else number + 1}{'%' if was.endswith('%') else ''}"


def _numbers(record: msgspec.Struct, trail: Trail = ()) -> Iterator[Trail]:
    """Where a record holds numbers; the rows of a register by what its columns say."""
    if isinstance(record, Register):
        yield from (("stated_totals", name) for name in record.stated_totals or ())
        measured = [one.name for one in record.columns if one.type in MEASURED and not one.formula]
        for index, row in enumerate(record.rows):
            yield from (("rows", index, name) for name in measured if row.get(name))
    for name in record.__struct_fields__:
        value = getattr(record, name)
        items = enumerate(value) if isinstance(value, tuple) else [(-1, value)]
        for index, item in items:
            place = (*trail, name) if index < 0 else (*trail, name, index)
            if isinstance(item, Decimal | int) and not isinstance(item, bool):
                yield place
            elif isinstance(item, msgspec.Struct):
                yield from _numbers(item, place)


def _at(document: Document, trail: Trail) -> Node | None:
    """What stands at a place of a file."""
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
    """The file with the changed figure in it."""
    document, trail = change.figure.document, change.figure.trail
    if trail[0] == "rows" and document.rows is not None:
        rows = document.rows._replace(tree=_put(document.rows.tree, trail[1:], change.now))
        return replace(document, rows=rows)
    tree = _put(document.tree, trail, change.now)
    assert isinstance(tree, Mapping)
    return replace(document, tree=tree)


def _put(node: Node, trail: Trail, text: str) -> Node:
    """A tree with another text at one place."""
    if isinstance(node, Scalar):
        return msgspec.structs.replace(node, text=text)
    step, rest = trail[0], trail[1:]
    if isinstance(node, Mapping):
        pairs = tuple(
            (key, _put(value, rest, text) if key.text == step else value) for key, value in node.pairs
        )
        return msgspec.structs.replace(node, pairs=pairs)
    items = tuple(_put(item, rest, text) if at == step else item for at, item in enumerate(node.items))
    return msgspec.structs.replace(node, items=items)
