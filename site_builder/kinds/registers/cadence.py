"""Where rows are missing, by how often the register promises to be kept."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from site_builder.model.days import Workdays

_DAY = timedelta(days=1)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time with fewer rows than promised."""

    first: date
    last: date
    expected: int
    found: int


def gaps(cadence: str, days: tuple[date, ...], first: date, last: date, workdays: Workdays) -> Iterator[Gap]:
    """Every stretch between `first` and `last` with fewer rows than promised; `days` are those of the rows.

    What depends on events (`on-event`, `per-meal`, `per-delivery`, `standing`) can have no gap. A stretch without a
    working day asks for nothing, and a term or year is judged as a whole.
    """
    times, _, unit = cadence.partition("/") if "/" in cadence else ("1", "", cadence)
    for start, end in _stretches(unit, first, last):
        expected = int(times)
        found = sum(1 for day in days if start <= day <= end)
        if found < expected and workdays.count(start, end):
            yield Gap(first=start, last=end, expected=expected, found=found)


def _stretches(unit: str, first: date, last: date) -> Iterator[tuple[date, date]]:
    if unit in ("term", "year"):
        yield first, last
        return
    end_of = {"daily": _same, "week": _sunday, "weekly": _sunday, "month": _month_end, "monthly": _month_end}
    if unit not in end_of:
        return
    start = first
    while start <= last:
        end = min(end_of[unit](start), last)
        yield start, end
        start = end + _DAY


def _same(day: date) -> date:
    return day


def _sunday(day: date) -> date:
    return day + (6 - day.weekday()) * _DAY


def _month_end(day: date) -> date:
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
