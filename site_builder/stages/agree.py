"""The pages that show that figures agree: every pair that must come to the same, with both sides and the result."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from site_builder.model.corpus import PAGED, Corpus, Entry, place_of
from site_builder.model.kind import Catalogue, Table
from site_builder.model.problem import Trail
from site_builder.model.words import Words
from site_builder.render.frame import SpecialInputs

PAGE_LENGTH = 100
"""Pairs on one page."""
FOLDER = "agree/"
TITLE = Words("数字核对", "Figures that agree")
ABOUT = Words(
    "哪些数必须相等，两边各是多少，是否相符。每次生成网站都重新核对，不相符的不能发布。",
    "Which figures must be equal, both sides, and whether they are. They are compared at every build.",
)
_COLUMNS = (
    Words("记录", "Record"),
    Words("应当相等", "What must be equal"),
    Words("写的数", "Stated"),
    Words("算出的数", "Computed"),
    Words("相符", "Agrees"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that must come to the same, and the record that states the first."""

    folder: str
    path: str
    """Of the record, or of that part of it which has a page of its own."""
    title: str
    title_en: str
    claim: Words
    stated: Decimal | int
    computed: Decimal | int
    holds: bool


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many pairs the records of a kind hold, and how many of them agree."""

    path: str
    title: Words
    count: int
    holding: int


@dataclass(frozen=True, slots=True)
class PairList:
    """One page of the pairs of a kind."""

    pairs: tuple[Pair, ...]
    number: int
    count: int
    total: int


def pairs_of(corpus: Corpus, catalogue: Catalogue) -> dict[str, tuple[Pair, ...]]:
    """Every pair of figures that must come to the same, by kind, in the order of the records."""
    found: dict[str, list[Pair]] = {}
    for entry in corpus.entries:
        for one in catalogue.claims(entry, corpus):
            place = _place(entry, one.trail)
            pair = Pair(entry.folder, *place, one.claim, one.stated, one.computed, one.holds)
            found.setdefault(entry.kind, []).append(pair)
    return {kind: tuple(pairs) for kind, pairs in found.items()}


def agree_pages(pairs: Mapping[str, tuple[Pair, ...]], catalogue: Catalogue) -> Iterator[SpecialInputs]:
    """The overview and the lists behind it."""
    kinds = tuple(
        KindCount(f"{kind}/", catalogue.kinds[kind].title, len(held), sum(one.holds for one in held))
        for kind, held in pairs.items()
    )
    yield SpecialInputs(FOLDER, TITLE, ABOUT, "agree.html", kinds)
    for kind, held in pairs.items():
        count = -(-len(held) // PAGE_LENGTH)
        for number in range(1, count + 1):
            shown = held[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
            path = f"{FOLDER}{kind}/" if number == 1 else f"{FOLDER}{kind}/{number}/"
            values = PairList(shown, number, count, len(held))
            title = catalogue.kinds[kind].title
            yield SpecialInputs(path, title, Words("", ""), "agree-list.html", values, FOLDER, TITLE)


def agree_table(pairs: Mapping[str, tuple[Pair, ...]]) -> Table:
    """The same as open data."""
    rows = (
        (one.folder.strip("/"), one.claim.zh, one.stated, one.computed, "是" if one.holds else "否")
        for held in pairs.values()
        for one in held
    )
    return Table(_COLUMNS, tuple(rows))


def _place(entry: Entry[Any], trail: Trail) -> tuple[str, str, str]:
    """The address of a figure with what is found there, in both languages."""
    record = entry.record
    title, english = record.title, record.title_en or record.title
    if len(trail) < 2 or trail[0] != PAGED.get(entry.kind):
        return entry.folder, title, english
    part = getattr(record, str(trail[0]))[trail[1]]
    return (
        place_of(entry.kind, entry.id, part.id),
        f"{title}：{part.title}",
        f"{english}: {part.title_en or part.title}",
    )
