"""Working days, weeks and months."""

from datetime import date

import pytest

from site_builder.model.days import Workdays, days, months, span_of, weeks_of

SPRING_2026 = Workdays(
    off=frozenset(days(date(2026, 2, 15), date(2026, 2, 23))),
    made_up=frozenset({date(2026, 2, 14), date(2026, 2, 28)}),
)


def test_twenty_working_days_over_the_spring_festival() -> None:
    # Six weekdays are off and two Saturdays are worked: four working days later than by weekdays alone.
    assert SPRING_2026.after(date(2026, 2, 10), 20) == date(2026, 3, 16)
    assert Workdays().after(date(2026, 2, 10), 20) == date(2026, 3, 10)


def test_a_swapped_saturday_is_worked_and_a_holiday_monday_is_not() -> None:
    assert SPRING_2026.worked(date(2026, 2, 28))
    assert not SPRING_2026.worked(date(2026, 2, 23))
    assert SPRING_2026.count(date(2026, 2, 1), date(2026, 2, 28)) == 16


def test_counting_backwards_is_nothing() -> None:
    assert SPRING_2026.count(date(2026, 3, 2), date(2026, 3, 1)) == 0
    assert list(days(date(2026, 3, 2), date(2026, 3, 1))) == []


def test_the_end_of_time_is_the_last_day() -> None:
    assert Workdays().after(date(9999, 12, 1), 100) == date.max


@pytest.mark.parametrize(
    ("month", "weeks", "monday"),
    [("2026-02", 5, date(2026, 1, 26)), ("2027-02", 4, date(2027, 2, 1)), ("2026-08", 6, date(2026, 7, 27))],
)
def test_weeks_are_whole_and_begin_on_monday(month: str, weeks: int, monday: date) -> None:
    grid = weeks_of(month)
    assert len(grid) == weeks
    assert grid[0][0] == monday
    assert {len(week) for week in grid} == {7}
    assert set(days(*span_of(month))) <= {day for week in grid for day in week}


def test_months_go_over_the_turn_of_the_year() -> None:
    assert months(date(2025, 11, 30), date(2026, 2, 1)) == ("2025-11", "2025-12", "2026-01", "2026-02")
    assert months(date(2026, 5, 3), date(2026, 5, 3)) == ("2026-05",)
