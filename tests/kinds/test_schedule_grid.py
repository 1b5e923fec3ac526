"""The month as a grid of weeks."""

from datetime import date

from site_builder.kinds.calendars.figures import workdays
from site_builder.kinds.calendars.record import Calendar, Holiday, MakeUpDay, TermDates, Vacation
from site_builder.kinds.schedules.figures import Day, figures
from site_builder.kinds.schedules.record import Area, EntryState, Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from tests.cases import alone

CALENDAR = Calendar(
    title="校历",
    school_year="2025-2026",
    terms=(TermDates(term="2026S", starts_on=date(2026, 3, 2), ends_on=date(2026, 7, 3)),),
    vacations=(Vacation(name="寒假", starts_on=date(2026, 1, 31), ends_on=date(2026, 3, 1)),),
    holidays=(
        Holiday(name="劳动节", name_en="Labour Day", starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 5)),
    ),
    make_up_days=(MakeUpDay(date=date(2026, 5, 9)),),
)


def grid(month: str, *entries: ScheduleEntry) -> dict[date, Day]:
    schedule = Schedule(title="行事历", month=month, entries=entries)
    corpus = Corpus((Entry("calendars", "c", CALENDAR, "", ""),), date(2026, 5, 20), workdays((CALENDAR,)))
    return {day.date: day for week in figures(alone(schedule), corpus).weeks for day in week.days}


def test_holidays_swapped_days_and_weekends() -> None:
    days = grid("2026-05")
    friday, saturday, swapped = days[date(2026, 5, 1)], days[date(2026, 5, 16)], days[date(2026, 5, 9)]
    assert (friday.holiday, friday.holiday_en, friday.worked) == ("劳动节", "Labour Day", False)
    assert (saturday.holiday, saturday.worked, saturday.made_up) == ("", False, False)
    assert (swapped.worked, swapped.made_up) == (True, True)
    assert not days[date(2026, 4, 30)].in_month


def test_the_weeks_of_term_are_numbered_from_the_week_it_begins_in() -> None:
    corpus = Corpus((Entry("calendars", "c", CALENDAR, "", ""),), date(2026, 3, 1), workdays((CALENDAR,)))
    schedule = Schedule(title="行事历", month="2026-03", entries=())
    assert [week.number for week in figures(alone(schedule), corpus).weeks] == [None, 1, 2, 3, 4, 5]
    assert grid("2026-03")[date(2026, 3, 1)].vacation == "寒假"


def test_an_entry_of_several_days_begins_once_and_runs_on() -> None:
    check = ScheduleEntry(
        id="check", text="清查", area=Area.PROPERTY, starts_on=date(2026, 5, 28), ends_on=date(2026, 6, 2)
    )
    days = grid("2026-05", check)
    assert [day.date for day in days.values() if day.entries] == [date(2026, 5, 28)]
    assert [day.date.day for day in days.values() if day.running] == [29, 30, 31]


def test_what_has_no_day_stands_beside_the_grid_and_dropped_entries_do_not_count() -> None:
    undated = ScheduleEntry(id="list", text="列清单", area=Area.TEAM)
    dropped = ScheduleEntry(
        id="boards", text="宣传栏", area=Area.TEAM, day=date(2026, 5, 6), state=EntryState.DROPPED
    )
    late = ScheduleEntry(id="late", text="检查", area=Area.SAFETY, day=date(2026, 5, 19))
    corpus = Corpus((Entry("calendars", "c", CALENDAR, "", ""),), date(2026, 5, 20), workdays((CALENDAR,)))
    found = figures(
        alone(Schedule(title="行事历", month="2026-05", entries=(undated, dropped, late))), corpus
    )
    assert found.undated == (undated,)
    assert (found.done, found.total, found.working_days) == (0, 2, 19)
    assert found.overdue == ("late",)
