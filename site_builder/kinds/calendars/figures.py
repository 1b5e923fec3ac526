"""What follows from a calendar: the working days of terms and months."""

from collections.abc import Iterable
from datetime import date

import msgspec

from site_builder.kinds.calendars.record import Calendar, Span, TermDates
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays, days, months, span_of


class MonthFigures(msgspec.Struct, frozen=True):
    """A month, or the part of it that lies in a term."""

    month: str
    """月份：例如 2026-03。
    Month: 2026-03, for example."""
    days: int
    """天数：计入的天数。
    Days: how many of it are counted."""
    working_days: int
    """工作日：其中的工作日。
    Working days: how many of them are worked."""


class TermFigures(msgspec.Struct, frozen=True):
    """A term in numbers."""

    term: str
    """学期：例如 2026S。
    Term: 2026S, for example."""
    weeks: int
    """周数：从第一周的周一到最后一周的周日。
    Weeks: from the Monday of its first week to the Sunday of its last."""
    working_days: int
    """工作日：学期里的工作日。
    Working days: of the term."""
    months: tuple[MonthFigures, ...]
    """各月：学期在每个月里的部分。
    Months: the part of each that lies in the term."""


class CalendarFigures(msgspec.Struct, frozen=True):
    """A school year in numbers."""

    terms: tuple[TermFigures, ...]
    """学期：各学期的周数和工作日。
    Terms: their weeks and working days."""
    months: tuple[MonthFigures, ...]
    """各月：从最早到最晚一个月。
    Months: from the first that the calendar touches to the last."""
    days_off: int
    """放假天数：节假日连休的天数，含其中的周末。
    Days off: of public holidays, weekends within them included."""
    made_up: int
    """调休上班：周末上班的天数。
    Swapped days: weekend days that are worked."""


def workdays(calendars: Iterable[Calendar]) -> Workdays:
    """The working days that all calendars together announce; vacations are no holidays, so they count as worked."""
    known = tuple(calendars)
    off = (
        day for one in known for holiday in one.holidays for day in days(holiday.starts_on, holiday.ends_on)
    )
    made_up = (day.date for one in known for day in one.make_up_days)
    return Workdays(frozenset(off), frozenset(made_up))


def figures(entry: Entry[Calendar], corpus: Corpus) -> CalendarFigures:
    """The working days of each term and month."""
    record = entry.record
    first, last = _bounds(record)
    own = workdays((record,))
    return CalendarFigures(
        terms=tuple(_term(term, corpus.workdays) for term in record.terms),
        months=tuple(_month(month, *span_of(month), corpus.workdays) for month in months(first, last)),
        days_off=len(own.off),
        made_up=len(own.made_up),
    )


def _bounds(record: Calendar) -> tuple[date, date]:
    spans: tuple[Span, ...] = (*record.terms, *record.vacations, *record.holidays)
    if not spans:
        first = date(int(record.school_year[:4]), 9, 1)
        return first, first
    return min(span.starts_on for span in spans), max(span.ends_on for span in spans)


def _term(term: TermDates, worked: Workdays) -> TermFigures:
    first, last = term.starts_on, term.ends_on
    return TermFigures(
        term=term.term,
        weeks=(last.toordinal() - last.weekday() - first.toordinal() + first.weekday()) // 7 + 1,
        working_days=worked.count(first, last),
        months=tuple(
            _month(month, max(first, span_of(month)[0]), min(last, span_of(month)[1]), worked)
            for month in months(first, last)
        ),
    )


def _month(month: str, first: date, last: date, worked: Workdays) -> MonthFigures:
    return MonthFigures(month, max((last - first).days + 1, 0), worked.count(first, last))
