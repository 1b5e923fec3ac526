"""What was spent of a fund: as its ledgers have it, and payments of purchases that no ledger books yet."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import msgspec

from site_builder.kinds.funds.record import NOTHING, Fund
from site_builder.model.corpus import Corpus, Entry


class FundFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fund stands."""

    spent: Decimal
    """已支出：收支明细账和采购付款里用这项资金的合计。
    Spent: all that ledgers and payments take from it."""
    balance: Decimal
    """结余：金额减已支出。
    Balance: amount less spent."""
    rate: Decimal | None
    """支出进度：已支出占金额。
    Rate: spent of the amount, in hundredths."""


def figures(entry: Entry[Fund], corpus: Corpus) -> FundFigures:
    """Spent and left; readers who may not see every entry are given the figure that was checked against all."""
    fund = entry.record
    spent = reckoned(entry, corpus) if fund.stated_spent is None else fund.stated_spent
    rate = (100 * spent / fund.amount).quantize(Decimal("0.1"), ROUND_HALF_UP) if fund.amount else None
    return FundFigures(spent=spent, balance=fund.amount - spent, rate=rate)


def reckoned(entry: Entry[Fund], corpus: Corpus) -> Decimal:
    """What ledgers, purchases and approvals say was spent, each sum once."""
    return sum((_taken(one, entry.id, corpus) for one in corpus.naming("funds", entry.id)), NOTHING)


def received(entry: Entry[Fund], corpus: Corpus) -> Decimal | None:
    """What ledgers booked as come in for a fund; None where they booked nothing of it."""
    ledgers = [one.record for one in corpus.naming("funds", entry.id) if one.kind == "ledgers"]
    lines = [(line.fund or ledger.fund, line) for ledger in ledgers for line in ledger.entries]
    booked = [line.amount for fund, line in lines if fund == entry.id and line.direction == "in"]
    return sum(booked, NOTHING) if booked else None


def _taken(one: Entry[Any], fund: str, corpus: Corpus) -> Decimal:
    record = one.record
    if one.kind == "ledgers":
        lines = (line for line in record.entries if (line.fund or record.fund) == fund)
        return sum((line.amount for line in lines if line.direction == "out"), NOTHING)
    if one.kind == "tenders" and not _booked(one, "tender", fund, corpus):
        return sum((payment.amount for payment in record.payments), NOTHING)
    paid = one.kind == "expenses" and record.tender is None and record.steps.payment is not None
    return record.amount if paid and not _booked(one, "expense", fund, corpus) else NOTHING


def _booked(one: Entry[Any], field: str, fund: str, corpus: Corpus) -> bool:
    """Whether a ledger already has it as taken from the fund."""
    ledgers = (other.record for other in corpus.naming(one.kind, one.id) if other.kind == "ledgers")
    return any(
        getattr(line, field) == one.id and (line.fund or ledger.fund) == fund
        for ledger in ledgers
        for line in ledger.entries
    )
