"""Days, weeks and months; working days are reckoned with the official calendar and never guessed."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """The days that are worked: Monday to Friday, less the holidays, plus the days made up for them."""

    off: frozenset[date] = frozenset()
    made_up: frozenset[date] = frozenset()

    def worked(self, day: date) -> bool:
        """Whether `day` is a working day."""
        return day in self.made_up or (day.weekday() < 5 and day not in self.off)

    def count(self, first: date, last: date) -> int:
        """How many working days there are from `first` to `last`, both counted; 0 when `last` is earlier."""
        span = (last - first).days + 1
        return sum(1 for step in range(max(span, 0)) if self.worked(first + step * _DAY))

    def after(self, day: date, working_days: int) -> date:
        """The working day that is `working_days` working days after `day`, not counting `day` itself.

        Where there are not so many days left before the year 10000, the last day there is.
        """
        while working_days > 0 and day < date.max:
            day += _DAY
            working_days -= self.worked(day)
        return day

    def before(self, day: date, working_days: int) -> date:
        """The working day that is `working_days` working days ahead of `day`, not counting `day` itself."""
        while working_days > 0 and day > date.min:
            day -= _DAY
            working_days -= self.worked(day)
        return day


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both counted; none when `last` is earlier."""
    for step in range(max((last - first).days + 1, 0)):
        yield first + step * _DAY


def month_of(day: date) -> str:
    """The month a day lies in, as it is written: ``2026-03``."""
    return f"{day:%Y-%m}"


def span_of(month: str) -> tuple[date, date]:
    """The first and the last day of a month written ``2026-03``."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def months(first: date, last: date) -> tuple[str, ...]:
    """The months that `first` to `last` touch, in order."""
    start, stop = first.year * 12 + first.month - 1, last.year * 12 + last.month
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, stop))


def shifted(month: str, by: int) -> str:
    """The month that lies `by` months after the given one, or before it where that is negative."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{number // 12:04}-{number % 12 + 1:02}"


def weeks_of(month: str) -> tuple[tuple[date, ...], ...]:
    """The weeks that a month touches, each of seven days from Monday on, days of the months beside it included."""
    grid = calendar.Calendar(calendar.MONDAY).monthdatescalendar(int(month[:4]), int(month[5:]))
    return tuple(tuple(week) for week in grid)
