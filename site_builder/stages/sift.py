"""Parts of a list behind plain links: purchases by state, by method, by amount, by year."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any

from site_builder.kinds.tenders.figures import decided_on
from site_builder.kinds.tenders.record import Tender
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.words import Words
from site_builder.render.explorer import Sieve, Sifted
from site_builder.render.frame import Column, Item, SpecialInputs

PAGE_LENGTH = 50
"""Records on one page."""
Row = tuple[Entry[Any], Any, Item]
"""A record, its figures, its line in the list."""


class Band(StrEnum):
    """Between which amounts a budget lies; each begins with the amount at which the one before ends."""

    TINY = "below-10000"
    """1 万元以下 / Below 10,000 yuan"""
    SMALL = "from-10000"
    """1 万—10 万元 / 10,000 to 100,000 yuan"""
    MIDDLE = "from-100000"
    """10 万—50 万元 / 100,000 to 500,000 yuan"""
    LARGE = "from-500000"
    """50 万元及以上 / 500,000 yuan and more"""


_LOWEST = ((500_000, Band.LARGE), (100_000, Band.MIDDLE), (10_000, Band.SMALL), (0, Band.TINY))


def band(amount: Decimal) -> Band:
    """Where an amount belongs."""
    return next((one for lowest, one in _LOWEST if amount >= lowest), Band.TINY)


def _year(entry: Entry[Tender]) -> str | None:
    day = entry.record.published_on or decided_on(entry.record)
    return None if day is None else str(day.year)


_BY: tuple[tuple[str, Words, Callable[[Entry[Any], Any], Any]], ...] = (
    ("state", Words("按进展", "By state"), lambda _, figures: figures.state),
    ("method", Words("按方式", "By method"), lambda entry, _: entry.record.method),
    ("amount", Words("按预算金额", "By budget"), lambda entry, _: band(entry.record.budget)),
    ("year", Words("按年份", "By year"), lambda entry, _: _year(entry)),
)


def sieves(kind: str, rows: Iterable[Row]) -> tuple[Sieve, ...]:
    """The ways to look at parts of the list of a kind; none for lists that are not sifted."""
    if kind != "tenders":
        return ()
    rows = tuple(rows)
    return tuple(
        Sieve(
            title, tuple((f"{kind}/{name}/{value}/", value, len(mine)) for value, mine in _parts(rows, read))
        )
        for name, title, read in _BY
        if rows
    )


def sifted(
    kind: str, title: Words, columns: tuple[Column, ...], rows: Iterable[Row]
) -> Iterator[SpecialInputs]:
    """The pages of every part."""
    rows = tuple(rows)
    ways = sieves(kind, rows)
    for way, (_, _, read) in zip(ways, _BY, strict=False):
        for (folder, value, total), (_, mine) in zip(way.parts, _parts(rows, read), strict=True):
            count = -(-total // PAGE_LENGTH)
            for number in range(1, count + 1):
                items = tuple(item for _, _, item in mine[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])
                path = folder if number == 1 else f"{folder}{number}/"
                values = Sifted(ways, columns, items, total, number, count, folder)
                yield SpecialInputs(
                    path, _named(title, value), Words("", ""), "sifted.html", values, f"{kind}/", title
                )


def _parts(rows: tuple[Row, ...], read: Callable[[Entry[Any], Any], Any]) -> list[tuple[Any, list[Row]]]:
    """The rows by what they have in common: codes in their own order, years from the newest."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        value = read(row[0], row[1])
        if value is not None:
            found.setdefault(value, []).append(row)
    first = next(iter(found), None)
    if isinstance(first, StrEnum):
        return [(value, found[value]) for value in type(first) if value in found]
    return sorted(found.items(), reverse=True)


def _named(title: Words, value: Any) -> Words:
    spoken = label(type(value), value.name) if isinstance(value, StrEnum) else Words(f"{value}年", str(value))
    return Words(f"{title.zh}：{spoken.zh}", f"{title.en}: {spoken.en}")
