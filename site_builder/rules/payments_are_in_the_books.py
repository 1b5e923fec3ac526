"""What a purchase or an approval says was paid is what the ledgers paid for it."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.expenses.record import Expense
from site_builder.kinds.ledgers.record import Direction, LedgerEntry
from site_builder.kinds.tenders.record import Tender
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words

BOOKED = Words("收支明细账", "the ledger")


def tenders_paid(entry: Entry[Tender], corpus: Corpus) -> Iterator[Identity]:
    """Each payment is what the ledgers pay for the purchase on that day, where they tell of the purchase then."""
    booked = [one for one in _paying(entry, corpus) if one.tender == entry.id]
    for index, payment in enumerate(entry.record.payments):
        same = [one.amount for one in booked if one.on == payment.on]
        if same:
            trail = ("payments", index, "amount")
            yield Identity(trail, BOOKED, payment.amount, sum(same, Decimal("0.00")), ELSEWHERE)


def expenses_paid(entry: Entry[Expense], corpus: Corpus) -> Iterator[Identity]:
    """The amount of a spending that was paid is what the ledgers pay by that approval."""
    booked = [one.amount for one in _paying(entry, corpus) if one.expense == entry.id]
    if booked and entry.record.steps.payment is not None:
        yield Identity(("amount",), BOOKED, entry.record.amount, sum(booked, Decimal("0.00")), ELSEWHERE)


def _paying(entry: Entry[Tender] | Entry[Expense], corpus: Corpus) -> Iterator[LedgerEntry]:
    for ledger in corpus.naming(entry.kind, entry.id):
        if ledger.kind == "ledgers":
            yield from (one for one in ledger.record.entries if one.direction is Direction.OUT)


IDENTITIES = (Identities("tenders", tenders_paid), Identities("expenses", expenses_paid))
