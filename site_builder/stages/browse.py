"""What can be found without a script: every record by the letter of its title, and by its year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.words import Words
from site_builder.render.dates import day_of
from site_builder.render.frame import SpecialInputs
from site_builder.stages.letters import OTHER, place

FOLDER = "search/"
PAGE_LENGTH = 300
"""Records on one page."""
TITLE = Words("查找", "Search")
ABOUT = Words("在全站的文字里查找。", "Look for words on the whole site.")
UNDATED = "0000"


class Shown(msgspec.Struct, frozen=True):
    """A record in an index."""

    path: str
    title: str
    title_en: str
    kind: Words
    day: str


@dataclass(frozen=True, slots=True)
class Part:
    """A letter or a year, and where it begins."""

    name: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What the page of the search leads to."""

    letters: tuple[Part, ...]
    years: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of an index."""

    name: str
    items: tuple[Shown, ...]
    number: int
    count: int
    total: int


def shown(entry: Entry[Any], kind: Words, path: str) -> Shown:
    """A record as an index names it."""
    record = entry.record
    return Shown(path, record.title, record.title_en or record.title, kind, day_of(record))


def browse(items: Iterable[Shown], chinese: bool) -> Iterator[SpecialInputs]:
    """The page of the search, and all pages of both indexes, in the language of the titles that are asked for."""
    placed = [(*place(one.title if chinese else one.title_en), one.path, one) for one in items]
    letters: dict[str, list[Shown]] = {}
    years: dict[str, list[Shown]] = {}
    for letter, _, _, one in sorted(placed, key=itemgetter(1, 2)):
        letters.setdefault(letter, []).append(one)
        years.setdefault(one.day[:4] or UNDATED, []).append(one)
    yearly = {
        year: sorted(years[year], key=attrgetter("day"), reverse=True) for year in sorted(years, reverse=True)
    }
    alphabet = {name: letters[name] for name in sorted(letters, key=lambda name: (name == OTHER, name))}
    contents = Contents(tuple(_parts(alphabet)), tuple(_parts(yearly)))
    yield SpecialInputs(FOLDER, TITLE, ABOUT, "search.html", contents)
    for name, found in (*alphabet.items(), *yearly.items()):
        yield from _leaves(name, found)


def _parts(groups: dict[str, list[Shown]]) -> Iterator[Part]:
    return (Part(name, f"{_folder(name)}/", len(found)) for name, found in groups.items())


def _folder(name: str) -> str:
    return {OTHER: "other", UNDATED: "undated"}.get(name, name.lower())


def _leaves(name: str, found: list[Shown]) -> Iterator[SpecialInputs]:
    count = -(-len(found) // PAGE_LENGTH)
    title = {OTHER: Words("其他", "Others"), UNDATED: Words("没有日期", "Without a date")}.get(
        name, Words(name, name)
    )
    for number in range(1, count + 1):
        items = tuple(found[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])
        path = f"{FOLDER}{_folder(name)}/{'' if number == 1 else f'{number}/'}"
        leaf = Leaf(name, items, number, count, len(found))
        yield SpecialInputs(path, title, Words("", ""), "search-part.html", leaf, FOLDER, TITLE)
