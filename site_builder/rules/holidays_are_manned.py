"""Rosters for days off leave out no day of the holiday or vacation they belong to."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.kinds.calendars.record import Holiday, Vacation
from site_builder.kinds.rosters.record import Roster
from site_builder.kinds.rosters.rules import DAYS_OFF, UNMANNED
from site_builder.model.days import days
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding
from site_builder.model.told import Severity
from site_builder.model.words import Words

_DAY = timedelta(days=1)
_BEFORE = timedelta(days=31)
"""How long before a holiday a roster that reaches into it may begin."""


def holidays_are_manned(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """The days of a holiday after a roster, and those before the first one, are in another roster.

    Only a warning: the rest of a long vacation may be published later.
    """
    record = entry.record
    if record.scope not in DAYS_OFF or record.ends_on < record.starts_on:
        return
    for span in _spans(corpus):
        if not (span.starts_on <= record.ends_on and record.starts_on <= span.ends_on):
            continue
        after = _unmanned(tuple(days(record.ends_on + _DAY, span.ends_on)), span, corpus)
        before = tuple(days(span.starts_on, record.starts_on - _DAY))
        led = before if len(_unmanned(before, span, corpus)) == len(before) else ()
        for field, open_ in (("starts_on", led), ("ends_on", after)):
            if open_:
                fault = Words(f"没有排值班（{span.name}）", f"have no roster ({span.name_en or span.name})")
                values = {"day": open_[0], "days": len(open_), "fault": fault}
                yield Finding((field,), UNMANNED, values, weighs=Severity.WARNING)


def _unmanned(several: tuple[date, ...], span: Holiday | Vacation, corpus: Corpus) -> tuple[date, ...]:
    """The first of several days that are in no roster, up to the next that is in one."""
    for place, day in enumerate(several):
        if _manned(day, span, corpus):
            return several[:place]
    return several


def _manned(day: date, span: Holiday | Vacation, corpus: Corpus) -> bool:
    return any(
        one.record.scope in DAYS_OFF and one.record.ends_on >= day
        for start in days(span.starts_on - _BEFORE, day)
        for one in corpus.having("rosters", "starts_on", start)
    )


def _spans(corpus: Corpus) -> Iterator[Holiday | Vacation]:
    for one in corpus.of("calendars"):
        yield from (*one.record.holidays, *one.record.vacations)


RULE = Rule(UNMANNED, "rosters", holidays_are_manned)
