"""What is to be inspected every month of term was."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import takewhile
from typing import Any

from site_builder.kinds.calendars.record import TermDates
from site_builder.kinds.inspections.record import Inspection, InspectionType
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import months, span_of
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

LEFT_OUT = Mistake("SAF-01")


def every_month_is_inspected(entry: Entry[Inspection], corpus: Corpus) -> Iterator[Finding]:
    """No month of term that is over lacks its inspection; told at the last one before the gap.

    Where nothing of the type came before, the first one tells of the months of its own term before it. A school that
    writes down none at all is told by the catalogue of what it has to disclose.
    """
    type_, own = entry.record.type, entry.record.month
    last = corpus.once(_last_of_month)
    if type_ not in corpus.profile.words("inspection.types") or last[type_, own] != entry.id:
        return
    if not any(one is type_ and month < own for one, month in last):
        yield from _missing(type_, (month for month in _term_of(own, corpus) if month < own), corpus)
    after = months(span_of(own)[1] + timedelta(days=1), corpus.today)
    yield from _missing(type_, takewhile(lambda month: (type_, month) not in last, after), corpus)


def _missing(type_: InspectionType, several: Iterable[str], corpus: Corpus) -> Iterator[Finding]:
    """A finding for each month that is over and belongs to a term; none of them has an inspection."""
    last = corpus.once(_last_of_month)
    for month in several:
        due = _term_of(month, corpus)
        if month in due:
            done = sum((type_, one) in last for one in due)
            values: dict[str, Any] = {"month": month, "done": done, "expected": len(due)}
            words = {"type": label(InspectionType, type_.name), "code": type_.value}
            yield Finding(("month",), LEFT_OUT, values | words, lacks="inspections")


def _last_of_month(corpus: Corpus) -> dict[tuple[InspectionType, str], str]:
    """The last inspection of each type in each month, by id."""
    return {(one.record.type, one.record.month): one.id for one in corpus.of("inspections")}


def _term_of(month: str, corpus: Corpus) -> tuple[str, ...]:
    """The months of the term that a month belongs to, as far as they are over and have school days enough."""
    first, last = span_of(month)
    terms = (term for one in corpus.of("calendars") for term in one.record.terms)
    term = next((term for term in terms if term.starts_on <= last and first <= term.ends_on), None)
    return () if term is None else tuple(_months_due(term, corpus))


def _months_due(term: TermDates, corpus: Corpus) -> Iterator[str]:
    least = corpus.profile.least("month.school-days")
    for month in months(term.starts_on, term.ends_on):
        first, last = span_of(month)
        days = corpus.workdays.count(max(first, term.starts_on), min(last, term.ends_on))
        if last < corpus.today and days >= least:
            yield month


RULE = Rule(LEFT_OUT, "inspections", every_month_is_inspected)
