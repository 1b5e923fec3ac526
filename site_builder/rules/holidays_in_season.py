"""What is prepared for a holiday is scheduled shortly before it or in it."""

import re
from collections.abc import Iterator
from datetime import timedelta

from site_builder.kinds.calendars.record import Calendar, Holiday, Vacation
from site_builder.kinds.schedules.record import Schedule
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

OUT_OF_SEASON = Mistake("PLN-06")

_ROSTER = re.compile(
    r"(国庆|中秋|元旦|春节|清明|五一|劳动节|端午|寒假|暑假).{0,8}?(?:值班|值守|轮值|护校|放假)"
)
"""A holiday in a sentence; only rosters are bound to it, other things are prepared long before or settled after."""


def holidays_are_near(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """A holiday or vacation named in an entry touches the month or begins within 31 days after it."""
    month, ahead = entry.record.month, corpus.profile.least("holiday.ahead")
    first, last = span_of(month)
    until = last + timedelta(days=ahead)
    spans = tuple(span for one in corpus.of("calendars") for span in _spans(one.record))
    near = [span.name for span in spans if span.ends_on >= first and span.starts_on <= until]
    if not near:
        # The calendar does not reach so far: nothing can be said.
        return
    just_over = [span.name for span in spans if first - timedelta(days=ahead) <= span.ends_on < first]
    values = {"month": month, "near": "、".join(near), "ahead": ahead}
    for place, item in enumerate(entry.record.entries):
        if item.about_holiday is not None:
            if item.about_holiday not in near:
                found = {"holiday": item.about_holiday}
                yield Finding(("entries", place, "about_holiday"), OUT_OF_SEASON, values | found)
        elif named := _ROSTER.search(item.text):
            holiday = "劳动" if named[1] == "五一" else named[1].removesuffix("节")
            if not any(holiday in name for name in (*near, *just_over)):
                yield Finding(("entries", place, "text"), OUT_OF_SEASON, values | {"holiday": named[1]})


def _spans(calendar: Calendar) -> tuple[Holiday | Vacation, ...]:
    return (*calendar.holidays, *calendar.vacations)


RULE = Rule(OUT_OF_SEASON, "schedules", holidays_are_near)
