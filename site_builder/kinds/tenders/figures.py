"""What follows from the stages of a purchase: where it stands, what was saved."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.tenders.record import Tender
from site_builder.kinds.tenders.timeline import (
    Stage,
    Step,
    TenderState,
    day_at,
    deadline,
    state_of,
    timeline,
)
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Percent

NOTHING = Decimal("0.00")


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
    deadline: date | None
    """截止日期：到哪天为止可以报价，更正公告改过的按改后的算。
    Deadline: for offers, as the last correction left it."""
    days_left: int | None
    """剩余天数：征集报价时离截止还有几天，最后一天为 0。
    Days left: until the deadline while offers are asked for; 0 on the last day itself."""
    supplier: str | None
    """供应商：选定的单位。
    Supplier: the firm chosen."""
    amount: Decimal | None
    """成交金额：合同及变更，或中标、选定报价。
    Amount: of the contract with its changes, else of the award or the chosen quotation."""
    saving: Decimal | None
    """节约：预算减成交金额。
    Saving: budget less amount."""
    saving_rate: Percent | None
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
    """已付：到生成之日各笔付款之和。
    Paid: all payments by the day of the build."""
    paid_rate: Percent | None
    """付款率：已付占成交金额。
    Paid rate: of the amount, in hundredths."""


def amount(record: Tender) -> Decimal | None:
    """What the purchase costs as far as it is known."""
    if record.contract:
        return record.contract.amount + sum((one.change for one in record.contract.changes), NOTHING)
    if record.award:
        return record.award.amount
    return next((one.price for one in record.quotes if one.chosen), None)


def supplier(record: Tender) -> str | None:
    """The firm that was chosen, as far as it is known."""
    agreed = record.contract or record.award
    if agreed:
        return agreed.supplier
    return next((one.supplier for one in record.quotes if one.chosen), None)


def decided_on(record: Tender) -> date | None:
    """The day it was settled that this is bought; the best guess while it is not."""
    days = (
        day_at(record, ("contract", "signed_on")),
        day_at(record, ("award", "decided_on")),
        max((one.on for one in record.quotes), default=None),
        day_at(record, ("notice", "on")),
        day_at(record, ("acceptance", "on")),
        record.published_on,
    )
    return next((day for day in days if day is not None), None)


def offers(record: Tender) -> tuple[Decimal, ...]:
    """The valid bids, or the quotations of a small purchase."""
    bids = record.opening.bids if record.opening else ()
    return (*(one.amount for one in bids if one.valid), *(one.price for one in record.quotes))


def figures(entry: Entry[Tender], corpus: Corpus) -> TenderFigures:
    """The timeline as of the day of the build, and what can be reckoned from the offers and the contract."""
    record = entry.record
    steps = tuple(timeline(record, corpus.today))
    prices, cost = offers(record), amount(record)
    paid = sum((one.amount for one in record.payments if one.on <= corpus.today), NOTHING)
    saving = None if cost is None else record.budget - cost
    state, until = state_of({step.stage for step in steps if step.past}, record), deadline(record)
    asked = state is TenderState.OPEN and until is not None and until >= corpus.today
    return TenderFigures(
        timeline=steps,
        stage=next((step.stage for step in reversed(steps) if step.past), None),
        state=state,
        next_date=next((step.date for step in steps if not step.past), None),
        deadline=until,
        days_left=(until - corpus.today).days if asked and until else None,
        supplier=supplier(record),
        amount=cost,
        saving=saving,
        saving_rate=_percent(saving, record.budget),
        offers=len(prices),
        lowest=min(prices, default=None),
        spread=max(prices) - min(prices) if prices else None,
        paid=paid,
        paid_rate=_percent(paid, cost),
    )


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
