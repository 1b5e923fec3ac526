"""What must hold of the time between the steps of a purchase: what bidders get at least, what we take at most."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.timeline import day_at, deadline
from site_builder.mistakes.periods import late, short
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail

DAY_OFF = Mistake("PRC-18")
_TENDERS = (Method.OPEN, Method.INVITED)
_NOTICE, _DEADLINE = ("notice", "on"), ("notice", "deadline")
_SIGNED = ("contract", "signed_on")


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates, and the setting that says how far apart they are at least, or at most."""

    mistake: Mistake
    setting: str
    first: Trail
    last: Trail
    methods: tuple[Method, ...] = tuple(Method)
    statutory: bool = False
    """Whether it holds for government procurement only."""
    longest: bool = False
    """Whether the setting is the most there may be; else the least."""
    first_counts: bool = False
    """Whether the first day is one of those counted."""


_soon = partial(Period, statutory=True, longest=True)
PERIODS = (
    Period(Mistake("PRC-03"), "tender.submission", _NOTICE, _DEADLINE, _TENDERS),
    Period(Mistake("PRC-06"), "tender.consultation", _NOTICE, _DEADLINE, (Method.CONSULTATION,)),
    Period(Mistake("PRC-06"), "tender.inquiry", _NOTICE, _DEADLINE, (Method.INQUIRY, Method.NEGOTIATION)),
    Period(Mistake("PRC-06"), "tender.documents", ("notice", "doc_from"), ("notice", "doc_to"),
           (*_TENDERS, Method.CONSULTATION), first_counts=True),
    Period(Mistake("PRC-05"), "tender.intention", ("intention", "on"), _NOTICE, statutory=True),
    Period(Mistake("PRC-07"), "tender.single-source", ("single_source", "on"), ("single_source", "period_to")),
    _soon(Mistake("PRC-08"), "tender.award-within", ("award", "decided_on"), ("award", "on")),
    _soon(Mistake("PRC-09"), "tender.contract-within", ("award", "on"), _SIGNED),
    _soon(Mistake("PRC-09"), "tender.contract-announced-within", _SIGNED, ("contract", "on")),
    _soon(Mistake("PRC-09"), "tender.contract-filed-within", _SIGNED, ("contract", "filed_on")),
)  # fmt: skip


def kept(period: Period, entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Both dates, where they are there and in order, are as far apart as the setting says."""
    tender = entry.record
    first, last = day_at(tender, period.first), day_at(tender, period.last)
    if first is None or last is None or tender.method not in period.methods:
        return
    if (period.statutory and not tender.statutory) or (period.setting == "tender.intention" and first > last):
        return
    start = first - timedelta(days=period.first_counts)
    reckon = late if period.longest else short
    if (values := reckon(corpus, period.setting, start, last)) is not None:
        yield Finding(period.last, period.mistake, values | {"first": first})


def opened_on_working_days(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Deadlines and openings fall on working days; a deadline that was put off no longer counts."""
    tender = entry.record
    first = day_at(tender, _DEADLINE)
    days: tuple[tuple[Trail, date | None], ...] = (
        (_DEADLINE, first if deadline(tender) == first else None),
        (("opening", "on"), day_at(tender, ("opening", "on"))),
        *(
            (("correction_notices", index, "deadline"), one.deadline)
            for index, one in enumerate(tender.correction_notices)
        ),
    )
    for trail, day in days:
        if day is not None and not corpus.workdays.worked(day):
            yield Finding(trail, DAY_OFF, {"day": day})


RULES = (
    *(Rule(period.mistake, "tenders", partial(kept, period)) for period in PERIODS),
    Rule(DAY_OFF, "tenders", opened_on_working_days),
)
