"""The periods of a catalogue item, and which records belong to which of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from site_builder.kinds.catalogue.record import CatalogueItem, Every
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.words import Words

_FIELDS = {
    Every.MONTH: "month",
    Every.TERM: "term",
    Every.SCHOOL_YEAR: "school_year",
    Every.YEAR: "fiscal_year",
}
_MONTHS = "January February March April May June July August September October November December".split()
WHOLE = ""
"""The name of the only period of a standing item."""


class Period(msgspec.Struct, frozen=True):
    """A stretch of time that something has to be published for."""

    name: str
    """As it is written: ``2026-03``, ``2026S``, ``2025-2026``, ``2026``, the Monday of a week."""
    first: date
    last: date
    title: Words


def periods(item: CatalogueItem, corpus: Corpus) -> tuple[Period, ...]:
    """The periods of an item, from the first that ended in its time to the one after today's."""
    found: list[Period] = []
    for period in _all(item, corpus):
        if period.last < item.since:
            continue
        if item.until is not None and period.first > item.until:
            break
        found.append(period)
        if period.first > corpus.today:
            break
    return tuple(found)


def belongs(record: Any, period: Period, every: Every, corpus: Corpus) -> bool:
    """Whether a record is about a period: by name where it names one of the same sort, else by its days."""
    field = _FIELDS.get(every)
    named = getattr(record, field, None) if field else None
    if named is not None:
        return str(named) == period.name
    span = span_of_record(record, corpus)
    if every is Every.STANDING:
        return True
    if span is None:
        return False
    shared = (min(span[1], period.last) - max(span[0], period.first)).days + 1
    inside = period.first <= span[0] and span[1] <= period.last
    return inside or shared * 2 >= (period.last - period.first).days + 1


def span_of_record(record: Any, corpus: Corpus) -> tuple[date, date] | None:
    """The days a record is about, as far as its fields say; the day it was published where they say nothing."""
    if (month := getattr(record, "month", None)) is not None:
        return span_of(month)
    if (term := getattr(record, "term", None)) is not None:
        found = next((one for one in terms(corpus) if one.name == term), None)
        return (found.first, found.last) if found else None
    if (school_year := getattr(record, "school_year", None)) is not None:
        return _school_year(int(school_year[:4]))
    if (year := getattr(record, "fiscal_year", None)) is not None:
        return date(year, 1, 1), date(year, 12, 31)
    first = getattr(record, "starts_on", None) or record.published_on
    return None if first is None else (first, getattr(record, "ends_on", None) or first)


def terms(corpus: Corpus) -> list[Period]:
    """The terms that the calendars know, in order."""
    known: dict[str, Period] = {}
    for entry in corpus.of("calendars"):
        for one in entry.record.terms:
            season = ("春季", "spring") if one.term.endswith("S") else ("秋季", "autumn")
            title = Words(f"{one.term[:4]}年{season[0]}学期", f"{season[1]} term {one.term[:4]}")
            known[one.term] = Period(one.term, one.starts_on, one.ends_on, title)
    return sorted(known.values(), key=lambda one: one.first)


def _all(item: CatalogueItem, corpus: Corpus) -> Iterator[Period]:
    match item.every:
        case Every.MONTH:
            yield from (one for one in _months(item.since) if _counts(item, one, corpus))
        case Every.WEEK:
            yield from (one for one in _weeks(item.since) if _counts(item, one, corpus))
        case Every.TERM:
            yield from terms(corpus)
        case Every.SCHOOL_YEAR:
            for year in range(item.since.year - 1, date.max.year):
                title = Words(f"{year}—{year + 1}学年", f"school year {year}–{year + 1}")
                yield Period(f"{year}-{year + 1}", *_school_year(year), title)
        case Every.YEAR:
            for year in range(item.since.year, date.max.year):
                yield Period(str(year), date(year, 1, 1), date(year, 12, 31), Words(f"{year}年", str(year)))
        case Every.STANDING:
            yield Period(WHOLE, item.since, item.until or date.max, Words("长期", "standing"))
        case Every.EVENT:
            return


def _months(since: date) -> Iterator[Period]:
    for number in range(since.year * 12 + since.month - 1, date.max.year * 12):
        year, month = number // 12, number % 12 + 1
        name = f"{year:04}-{month:02}"
        yield Period(name, *span_of(name), Words(f"{year}年{month}月", f"{_MONTHS[month - 1]} {year}"))


def _weeks(since: date) -> Iterator[Period]:
    first = since - timedelta(days=since.weekday())
    while first.year < date.max.year:
        last = first + timedelta(days=6)
        title = Words(
            f"{first.year}年{first.month}月{first.day}日至{last.month}月{last.day}日", f"week of {first}"
        )
        yield Period(first.isoformat(), first, last, title)
        first += timedelta(days=7)


def _counts(item: CatalogueItem, period: Period, corpus: Corpus) -> bool:
    """Whether a month or week counts: where only those of term do, enough of it is worked in a term."""
    if not item.only_in_term or period.first > corpus.today:
        return True
    taught = sum(
        corpus.workdays.count(max(one.first, period.first), min(one.last, period.last))
        for one in terms(corpus)
    )
    return taught >= (corpus.profile.least("month.school-days") if item.every is Every.MONTH else 1)


def _school_year(year: int) -> tuple[date, date]:
    return date(year, 9, 1), date(year + 1, 8, 31)


def fulfilling(item: CatalogueItem, corpus: Corpus) -> Iterator[Entry[Any]]:
    """The records that may fulfil an item: of its kind, named as it says, and open to its readers."""
    begins = item.id_begins or ""
    for entry in corpus.of(item.record_kind):
        if entry.id.startswith(begins) and item.audience.admits(entry.record.audience):
            yield entry
