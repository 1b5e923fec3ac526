"""Which records somebody means who asks for sheets: one, a kind, a month, a term, a year, or all of an office."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.form import MONTH, TERM, fits
from site_builder.model.kind import Kind
from site_builder.model.words import Words

_UNPRINTED = frozenset({"pages", "profile", "site"})
"""Kinds that no reader asks for on paper."""
_DATES = ("published_on", "starts_on", "approved_on", "written_on", "valid_from", "on")


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for: what the book is called, the name of its file, and what is in it."""

    title: Words
    file: str
    entries: tuple[Entry[Any], ...]


def select(what: tuple[str, ...], corpus: Corpus, kinds: dict[str, Kind[Any]]) -> Selection | None:
    """The records that the words `what` mean, by kind and id; None where they mean nothing."""
    name = "-".join(what).replace("/", "-")
    entries = tuple(one for one in corpus.entries if one.kind not in _UNPRINTED)

    def chosen(title: Words, test: Callable[[Entry[Any]], bool]) -> Selection | None:
        found = tuple(one for one in entries if test(one))
        return Selection(title, name, found) if found else None

    match what:
        case ("office", id) if (office := corpus.find("offices", id)) is not None:
            titles = Words(office.record.title, office.record.title_en or office.record.title)
            title = Words("{office}移交卷", "{office}: hand-over dossier").fill(office=titles)
            return chosen(title, lambda one: one.record.office == id or one is office)
        case ("year", year) | (year,) if year.isdigit() and len(year) == 4:
            within = _within(date(int(year), 1, 1), date(int(year), 12, 31))
            return chosen(Words(f"{year}年公开文件汇编", f"Disclosure of {year}"), within)
        case (month,) if fits(MONTH, month) is not None:
            title = Words(f"{int(month[:4])}年{int(month[5:])}月公开文件", f"Disclosure of {month}")
            return chosen(title, _of_month(month))
        case (term,) if fits(TERM, term) is not None:
            half = (
                Words("春季学期", "spring term") if term.endswith("S") else Words("秋季学期", "autumn term")
            )
            title = Words(f"{term[:4]}年{half.zh}公开文件", f"Disclosure of the {half.en} {term[:4]}")
            return chosen(title, _of_term(term, corpus))
        case (kind,) if kind in kinds:
            return chosen(kinds[kind].title, lambda one: one.kind == kind)
        case (one,):
            return chosen(Words(one, one), lambda entry: entry.name == one)
    return None


def _within(first: date, last: date) -> Callable[[Entry[Any]], bool]:
    """Whether a record is of that time: its own day, or the first it speaks of, lies in it."""
    return lambda entry: any(first <= day <= last for day in _days(entry))


def _days(entry: Entry[Any]) -> Iterable[date]:
    found = (getattr(entry.record, name, None) for name in _DATES)
    days = [day for day in found if isinstance(day, date)]
    return days[:1]


def _of_month(month: str) -> Callable[[Entry[Any]], bool]:
    within = _within(*span_of(month))
    return lambda one: (
        getattr(one.record, "month", None) == month or (not hasattr(one.record, "month") and within(one))
    )


def _of_term(term: str, corpus: Corpus) -> Callable[[Entry[Any]], bool]:
    spans = [span for one in corpus.of("calendars") for span in one.record.terms if span.term == term]
    tests = [_within(span.starts_on, span.ends_on) for span in spans]
    return lambda one: (
        getattr(one.record, "term", None) == term
        or (getattr(one.record, "term", None) is None and any(test(one) for test in tests))
    )
