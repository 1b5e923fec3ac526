"""The month as a grid of weeks, with what is on each day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from site_builder.kinds.schedules.record import EntryState, Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays, month_of, span_of, weeks_of


class Day(msgspec.Struct, frozen=True):
    """A day in the grid."""

    date: date
    number: int
    """Its day of the month."""
    in_month: bool
    """False for the days of the months beside it that fill the first and last week."""
    worked: bool
    made_up: bool
    """Whether it is a weekend day that is worked."""
    holiday: str = ""
    """The name of the public holiday, if it is one."""
    holiday_en: str = ""
    vacation: str = ""
    """The name of the vacation it lies in, if it does."""
    vacation_en: str = ""
    entries: tuple[ScheduleEntry, ...] = ()
    """What is on this day, or begins on it."""
    running: tuple[ScheduleEntry, ...] = ()
    """What began on an earlier day and is not over."""


class Week(msgspec.Struct, frozen=True):
    """Seven days from Monday on."""

    number: int | None
    """Which week of term it is; None out of term."""
    days: tuple[Day, ...]


class ScheduleFigures(msgspec.Struct, frozen=True):
    """A month of duties, reckoned."""

    weeks: tuple[Week, ...]
    """月历：本月涉及的各周。
    Weeks: those that the month touches."""
    undated: tuple[ScheduleEntry, ...]
    """不定日期：本月内哪天做都可以的事项。
    Undated: entries for any day of the month."""
    working_days: int
    """工作日：按校历计算的本月工作日。
    Working days: of the month, by the school calendar."""
    done: int
    """已完成：做完的事项。
    Done: entries that are done."""
    total: int
    """全部事项：没有取消的事项。
    Entries: those that were not dropped."""
    overdue: tuple[str, ...]
    """逾期：过了期限还没有交代的事项。
    Overdue: ids of entries past their day without being done, postponed or dropped."""


def figures(entry: Entry[Schedule], corpus: Corpus) -> ScheduleFigures:
    """The grid of the month and how much of it is done."""
    record = entry.record
    calendars = tuple(entry.record for entry in corpus.of("calendars"))
    kept = tuple(entry for entry in record.entries if entry.state is not EntryState.DROPPED)
    return ScheduleFigures(
        weeks=tuple(
            Week(
                _number(week, calendars), tuple(_day(day, record, corpus.workdays, calendars) for day in week)
            )
            for week in weeks_of(record.month)
        ),
        undated=tuple(entry for entry in record.entries if first_day(entry) is None),
        working_days=corpus.workdays.count(*span_of(record.month)),
        done=sum(entry.state is EntryState.DONE for entry in kept),
        total=len(kept),
        overdue=tuple(entry.id for entry in record.entries if is_overdue(entry, record.month, corpus.today)),
    )


def first_day(entry: ScheduleEntry) -> date | None:
    """The day an entry is for or begins on, None when it is for any day of the month."""
    return entry.day or entry.starts_on or entry.ends_on


def last_day(entry: ScheduleEntry, month: str) -> date:
    """The day by which an entry is due."""
    return entry.day or entry.ends_on or span_of(month)[1]


def is_overdue(entry: ScheduleEntry, month: str, today: date) -> bool:
    """Whether an entry should be done by now and says neither so, nor when else, nor that it will not be."""
    if entry.state in (EntryState.DONE, EntryState.DROPPED):
        return False
    if entry.state is EntryState.POSTPONED and entry.postponed_to is None:
        return False
    return (entry.postponed_to or last_day(entry, month)) < today


def _number(week: tuple[date, ...], calendars: tuple[Any, ...]) -> int | None:
    for term in (term for one in calendars for term in one.terms):
        first: date = term.starts_on
        if first <= week[-1] and week[0] <= term.ends_on:
            return (week[0].toordinal() - first.toordinal() + first.weekday()) // 7 + 1
    return None


def _day(day: date, record: Schedule, worked: Workdays, calendars: tuple[Any, ...]) -> Day:
    inside = month_of(day) == record.month
    holiday, holiday_en = _named(day, (span for one in calendars for span in one.holidays))
    vacation, vacation_en = _named(day, (span for one in calendars for span in one.vacations))
    return Day(
        date=day,
        number=day.day,
        in_month=inside,
        worked=worked.worked(day),
        made_up=day in worked.made_up,
        holiday=holiday,
        holiday_en=holiday_en,
        vacation=vacation,
        vacation_en=vacation_en,
        entries=tuple(entry for entry in record.entries if inside and first_day(entry) == day),
        running=tuple(entry for entry in record.entries if inside and _runs(entry, day)),
    )


def _runs(entry: ScheduleEntry, day: date) -> bool:
    return (
        entry.starts_on is not None and entry.ends_on is not None and entry.starts_on < day <= entry.ends_on
    )


def _named(day: date, spans: Iterator[Any]) -> tuple[str, str]:
    found = next((span for span in spans if span.starts_on <= day <= span.ends_on), None)
    return (found.name, found.name_en or found.name) if found else ("", "")
