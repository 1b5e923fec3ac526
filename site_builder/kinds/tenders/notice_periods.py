"""What must hold of the time that bidders get."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.timeline import deadline
from site_builder.mistakes.periods import short
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail

SHORT_TENDER = Mistake("PRC-03")
LATE_INTENTION = Mistake("PRC-05")
SHORT_PERIOD = Mistake("PRC-06")
SHORT_SINGLE_SOURCE = Mistake("PRC-07")
DAY_OFF = Mistake("PRC-18")
_TENDERS = (Method.OPEN, Method.INVITED)
_LEAD = {
    Method.OPEN: "tender.submission",
    Method.INVITED: "tender.submission",
    Method.CONSULTATION: "tender.consultation",
    Method.INQUIRY: "tender.inquiry",
    Method.NEGOTIATION: "tender.inquiry",
}
"""The setting that says how long bidders have, by method."""


def bidders_have_time(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A tender leaves twenty days, a consultation ten, an inquiry or negotiation three working days."""
    notice, method = entry.record.notice, entry.record.method
    if notice is None:
        return
    trail: Trail = ("notice", "deadline")
    setting = _LEAD.get(method)
    if setting is not None:
        mistake = SHORT_TENDER if method in _TENDERS else SHORT_PERIOD
        yield from _at_least(trail, mistake, corpus, setting, notice.on, notice.deadline)


def documents_are_there_long_enough(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """The documents of a tender or consultation can be had for five working days, the first one counted."""
    notice, method = entry.record.notice, entry.record.method
    if notice is None or notice.doc_from is None or notice.doc_to is None:
        return
    if method in (*_TENDERS, Method.CONSULTATION):
        before = notice.doc_from - timedelta(days=1)
        found = short(corpus, "tender.documents", before, notice.doc_to)
        if found is not None:
            yield Finding(("notice", "doc_to"), SHORT_PERIOD, found | {"first": notice.doc_from})


def intention_comes_early(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A statutory purchase tells its intention thirty days before the notice."""
    tender = entry.record
    if tender.statutory and tender.intention and tender.notice and tender.intention.on <= tender.notice.on:
        first, last = tender.intention.on, tender.notice.on
        yield from _at_least(("notice", "on"), LATE_INTENTION, corpus, "tender.intention", first, last)


def single_source_can_be_objected_to(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A single-source notice stands for five working days, its first day not counted."""
    one = entry.record.single_source
    if one is not None:
        trail: Trail = ("single_source", "period_to")
        yield from _at_least(
            trail, SHORT_SINGLE_SOURCE, corpus, "tender.single-source", one.on, one.period_to
        )


def opened_on_working_days(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Deadlines and openings fall on working days."""
    tender = entry.record
    days: tuple[tuple[Trail, date | None], ...] = (
        (("notice", "deadline"), tender.notice.deadline if tender.notice else None),
        (("opening", "on"), tender.opening.on if tender.opening else None),
        *(
            (("correction_notices", index, "deadline"), one.deadline)
            for index, one in enumerate(tender.correction_notices)
        ),
    )
    for trail, day in days:
        if day is not None and not corpus.workdays.worked(day):
            superseded = trail == ("notice", "deadline") and deadline(tender) != day
            if not superseded:
                yield Finding(trail, DAY_OFF, {"day": day})


def _at_least(
    trail: Trail, mistake: Mistake, corpus: Corpus, setting: str, first: date, last: date
) -> Iterator[Finding]:
    if (values := short(corpus, setting, first, last)) is not None:
        yield Finding(trail, mistake, values)


RULES = (
    Rule(SHORT_TENDER, "tenders", bidders_have_time),
    Rule(SHORT_PERIOD, "tenders", documents_are_there_long_enough),
    Rule(LATE_INTENTION, "tenders", intention_comes_early),
    Rule(SHORT_SINGLE_SOURCE, "tenders", single_source_can_be_objected_to),
    Rule(DAY_OFF, "tenders", opened_on_working_days),
)
