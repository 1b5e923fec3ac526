"""What follows from the steps and items of a spending."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

import msgspec

from site_builder.kinds.expenses.record import Expense, Item
from site_builder.mistakes.sums import TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.words import Words

FEN = Decimal("0.01")


class Stage(StrEnum):
    """How far a spending has come."""

    REQUEST = "request"
    """已申请 / Requested"""
    APPROVAL = "approval"
    """已批准 / Approved"""
    PURCHASE = "purchase"
    """已购买 / Purchased"""
    ACCEPTANCE = "acceptance"
    """已验收 / Accepted"""
    PAYMENT = "payment"
    """已付款 / Paid"""


class ExpenseFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Where a spending stands."""

    stage: Stage | None
    """进展：办到哪一步。
    Stage: the last step taken."""
    items: Decimal
    """明细合计：数量乘单价之和。
    Items: quantity times price, summed."""


def figures(entry: Entry[Expense], _corpus: Corpus) -> ExpenseFigures:
    """The last step taken and the sum of the items."""
    steps = entry.record.steps
    taken = [stage for stage in Stage if getattr(steps, stage) is not None]
    return ExpenseFigures(stage=taken[-1] if taken else None, items=cost(entry.record.items))


def cost(items: tuple[Item, ...]) -> Decimal:
    """Quantity times price in fen, summed."""
    return sum(
        ((one.quantity * one.unit_price).quantize(FEN, ROUND_HALF_UP) for one in items), Decimal("0.00")
    )


def identities(entry: Entry[Expense], _corpus: Corpus) -> Iterator[Identity]:
    """The amount is the sum of the items, where they are listed."""
    if entry.record.items:
        claim = Words("金额 = 各项数量 × 单价之和", "amount = sum of quantity × unit price")
        computed = cost(entry.record.items)
        yield Identity(("amount",), claim, entry.record.amount, computed, TOTAL, {"sum": computed})


def committed_on(record: Expense, corpus: Corpus) -> date | None:
    """The day the school bound itself: by the contract of the purchase, else by buying or paying."""
    tender = corpus.find("tenders", record.tender) if record.tender else None
    if tender is not None and tender.record.contract is not None:
        signed: date = tender.record.contract.signed_on
        return signed
    step = record.steps.purchase or record.steps.payment
    return step.on if step else None
