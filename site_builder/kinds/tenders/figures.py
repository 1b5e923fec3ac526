"""What follows from the stages of a purchase: where it stands, what was saved."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

import msgspec

from site_builder.kinds.tenders.outcome import Result
from site_builder.kinds.tenders.record import Tender
from site_builder.model.kind import Corpus
from site_builder.model.record import Part

NOTHING = Decimal("0.00")


class Stage(StrEnum):
    """The steps of a purchase, in the order they are taken."""

    INTENTION = "intention"
    """采购意向 / Intention"""
    SINGLE_SOURCE = "single-source"
    """单一来源公示 / Single-source notice"""
    NOTICE = "notice"
    """采购公告 / Notice"""
    CORRECTION = "correction"
    """更正公告 / Correction"""
    DEADLINE = "deadline"
    """截止 / Deadline"""
    OPENING = "opening"
    """开标评审 / Opening"""
    QUOTES = "quotes"
    """报价比较 / Quotations"""
    DECISION = "decision"
    """确定供应商 / Decision"""
    AWARD = "award"
    """结果公告 / Award"""
    CONTRACT = "contract"
    """签订合同 / Contract signed"""
    CONTRACT_NOTICE = "contract-notice"
    """合同公告 / Contract notice"""
    ACCEPTANCE = "acceptance"
    """验收 / Acceptance"""
    PAYMENT = "payment"
    """付款 / Payment"""
    TERMINATION = "termination"
    """终止 / Termination"""


class TenderState(StrEnum):
    """Where a purchase stands."""

    PLANNED = "planned"
    """计划中 / Planned"""
    OPEN = "open"
    """征集报价 / Open for offers"""
    EVALUATION = "evaluation"
    """评审中 / Under evaluation"""
    AWARDED = "awarded"
    """已定供应商 / Awarded"""
    CONTRACTED = "contracted"
    """履约中 / Under contract"""
    COMPLETED = "completed"
    """已验收 / Completed"""
    TERMINATED = "terminated"
    """已终止 / Terminated"""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One day in the life of a purchase."""

    stage: Stage
    date: date
    days: int | None
    """Since the step before; None for the first."""
    past: bool
    """Whether that day has come by the day of the build."""


class TenderFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The timeline of a purchase and its sums."""

    timeline: tuple[Step, ...]
    stage: Stage | None
    """最近一步：到生成之日走到哪一步。
    Last step: taken by the day of the build."""
    state: TenderState
    """进展：这次采购现在怎样。
    State: where the purchase stands."""
    next_date: date | None
    """下一日期：还没到的最近一天。
    Next date: the first day still to come."""
    supplier: str | None
    """供应商：选定的单位。
    Supplier: the firm chosen."""
    amount: Decimal | None
    """成交金额：合同及变更，或中标、选定报价。
    Amount: of the contract with its changes, else of the award or the chosen quotation."""
    saving: Decimal | None
    """节约：预算减成交金额。
    Saving: budget less amount."""
    saving_rate: Decimal | None
    """节约率：节约占预算。
    Saving rate: of the budget, in hundredths."""
    offers: int
    """有效报价：有几家。
    Offers: valid bids or quotations."""
    lowest: Decimal | None
    """最低报价：有效报价里最低的。
    Lowest: of the valid offers."""
    spread: Decimal | None
    """报价差：最高减最低。
    Spread: highest less lowest valid offer."""
    paid: Decimal
    """已付：各笔付款之和。
    Paid: all payments."""
    paid_rate: Decimal | None
    """付款率：已付占成交金额。
    Paid rate: of the amount, in hundredths."""


def dated(record: Tender) -> Iterator[tuple[Stage, date]]:
    """Every dated step, in the order steps are taken; the dates may be out of order, which a rule tells."""
    steps: tuple[tuple[Stage, date | None], ...] = (
        (Stage.INTENTION, _day(record.intention, "on")),
        (Stage.SINGLE_SOURCE, _day(record.single_source, "on")),
        (Stage.NOTICE, _day(record.notice, "on")),
        *((Stage.CORRECTION, one.on) for one in record.corrections),
        (Stage.DEADLINE, deadline(record)),
        (Stage.OPENING, _day(record.opening, "on")),
        (Stage.QUOTES, max((one.on for one in record.quotes), default=None)),
        (Stage.DECISION, _day(record.award, "decided_on")),
        (Stage.AWARD, _day(record.award, "on")),
        (Stage.CONTRACT, _day(record.contract, "signed_on")),
        (Stage.CONTRACT_NOTICE, _day(record.contract, "on")),
        (Stage.ACCEPTANCE, _day(record.acceptance, "on")),
        *((Stage.PAYMENT, one.on) for one in record.payments),
        (Stage.TERMINATION, _day(record.termination, "on")),
    )
    return ((stage, day) for stage, day in steps if day is not None)


def _day(stage: Part | None, field: str) -> date | None:
    day: date | None = getattr(stage, field, None)
    return day


def deadline(record: Tender) -> date | None:
    """The deadline that holds after all corrections."""
    moved = [one.deadline for one in record.corrections if one.deadline is not None]
    if moved:
        return moved[-1]
    return record.notice.deadline if record.notice else None


def amount(record: Tender) -> Decimal | None:
    """What the purchase costs as far as it is known."""
    if record.contract:
        return record.contract.amount + sum((one.change for one in record.contract.changes), NOTHING)
    if record.award:
        return record.award.amount
    return next((one.price for one in record.quotes if one.chosen), None)


def offers(record: Tender) -> tuple[Decimal, ...]:
    """The valid bids, or the quotations of a small purchase."""
    bids = record.opening.bids if record.opening else ()
    return (*(one.amount for one in bids if one.valid), *(one.price for one in record.quotes))


def figures(record: Tender, corpus: Corpus) -> TenderFigures:
    """The timeline as of the day of the build, and what can be reckoned from the offers and the contract."""
    timeline = tuple(_timeline(record, corpus.today))
    prices, cost = offers(record), amount(record)
    paid = sum((one.amount for one in record.payments), NOTHING)
    saving = None if cost is None else record.budget - cost
    return TenderFigures(
        timeline=timeline,
        stage=next((step.stage for step in reversed(timeline) if step.past), None),
        state=_state({step.stage for step in timeline if step.past}, record),
        next_date=next((step.date for step in timeline if not step.past), None),
        supplier=_supplier(record),
        amount=cost,
        saving=saving,
        saving_rate=_percent(saving, record.budget),
        offers=len(prices),
        lowest=min(prices, default=None),
        spread=max(prices) - min(prices) if prices else None,
        paid=paid,
        paid_rate=_percent(paid, cost),
    )


def _timeline(record: Tender, today: date) -> Iterator[Step]:
    before: date | None = None
    for stage, day in sorted(dated(record), key=lambda step: step[1]):
        yield Step(stage=stage, date=day, days=(day - before).days if before else None, past=day <= today)
        before = day


_STATES = (
    (Stage.TERMINATION, TenderState.TERMINATED),
    (Stage.ACCEPTANCE, TenderState.COMPLETED),
    (Stage.CONTRACT, TenderState.CONTRACTED),
    (Stage.DECISION, TenderState.AWARDED),
    (Stage.QUOTES, TenderState.EVALUATION),
    (Stage.DEADLINE, TenderState.EVALUATION),
    (Stage.NOTICE, TenderState.OPEN),
)


def _state(taken: set[Stage], record: Tender) -> TenderState:
    if record.acceptance and record.acceptance.result is Result.FAILED:
        taken = taken - {Stage.ACCEPTANCE}
    if Stage.QUOTES in taken and any(one.chosen for one in record.quotes):
        taken = taken | {Stage.DECISION}
    return next((state for stage, state in _STATES if stage in taken), TenderState.PLANNED)


def _supplier(record: Tender) -> str | None:
    agreed = record.contract or record.award
    if agreed:
        return agreed.supplier
    return next((one.supplier for one in record.quotes if one.chosen), None)


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
