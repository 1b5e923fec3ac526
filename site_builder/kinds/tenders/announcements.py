"""What must hold after the decision: award and contract are announced, signed and filed in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.kinds.tenders.record import Tender
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

AWARD = 2
"""Working days from the decision to its announcement: Regulations on the Government Procurement Law, article 43."""
SIGNING = 30
"""Days from the award notice to the contract: Government Procurement Law, article 46."""
CONTRACT_NOTICE = 2
"""Working days from the signature to the announcement: Regulations, article 50."""
FILING = 7
"""Working days from the signature to the filing of a copy: Government Procurement Law, article 47."""

_TOO_LATE = Words(
    "{first} 之后第 {days} {unit}（{last}）才办，期限是 {limit} {unit}，最迟 {due}",
    "done on {last}, {days} {unit} after {first}; {limit} are allowed, until {due}",
)
_CHECK = Words(
    "核对两个日期；确实超期的要在正文里说明。",
    "check both dates; where it really was late, say so in the text.",
)
LATE_AWARD = Mistake(
    code="PRC-08",
    message=_TOO_LATE,
    hint=_CHECK,
    why=Words("结果应尽快让所有投标人知道。", "all bidders should know the result soon."),
    wrong="award: {decided_on: 2026-03-31, on: 2026-04-09}",
    right="award: {decided_on: 2026-03-31, on: 2026-04-02}",
    basis="《中华人民共和国政府采购法实施条例》第四十三条",
)
LATE_CONTRACT = Mistake(
    code="PRC-09",
    message=_TOO_LATE,
    hint=_CHECK,
    why=Words(
        "合同按期签订、公告、备案，结果才不落空。",
        "a result counts only when its contract is signed, announced and filed in time.",
    ),
    wrong="contract: {signed_on: 2026-03-18, on: 2026-03-24}",
    right="contract: {signed_on: 2026-03-18, on: 2026-03-20}",
    basis="《中华人民共和国政府采购法》第四十六条、第四十七条；实施条例第五十条",
)


def award_is_announced_soon(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A statutory award is announced within two working days of the decision."""
    award = entry.record.award
    if award is not None and entry.record.statutory:
        yield from _within(("award", "on"), LATE_AWARD, award.decided_on, award.on, AWARD, corpus)


def contract_is_signed_and_announced_soon(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A statutory contract is signed in thirty days, announced in two working days, filed in seven."""
    award, contract = entry.record.award, entry.record.contract
    if contract is None or not entry.record.statutory:
        return
    if award is not None and (contract.signed_on - award.on).days > SIGNING:
        due = award.on + timedelta(days=SIGNING)
        days = (contract.signed_on - award.on).days
        values = {"first": award.on, "last": contract.signed_on, "days": days, "limit": SIGNING}
        yield Finding(
            ("contract", "signed_on"), LATE_CONTRACT, values | {"unit": Words("天", "days"), "due": due}
        )
    for field, limit in (("on", CONTRACT_NOTICE), ("filed_on", FILING)):
        day = getattr(contract, field)
        if day is not None:
            yield from _within(("contract", field), LATE_CONTRACT, contract.signed_on, day, limit, corpus)


def _within(
    trail: Trail, mistake: Mistake, first: date, last: date, limit: int, corpus: Corpus
) -> Iterator[Finding]:
    due = corpus.workdays.after(first, limit)
    if last > due:
        days = corpus.workdays.count(first + timedelta(days=1), last)
        values = {
            "first": first,
            "last": last,
            "days": days,
            "limit": limit,
            "unit": Words("个工作日", "working days"),
            "due": due,
        }
        yield Finding(trail, mistake, values)


RULES = (
    Rule(LATE_AWARD, "tenders", award_is_announced_soon),
    Rule(LATE_CONTRACT, "tenders", contract_is_signed_and_announced_soon),
)
