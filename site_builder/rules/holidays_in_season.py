"""What is prepared for a holiday is scheduled shortly before it or in it."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.kinds.calendars.record import Calendar, Holiday, Vacation
from site_builder.kinds.schedules.record import Schedule
from site_builder.model.days import span_of
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake

OUT_OF_SEASON = Mistake("PLN-06")


def holidays_are_near(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """A holiday or vacation named in an entry touches the month or begins within 31 days after it."""
    first, last = span_of(entry.record.month)
    ahead = timedelta(days=corpus.profile.least("holiday.ahead"))
    spans = tuple(span for one in corpus.of("calendars") for span in _spans(one.record))
    if not any(span.starts_on <= last + ahead and span.ends_on >= first for span in spans):
        # The calendar does not reach so far: nothing can be said.
        return
    near = [span.name for span in spans if span.ends_on >= first and span.starts_on <= last + ahead]
    for place, item in enumerate(entry.record.entries):
        if item.about_holiday is not None and item.about_holiday not in near:
            values = {"month": entry.record.month, "holiday": item.about_holiday, "near": "、".join(near)}
            yield Finding(("entries", place, "about_holiday"), OUT_OF_SEASON, values)


def _spans(calendar: Calendar) -> tuple[Holiday | Vacation, ...]:
    return (*calendar.holidays, *calendar.vacations)


RULE = Rule(OUT_OF_SEASON, "schedules", holidays_are_near)
