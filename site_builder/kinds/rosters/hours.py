"""From the pattern of a roster to the hours of single days: when somebody is there, and when nobody is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from site_builder.kinds.rosters.record import Band, Days, Roster, Shift
from site_builder.model.days import Workdays, days

LONGEST = timedelta(days=366)
"""Of a roster that is written for longer, the first year is looked at; what recurs is all in it."""

_WEEK = (Days.MON, Days.TUE, Days.WED, Days.THU, Days.FRI, Days.SAT, Days.SUN)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time."""

    begins: datetime
    ends: datetime

    @property
    def hours(self) -> Decimal:
        """How long it is, exact to the minute."""
        return hours_of(self.ends - self.begins)


@dataclass(frozen=True, slots=True)
class Duty:
    """One turn of duty on one day."""

    span: Span
    shift: int
    """Which of the roster's shifts it is."""


def hours_of(length: timedelta) -> Decimal:
    """A length of time in hours, without zeros at its end."""
    hours = (Decimal(length // timedelta(minutes=1)) / 60).quantize(Decimal("0.01"))
    return hours.quantize(Decimal(1)) if hours == hours.to_integral() else hours


def days_of(record: Roster) -> tuple[date, ...]:
    """The days that a roster covers, a year of them at most."""
    return tuple(days(record.starts_on, min(record.ends_on, record.starts_on + LONGEST)))


@lru_cache(4)
def duties(record: Roster, worked: Workdays) -> tuple[Duty, ...]:
    """Every turn of duty, by the time it begins; the rules of one roster ask for the same one after another."""
    found = (
        Duty(_span(day, shift), place)
        for day in days_of(record)
        for place, shift in enumerate(record.shifts)
        if day == shift.date or (shift.date is None and _recurs(shift.days, day, worked))
    )
    return tuple(sorted(found, key=lambda duty: duty.span))


def required(record: Roster, turns: tuple[Duty, ...], worked: Workdays) -> Iterator[Span]:
    """When somebody has to be there; 24 hours run from the time at which the first shift begins."""
    covered = days_of(record)
    if record.around_the_clock and covered:
        clock = turns[0].span.begins.time() if turns else time(0)
        begin = datetime.combine(record.starts_on, clock)
        yield Span(begin, begin + len(covered) * _DAY)
    for day in covered:
        yield from (_span(day, band) for band in record.bands if _recurs(band.days, day, worked))


def gaps(needed: Iterable[Span], there: Iterable[Span]) -> Iterator[Span]:
    """The stretches of what is needed in which nobody is there."""
    present = tuple(joined(there))
    for one in needed:
        at = one.begins
        for other in present:
            if other.begins >= one.ends:
                break
            if other.begins > at:
                yield Span(at, other.begins)
            at = max(at, other.ends)
        if at < one.ends:
            yield Span(at, one.ends)


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The same time without overlaps and without seams."""
    last: Span | None = None
    for one in sorted(spans):
        if last is not None and one.begins <= last.ends:
            last = Span(last.begins, max(last.ends, one.ends))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _span(day: date, one: Band | Shift) -> Span:
    begin, end = datetime.combine(day, one.begins), datetime.combine(day, one.ends)
    return Span(begin, end if end > begin else end + _DAY)


def _recurs(pattern: tuple[Days, ...], day: date, worked: Workdays) -> bool:
    on = {Days.DAILY, _WEEK[day.weekday()], Days.WORKDAYS if worked.worked(day) else Days.DAYS_OFF}
    return not pattern or any(one in on for one in pattern)
