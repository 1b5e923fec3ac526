"""What follows from a settlement: spendings, balances, what each pupil gets back."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.settlements.record import Settlement, SettlementLine, Spending
from site_builder.model.corpus import Corpus, Entry

NOTHING = Decimal("0.00")
FEN = Decimal("0.01")


class SettlementLineFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One fee, settled."""

    id: str
    fee: str
    title: str
    """Of the fee, so that tables need not look it up."""
    amounts: tuple[Decimal, ...]
    """Of each spending, in their order: quantity times price."""
    spent: Decimal
    """支出：各项支出之和。
    Spent: all items."""
    balance: Decimal
    """结余：收入减支出。
    Balance: received less spent."""
    heads: int
    """退费人数：多少人退费。
    Heads: how many get money back."""
    per_head: Decimal | None
    """每人退费：各人不同时为空。
    Per head: none where not everybody gets the same."""
    refunded: Decimal
    """退费：共退多少。
    Refunded: in all."""
    remainder: Decimal
    """尾差：每人不到一分的余数。
    Remainder: less than one fen a head."""


class SettlementFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All lines, and their totals."""

    lines: tuple[SettlementLineFigures, ...]
    received: Decimal
    """收入合计：各项收入之和。
    Received: of all lines."""
    spent: Decimal
    """支出合计：各项支出之和。
    Spent: of all lines."""
    refunded: Decimal
    """退费合计：各项退费之和。
    Refunded: of all lines."""
    remainder: Decimal
    """尾差：分不尽的余数。
    Remainder: what could not be shared out."""
    class_heads: int
    """各班人数：分班清单的人数之和。
    Heads of the classes: summed."""
    class_refund: Decimal
    """各班退费：分班清单的金额之和。
    Refund of the classes: summed."""


def amount(one: Spending) -> Decimal:
    """Quantity times price, in fen."""
    return (one.quantity * one.price).quantize(FEN, ROUND_HALF_UP)


def spent(line: SettlementLine) -> Decimal:
    """Everything spent from the money of a fee."""
    return total(amount(one) for one in line.spent)


def heads(line: SettlementLine) -> int:
    """How many get money back: the payers unless said otherwise."""
    return line.payers if line.heads is None else line.heads


def equal_share(line: SettlementLine) -> Decimal:
    """What each may get back when all get the same; fen that cannot be shared out stay over."""
    return ((line.received - spent(line)) / heads(line)).quantize(FEN, ROUND_DOWN) if heads(line) else NOTHING


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, with two decimals even when there is nothing to add."""
    return sum(amounts, NOTHING)


def figures(entry: Entry[Settlement], corpus: Corpus) -> SettlementFigures:
    """Every line settled, and the totals of the whole."""
    record = entry.record
    lines = tuple(_line(line, corpus) for line in record.lines)
    return SettlementFigures(
        lines=lines,
        received=total(line.received for line in record.lines),
        spent=total(line.spent for line in lines),
        refunded=total(line.refunded for line in lines),
        remainder=total(line.remainder for line in lines),
        class_heads=sum(one.heads for one in record.class_lists),
        class_refund=total(one.refund for one in record.class_lists),
    )


def _line(line: SettlementLine, corpus: Corpus) -> SettlementLineFigures:
    fee = corpus.find("fees", line.fee)
    balance = line.received - spent(line)
    return SettlementLineFigures(
        id=line.id,
        fee=line.fee,
        title=fee.record.title if fee else line.fee,
        amounts=tuple(amount(one) for one in line.spent),
        spent=spent(line),
        balance=balance,
        heads=heads(line),
        per_head=None if line.uneven else equal_share(line),
        refunded=line.refunded,
        remainder=balance - line.refunded,
    )
