"""From a schedule, a plan or a school calendar to the events of a calendar file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from site_builder.kinds.calendars.record import Calendar, Holiday, Vacation
from site_builder.kinds.schedules.record import EntryState, Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.docs import label
from site_builder.model.words import Words
from site_builder.render.filters import term
from site_builder.render.ics import CalendarInputs, Event


def calendar_of(entry: Entry[Any], figures: Any, corpus: Corpus) -> CalendarInputs | None:
    """The calendar of a month, of the months that carry out a plan, of a school year; None where there is nothing."""
    if entry.kind == "schedules":
        events = tuple(_event(entry, one, corpus) for one in entry.record.entries)
    elif entry.kind == "plans":
        events = tuple(_of_plan(figures, corpus))
    elif entry.kind == "calendars":
        events = tuple(_of_year(entry))
    else:
        return None
    title = Words(entry.record.title, entry.record.title_en or entry.record.title)
    return CalendarInputs(title, events) if events else None


def _of_plan(figures: Any, corpus: Corpus) -> Iterator[Event]:
    """The steps of all measures, each under the name it has in the calendar of its month."""
    steps = {
        (step.schedule, step.id) for goal in figures.goals for one in goal.measures for step in one.steps
    }
    for schedule in corpus.of("schedules"):
        for one in schedule.record.entries:
            if (schedule.id, one.id) in steps:
                yield _event(schedule, one, corpus)


def _of_year(entry: Entry[Calendar]) -> Iterator[Event]:
    """The first and the last day of each term, what is off, and the weekend days that are worked."""

    def on(first: date, last: date, chinese: str, english: str, mark: str) -> Event:
        stamp, sequence = record.published_on or first, len(record.corrections)
        text, name = Words(chinese, english), f"#{mark}-{first}"
        return Event(f"{entry.name}/", first, last, text, (), False, stamp, sequence, name)

    record = entry.record
    for one in record.terms:
        chinese, english = term("zh-CN", one.term), term("en", one.term)
        first = one.teaching_from or one.starts_on
        yield on(first, first, f"{chinese}开学", f"First day of the {english}", "begins")
        yield on(one.ends_on, one.ends_on, f"{chinese}结束", f"Last day of the {english}", "ends")
    free: tuple[Vacation | Holiday, ...] = (*record.vacations, *record.holidays)
    for off in free:
        english = off.name_en or off.name
        yield on(off.starts_on, off.ends_on, f"{off.name}放假", f"No school: {english}", "off")
    for day in record.make_up_days:
        why = f"（{day.makes_up_for}调休）" if day.makes_up_for else ""
        yield on(day.date, day.date, f"上班上课{why}", "A weekend day that is worked", "worked")


def _event(schedule: Entry[Schedule], one: ScheduleEntry, corpus: Corpus) -> Event:
    """An entry on its days; one that may be done at any time in the month fills the month."""
    record = schedule.record
    begin, end = span_of(record.month)
    first = one.postponed_to or one.day or one.starts_on or begin
    last = one.postponed_to or one.day or one.ends_on or (first if one.starts_on else end)
    return Event(
        path=f"{schedule.name}/#{one.id}",
        first=first,
        last=max(first, last),
        text=Words(one.text, one.text_en or one.text),
        about=tuple(_about(one, corpus)),
        dropped=one.state is EntryState.DROPPED,
        stamp=record.published_on or begin,
        sequence=len(record.corrections),
    )


def _about(one: ScheduleEntry, corpus: Corpus) -> Iterator[Words]:
    """The state, the post that answers for it, what came of it."""
    yield label(EntryState, one.state.name)
    if one.owner:
        office, _, post = one.owner.partition("#")
        found = corpus.find("offices", office)
        posts = found.record.posts if found else ()
        yield from (Words(known.title, known.title_en or known.title) for known in posts if known.id == post)
    for text in (one.result, one.reason):
        if text:
            yield Words(text, text)
