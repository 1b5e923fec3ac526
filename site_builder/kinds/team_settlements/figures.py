"""What follows from a team's account: sums, balance, refunds, and what must come to the same."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.team_settlements.record import Amount, TeamSettlement
from site_builder.mistakes.sums import TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

NOTHING, FEN = Decimal("0.00"), Decimal("0.01")
NOT_SHARED = Mistake("TEA-02")


class TeamSettlementFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The account of a team in sums."""

    received: Decimal
    """收入合计：各项收入之和。
    Income: all lines."""
    spent: Decimal
    """支出合计：各项支出之和。
    Expense: all lines."""
    balance: Decimal
    """结余：收入减支出。
    Balance: income less expense."""
    refunded: Decimal
    """退还合计：每人退还乘人数。
    Refunded: refund a head times members."""


def figures(entry: Entry[TeamSettlement], _corpus: Corpus) -> TeamSettlementFigures:
    """The sums of the account."""
    record = entry.record
    received, spent = _sum(record.income), _sum(record.expense)
    refunded = record.refund_per_head * record.members
    return TeamSettlementFigures(received=received, spent=spent, balance=received - spent, refunded=refunded)


def identities(entry: Entry[TeamSettlement], corpus: Corpus) -> Iterator[Identity]:
    """Lines are quantity times price, the balance is what is left, and all of it is given back or remains."""
    record = entry.record
    for field in ("income", "expense"):
        for place, line in enumerate(getattr(record, field)):
            if line.quantity is not None and line.price is not None:
                due = (line.quantity * line.price).quantize(FEN, ROUND_HALF_UP)
                claim = Words("金额 = 数量 × 单价", "amount = quantity × price")
                yield _equal((field, place, "amount"), claim, line.amount, due)
    reckoned = figures(entry, corpus)
    if record.stated_balance is not None:
        claim = Words("结余 = 收入 − 支出", "balance = income − expense")
        yield _equal(("stated_balance",), claim, record.stated_balance, reckoned.balance)
    if record.uneven is None:
        claim = Words("每人退还 × 人数 + 尾差 = 结余", "refund × members + remainder = balance")
        shared = reckoned.refunded + record.remainder
        yield Identity(("refund_per_head",), claim, shared, reckoned.balance, NOT_SHARED)
    team = corpus.find("teams", record.team) if record.team else None
    if team is not None:
        claim = Words("结算人数 = 队伍人数", "members who share = members of the team")
        yield Identity(("members",), claim, record.members, team.record.members, NOT_SHARED)


def _equal(trail: tuple[str | int, ...], claim: Words, stated: Decimal, computed: Decimal) -> Identity:
    return Identity(trail, claim, stated, computed, TOTAL, {"sum": computed})


def _sum(lines: tuple[Amount, ...]) -> Decimal:
    return sum((line.amount for line in lines), NOTHING)
