"""What is to be inspected every month of term was."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from site_builder.kinds.calendars.record import TermDates
from site_builder.kinds.inspections.record import Inspection, InspectionType
from site_builder.model.days import months, span_of
from site_builder.model.docs import label
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake

LEFT_OUT = Mistake("SAF-01")


def every_month_is_inspected(entry: Entry[Inspection], corpus: Corpus) -> Iterator[Finding]:
    """No month of term that is over lacks its inspection; told at the last one before the gap.

    Where nothing of the type came before, the first one tells of the months of its own term before it. A school that
    writes down none at all is told by the catalogue of what it has to disclose.
    """
    record = entry.record
    if record.type not in corpus.profile.words("inspection.types"):
        return
    same = reversed(corpus.having("inspections", "month", record.month))
    if next(one for one in same if one.record.type is record.type).id != entry.id:
        return
    after = span_of(record.month)[1] + timedelta(days=1)
    for month in months(after, corpus.today):
        if _in_month(record.type, month, corpus):
            break
        yield from _missing(record.type, month, corpus)
    if (term := _term_of(record.month, corpus)) is not None:
        before = tuple(month for month in months(term.starts_on, term.ends_on) if month < record.month)
        found = [finding for month in before for finding in _missing(record.type, month, corpus)]
        if found and not _any_before(record.type, record.month, corpus):
            yield from found


def _missing(type_: InspectionType, month: str, corpus: Corpus) -> Iterator[Finding]:
    """The finding of one month, where it is a month of term, over, and without an inspection."""
    term = _term_of(month, corpus)
    if term is None or month not in (due := _months_due(term, corpus)) or _in_month(type_, month, corpus):
        return
    done = sum(_in_month(type_, one, corpus) for one in due)
    values: dict[str, Any] = {"month": month, "done": done, "expected": len(due)}
    yield Finding(
        ("month",), LEFT_OUT, values | {"type": label(InspectionType, type_.name), "code": type_.value}
    )


def _months_due(term: TermDates, corpus: Corpus) -> tuple[str, ...]:
    """The months of a term that are over and have school days enough."""
    least = corpus.profile.least("month.school-days")
    spans = {month: span_of(month) for month in months(term.starts_on, term.ends_on)}
    return tuple(
        month
        for month, (first, last) in spans.items()
        if last < corpus.today
        and corpus.workdays.count(max(first, term.starts_on), min(last, term.ends_on)) >= least
    )


def _term_of(month: str, corpus: Corpus) -> TermDates | None:
    first, last = span_of(month)
    terms = (term for one in corpus.of("calendars") for term in one.record.terms)
    return next((term for term in terms if term.starts_on <= last and first <= term.ends_on), None)


def _in_month(type_: InspectionType, month: str, corpus: Corpus) -> bool:
    return any(one.record.type is type_ for one in corpus.having("inspections", "month", month))


def _any_before(type_: InspectionType, month: str, corpus: Corpus) -> bool:
    return any(one.record.type is type_ and one.record.month < month for one in corpus.of("inspections"))


RULE = Rule(LEFT_OUT, "inspections", every_month_is_inspected)
