"""Rosters for days off leave out no day of the holiday or vacation they belong to."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from site_builder.kinds.calendars.record import Holiday, Vacation
from site_builder.kinds.rosters.hours import days_of
from site_builder.kinds.rosters.record import Roster
from site_builder.kinds.rosters.rules import DAYS_OFF, UNMANNED
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import days
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding
from site_builder.model.told import Severity
from site_builder.model.words import Words

_DAY = timedelta(days=1)


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
        after = _unmanned(tuple(days(record.ends_on + _DAY, span.ends_on)), corpus)
        before = tuple(days(span.starts_on, record.starts_on - _DAY))
        led = before if len(_unmanned(before, corpus)) == len(before) else ()
        for field, open_ in (("starts_on", led), ("ends_on", after)):
            if open_:
                fault = Words(f"没有排值班（{span.name}）", f"no roster ({span.name_en or span.name})")
                values = {"day": open_[0], "days": len(open_), "fault": fault}
                yield Finding((field,), UNMANNED, values, weighs=Severity.WARNING)


def _unmanned(several: tuple[date, ...], corpus: Corpus) -> tuple[date, ...]:
    """The first of several days that are in no roster, up to the next that is in one."""
    manned = corpus.once(_manned)
    return tuple(takewhile(lambda day: day not in manned, several))


def _manned(corpus: Corpus) -> frozenset[date]:
    """Every day that is in a roster for days off."""
    rosters = (one.record for one in corpus.of("rosters") if one.record.scope in DAYS_OFF)
    return frozenset(day for one in rosters for day in days_of(one))


def _spans(corpus: Corpus) -> Iterator[Holiday | Vacation]:
    for one in corpus.of("calendars"):
        yield from (*one.record.holidays, *one.record.vacations)


RULE = Rule(UNMANNED, "rosters", holidays_are_manned)
