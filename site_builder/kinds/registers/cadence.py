"""Where rows are missing, by how often the register promises to be kept."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from site_builder.kinds.registers.season import Season

_DAY = timedelta(days=1)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time with fewer rows than promised."""

    first: date
    last: date
    expected: int
    found: int


def gaps(
    cadence: str, days: tuple[date, ...], first: date, last: date | None, today: date, season: Season
) -> Iterator[Gap]:
    """Every stretch from `first` on, and over before `today`, with fewer rows than promised.

    `days` are those of the rows, sorted; `last` is the last day the register covers. What depends on events
    (`on-event`, `per-meal`, `per-delivery`, `standing`) can have no gap. The season says which stretches ask for
    anything; a term is judged when it is over, a year as the whole that the register covers.
    """
    times, _, unit = cadence.partition("/") if "/" in cadence else ("1", "", cadence)
    for start, end in _stretches(unit, first, last or today, season):
        over = end if last is None else min(end, last)
        if over >= today or over < start:
            return
        expected = int(times)
        found = bisect_right(days, over) - bisect_left(days, start)
        if found < expected and season.asks(unit, start, over):
            yield Gap(first=start, last=over, expected=expected, found=found)


def _stretches(unit: str, first: date, last: date, season: Season) -> Iterator[tuple[date, date]]:
    if unit in ("term", "year"):
        yield from season.parts(first, last) if unit == "term" else [(first, last)]
        return
    end_of = {"daily": _same, "week": _sunday, "weekly": _sunday, "month": _month_end, "monthly": _month_end}
    start = first
    while unit in end_of:
        end = end_of[unit](start)
        yield start, end
        start = end + _DAY


def _same(day: date) -> date:
    return day


def _sunday(day: date) -> date:
    return day + (6 - day.weekday()) * _DAY


def _month_end(day: date) -> date:
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
