"""What must hold of a school calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from site_builder.kinds.calendars.record import Calendar, Span
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

ORDER = Mistake("CAL-01")
OUTSIDE = Mistake("CAL-02")
OVERLAP = Mistake("CAL-03")
NO_WEEKEND = Mistake("CAL-04")
WRONG_TERM = Mistake("CAL-05")
NO_SOURCE = Mistake("CAL-06")
STILL_PROVISIONAL = Mistake("CAL-07")


def spans_run_forward(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for trail, span in _spans(entry.record):
        if span.ends_on < span.starts_on:
            yield Finding((*trail, "ends_on"), ORDER, {"starts_on": span.starts_on, "ends_on": span.ends_on})


def days_lie_in_the_school_year(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Every day of the calendar lies between 1 August and the 31 August after it."""
    year = int(entry.record.school_year[:4])
    first, last = date(year, 8, 1), date(year + 1, 8, 31)
    found: list[tuple[Trail, date]] = []
    for trail, span in _spans(entry.record):
        found += [((*trail, "starts_on"), span.starts_on), ((*trail, "ends_on"), span.ends_on)]
    found += [
        (("make_up_days", place, "date"), day.date) for place, day in enumerate(entry.record.make_up_days)
    ]
    for trail, day in found:
        if not first <= day <= last:
            values = {"found": day, "school_year": entry.record.school_year, "first": first, "last": last}
            yield Finding(trail, OUTSIDE, values)


def spans_do_not_overlap(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Terms, vacations and holidays each follow one another, and no vacation reaches into a term."""
    record = entry.record
    for field in ("terms", "vacations", "holidays"):
        spans: tuple[Span, ...] = getattr(record, field)
        for place, (before, after) in enumerate(pairwise(spans), start=1):
            if after.starts_on <= before.ends_on:
                yield _overlap((field, place), after, before)
    for place, vacation in enumerate(record.vacations):
        for term in record.terms:
            if vacation.starts_on <= term.ends_on and term.starts_on <= vacation.ends_on:
                yield _overlap(("vacations", place), vacation, term)


def swapped_days_are_weekend_days(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """A swapped working day is a Saturday or Sunday outside the holidays."""
    for place, day in enumerate(entry.record.make_up_days):
        within = [span.name for span in entry.record.holidays if span.starts_on <= day.date <= span.ends_on]
        if day.date.weekday() < 5:
            fault = Words("这天不是周末", "it is no weekend day")
        elif within:
            fault = Words(f"这天在“{within[0]}”假期里", f"it lies in “{within[0]}”")
        else:
            continue
        yield Finding(("make_up_days", place, "date"), NO_WEEKEND, {"found": day.date, "fault": fault})


def terms_are_named_by_their_start(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """The code of a term says the year and the season it begins in."""
    for place, term in enumerate(entry.record.terms):
        # A term that begins in late July is an autumn term that begins early.
        start = term.starts_on + timedelta(days=14)
        suggestion = f"{start.year}{'A' if start.month >= 8 else 'S'}"
        if term.term != suggestion:
            values = {"term": term.term, "starts_on": term.starts_on, "suggestion": suggestion}
            yield Finding(("terms", place, "term"), WRONG_TERM, values)


def holidays_have_a_source(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Holidays and swapped working days name the notice that announced them."""
    if entry.record.provisional:
        return
    for place, holiday in enumerate(entry.record.holidays):
        if holiday.basis is None:
            yield Finding(("holidays", place), NO_SOURCE, {"name": holiday.name})
    for place, day in enumerate(entry.record.make_up_days):
        if day.basis is None:
            yield Finding(("make_up_days", place), NO_SOURCE, {"name": day.date})


def provisional_ends_with_the_year(entry: Entry[Calendar], corpus: Corpus) -> Iterator[Finding]:
    """A calendar is no longer provisional when the year has begun whose holidays were missing."""
    year = int(entry.record.school_year[5:])
    if entry.record.provisional and corpus.today.year >= year:
        yield Finding(("provisional",), STILL_PROVISIONAL, {"year": year})


def _spans(record: Calendar) -> Iterator[tuple[Trail, Span]]:
    for field in ("terms", "vacations", "holidays"):
        for place, span in enumerate(getattr(record, field)):
            yield (field, place), span


def _overlap(trail: Trail, span: Span, earlier: Span) -> Finding:
    return Finding((*trail, "starts_on"), OVERLAP, {"starts_on": span.starts_on, "earlier": earlier.ends_on})


RULES = tuple(
    Rule(mistake, "calendars", check)
    for mistake, check in (
        (ORDER, spans_run_forward),
        (OUTSIDE, days_lie_in_the_school_year),
        (OVERLAP, spans_do_not_overlap),
        (NO_WEEKEND, swapped_days_are_weekend_days),
        (WRONG_TERM, terms_are_named_by_their_start),
        (NO_SOURCE, holidays_have_a_source),
        (STILL_PROVISIONAL, provisional_ends_with_the_year),
    )
)
