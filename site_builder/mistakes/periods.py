"""Periods that the profile fixes: one way to reckon them for every rule that asks whether something came in time."""

from datetime import date, datetime, time, timedelta
from typing import Any

from site_builder.model.corpus import Corpus
from site_builder.model.days import span_of
from site_builder.model.profile import UNITS


def due_on(corpus: Corpus, setting: str, first: date) -> date | None:
    """The last day that is in time, `first` itself not counted; None where the profile sets no such period."""
    limit = corpus.profile.count(setting)
    if limit is None:
        return None
    worked = corpus.profile.settings[setting].unit == "wd"
    return corpus.workdays.after(first, limit) if worked else first + timedelta(days=limit)


def late(corpus: Corpus, setting: str, first: date, last: date) -> dict[str, Any] | None:
    """What to tell when `last` comes more than the allowed period after `first`; None when it is in time."""
    due = due_on(corpus, setting, first)
    return _told(corpus, setting, first, last) | {"due": due} if due is not None and last > due else None


def short(corpus: Corpus, setting: str, first: date, last: date) -> dict[str, Any] | None:
    """What to tell when `first` and `last` are less than the asked period apart; None when there is enough time."""
    due = due_on(corpus, setting, first)
    return _told(corpus, setting, first, last) | {"due": due} if due is not None and last < due else None


def term_days(corpus: Corpus, term: str) -> tuple[date, date] | None:
    """The first and the last day of a term, where a calendar has it."""
    terms = (one for entry in corpus.of("calendars") for one in entry.record.terms)
    return next(((one.starts_on, one.ends_on) for one in terms if one.term == term), None)


def is_of_term(corpus: Corpus, month: str) -> bool:
    """Whether so many working days of a month lie in terms that what is due in every month of term is due in it."""
    first, last = span_of(month)
    terms = (one for entry in corpus.of("calendars") for one in entry.record.terms)
    worked = sum(corpus.workdays.count(max(first, one.starts_on), min(last, one.ends_on)) for one in terms)
    return worked >= max(corpus.profile.least("month.school-days"), 1)


def _told(corpus: Corpus, setting: str, first: date, last: date) -> dict[str, Any]:
    unit = corpus.profile.settings[setting].unit
    days = corpus.workdays.count(first + timedelta(days=1), last) if unit == "wd" else (last - first).days
    limit = corpus.profile.count(setting)
    return {"first": first, "last": last, "days": days, "limit": limit, "unit": UNITS[unit]}


def limit_of(corpus: Corpus, setting: str) -> str | None:
    """A setting as the time limit a clerk would write for it: ``2h``, ``3wd``; None where there is none."""
    limit = corpus.profile.count(setting)
    return None if limit is None else f"{limit}{corpus.profile.settings[setting].unit}"


def until(corpus: Corpus, limit: str, start: datetime) -> datetime:
    """The last moment in time for what began at `start`; days and working days end with their day."""
    figure = int(limit.rstrip("hdw"))
    if limit.endswith("h"):
        return start + timedelta(hours=figure)
    day = start.date()
    last = corpus.workdays.after(day, figure) if limit.endswith("wd") else day + timedelta(days=figure)
    return datetime.combine(last, time(23, 59))


def told_at(moment: datetime) -> str:
    """A moment as people type it."""
    return f"{moment:%Y-%m-%d %H:%M}"
