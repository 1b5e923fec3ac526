"""What must hold of the time that bidders get; each limit has its source beside it."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.timeline import deadline
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

SUBMISSION = 20
"""Days from the notice of a tender to its deadline: Government Procurement Law, article 35; Tender Law, article 24."""
INTENTION = 30
"""Days from the intention to the start: 财库〔2020〕10号."""
DOCUMENTS = 5
"""Working days the documents can be had: Regulations on the Government Procurement Law, article 31."""
CONSULTATION = 10
"""Days from the notice of a consultation to its deadline: 财库〔2014〕214号."""
INQUIRY = 3
"""Working days from the notice of an inquiry or negotiation to its deadline: Order 74 of the Ministry of Finance."""
SINGLE_SOURCE = 5
"""Working days a single-source notice stands: Regulations on the Government Procurement Law, article 38."""

_TOO_SOON = Words(
    "{first} 到 {last} 只有 {days} {unit}，至少要 {limit} {unit}",
    "{first} to {last} is {days} {unit}, at least {limit} are needed",
)
_LATER = Words("把日期推后，或者核对公告日期。", "move the date back, or check the date of the notice.")


SHORT_TENDER = Mistake(
    code="PRC-03",
    message=_TOO_SOON,
    hint=_LATER,
    why=Words("投标人需要时间编制投标文件。", "bidders need time to prepare their tenders."),
    wrong="notice: {on: 2026-03-09, deadline: 2026-03-20}",
    right="notice: {on: 2026-03-09, deadline: 2026-03-30}",
    basis="《中华人民共和国政府采购法》第三十五条；《中华人民共和国招标投标法》第二十四条",
)
LATE_INTENTION = Mistake(
    code="PRC-05",
    message=_TOO_SOON,
    hint=_LATER,
    why=Words("意向提前公开，供应商才来得及准备。", "an intention told in time lets suppliers prepare."),
    wrong="intention: {on: 2026-02-20}\nnotice: {on: 2026-03-09}",
    right="intention: {on: 2026-02-05}\nnotice: {on: 2026-03-09}",
    basis="财库〔2020〕10号",
    severity=Severity.WARNING,
)
SHORT_PERIOD = Mistake(
    code="PRC-06",
    message=_TOO_SOON,
    hint=_LATER,
    why=Words(
        "文件发售、磋商、询价都有最短时间。", "documents, consultations and inquiries have shortest times."
    ),
    wrong="notice: {doc_from: 2026-03-09, doc_to: 2026-03-11}",
    right="notice: {doc_from: 2026-03-09, doc_to: 2026-03-13}",
    basis="《中华人民共和国政府采购法实施条例》第三十一条；财库〔2014〕214号；财政部令第74号",
)
SHORT_SINGLE_SOURCE = Mistake(
    code="PRC-07",
    message=_TOO_SOON,
    hint=_LATER,
    why=Words("公示期内别的供应商可以提出异议。", "others may object while the notice stands."),
    wrong="single_source: {on: 2026-03-09, period_to: 2026-03-11}",
    right="single_source: {on: 2026-03-09, period_to: 2026-03-16}",
    basis="《中华人民共和国政府采购法实施条例》第三十八条",
)
DAY_OFF = Mistake(
    code="PRC-18",
    message=Words("{day} 不是工作日", "{day} is not a working day"),
    hint=Words(
        "换一个工作日；调休上班的周末写进校历。",
        "choose a working day; weekends that are worked belong in the calendar.",
    ),
    why=Words(
        "休息日无人收件、开标，容易引起争议。",
        "on a day off nobody takes in or opens tenders, and disputes follow.",
    ),
    wrong="notice: {deadline: 2026-04-05}",
    right="notice: {deadline: 2026-04-07}",
    severity=Severity.WARNING,
)
DAYS = Words("天", "days")
WORKING_DAYS = Words("个工作日", "working days")
_TENDERS = (Method.OPEN, Method.INVITED)


def bidders_have_time(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A tender leaves twenty days, a consultation ten, an inquiry or negotiation three working days."""
    notice, method = entry.record.notice, entry.record.method
    if notice is None:
        return
    trail: Trail = ("notice", "deadline")
    if method in _TENDERS:
        yield from _at_least(trail, SHORT_TENDER, notice.on, notice.deadline, SUBMISSION)
    elif method is Method.CONSULTATION:
        yield from _at_least(trail, SHORT_PERIOD, notice.on, notice.deadline, CONSULTATION)
    elif method in (Method.INQUIRY, Method.NEGOTIATION):
        worked = corpus.workdays.count(notice.on + timedelta(days=1), notice.deadline)
        yield from _at_least(trail, SHORT_PERIOD, notice.on, notice.deadline, INQUIRY, worked)


def documents_are_there_long_enough(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """The documents of a tender or consultation can be had for five working days."""
    notice, method = entry.record.notice, entry.record.method
    if notice is None or notice.doc_from is None or notice.doc_to is None:
        return
    if method in (*_TENDERS, Method.CONSULTATION):
        worked = corpus.workdays.count(notice.doc_from, notice.doc_to)
        trail: Trail = ("notice", "doc_to")
        yield from _at_least(trail, SHORT_PERIOD, notice.doc_from, notice.doc_to, DOCUMENTS, worked)


def intention_comes_early(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """A statutory purchase tells its intention thirty days before the notice."""
    tender = entry.record
    if tender.statutory and tender.intention and tender.notice and tender.intention.on <= tender.notice.on:
        yield from _at_least(
            ("notice", "on"), LATE_INTENTION, tender.intention.on, tender.notice.on, INTENTION
        )


def single_source_can_be_objected_to(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A single-source notice stands for five working days, its first day not counted."""
    one = entry.record.single_source
    if one is not None:
        worked = corpus.workdays.count(one.on + timedelta(days=1), one.period_to)
        trail: Trail = ("single_source", "period_to")
        yield from _at_least(trail, SHORT_SINGLE_SOURCE, one.on, one.period_to, SINGLE_SOURCE, worked)


def opened_on_working_days(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Deadlines and openings fall on working days."""
    tender = entry.record
    days: tuple[tuple[Trail, date | None], ...] = (
        (("notice", "deadline"), tender.notice.deadline if tender.notice else None),
        (("opening", "on"), tender.opening.on if tender.opening else None),
        *((("corrections", index, "deadline"), one.deadline) for index, one in enumerate(tender.corrections)),
    )
    for trail, day in days:
        if day is not None and not corpus.workdays.worked(day):
            superseded = trail == ("notice", "deadline") and deadline(tender) != day
            if not superseded:
                yield Finding(trail, DAY_OFF, {"day": day})


def _at_least(
    trail: Trail, mistake: Mistake, first: date, last: date, limit: int, worked: int | None = None
) -> Iterator[Finding]:
    days = (last - first).days if worked is None else worked
    if days < limit:
        unit = DAYS if worked is None else WORKING_DAYS
        values = {"first": first, "last": last, "days": days, "limit": limit, "unit": unit}
        yield Finding(trail, mistake, values)


RULES = (
    Rule(SHORT_TENDER, "tenders", bidders_have_time),
    Rule(SHORT_PERIOD, "tenders", documents_are_there_long_enough),
    Rule(LATE_INTENTION, "tenders", intention_comes_early),
    Rule(SHORT_SINGLE_SOURCE, "tenders", single_source_can_be_objected_to),
    Rule(DAY_OFF, "tenders", opened_on_working_days),
)
