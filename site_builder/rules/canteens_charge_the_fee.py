"""What a canteen takes for a meal is what the fee board says, and a term's meals are those of its months."""

from collections.abc import Iterator

from site_builder.kinds.canteen_accounts.record import CanteenAccount
from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.periods import term_days
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words


def priced_as_published(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Identity]:
    """The price of a line of income is the standard of its fee."""
    for index, line in enumerate(entry.record.income):
        fee = corpus.find("fees", line.fee) if line.fee else None
        if fee is not None and fee.record.standard is not None and line.price is not None:
            claim = Words(f"收费公示（{fee.record.title}）", f"the fee ({fee.record.title_en or fee.id})")
            yield Identity(("income", index, "price"), claim, line.price, fee.record.standard, ELSEWHERE)


def served_as_settled(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Identity]:
    """What a settlement says was served of a fee is what the canteen's accounts of the term have."""
    span = term_days(corpus, entry.record.term)
    months = [] if span is None else [
        one.record for one in corpus.of("canteen-accounts")
        if (days := span_of(one.record.month))[1] >= span[0] and days[0] <= span[1]
    ]  # fmt: skip
    for index, line in enumerate(entry.record.lines):
        served = [one.quantity for account in months for one in account.income if one.fee == line.fee]
        counted = [number for number in served if number is not None]
        if counted and len(line.spent) == 1:
            claim = Words("食堂各月之和", "the canteen's months together")
            trail = ("lines", index, "spent", 0, "quantity")
            yield Identity(trail, claim, line.spent[0].quantity, sum(counted), ELSEWHERE)


IDENTITIES = (Identities("canteen-accounts", priced_as_published), Identities("settlements", served_as_settled))
