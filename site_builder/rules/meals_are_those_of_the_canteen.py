"""What a settlement says was served of a fee is what the canteen's accounts of the term have."""

from collections.abc import Iterator

from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.periods import term_days
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import months
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words


def served_as_settled(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Identity]:
    """Where canteens count what they collect by a fee in every month of the term, it is spent for as many."""
    span = term_days(corpus, entry.record.term)
    wanted = set(months(*span)) if span else set()
    for index, line in enumerate(entry.record.lines if wanted else ()):
        counted = [
            (account.record.month, one.quantity)
            for account in corpus.of("canteen-accounts")
            for one in account.record.income
            if one.fee == line.fee and one.quantity is not None and account.record.month in wanted
        ]
        if {month for month, _ in counted} == wanted and len(line.spent) == 1:
            claim = Words("食堂各月之和", "the canteen's months together")
            trail = ("lines", index, "spent", 0, "quantity")
            served = sum(number for _, number in counted)
            yield Identity(trail, claim, line.spent[0].quantity, served, ELSEWHERE)


IDENTITIES = Identities("settlements", served_as_settled)
