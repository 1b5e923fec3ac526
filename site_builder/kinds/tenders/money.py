"""What must hold of the sums of a purchase, from the budget to the last payment."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.tenders.figures import NOTHING, amount
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.mistakes.sums import WORDS
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.numerals import in_words, says
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

METHOD_WITHOUT_REASON = Mistake("PRC-01")
AMOUNTS_DIFFER = Mistake("PRC-10")
SUPPLIERS_DIFFER = Mistake("PRC-21")
ADDED_TOO_MUCH = Mistake("PRC-13")
PAID_TOO_MUCH = Mistake("PRC-23")


def method_has_a_reason(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """From the school's limit on, any method but the open tender says why."""
    tender, limit = entry.record, corpus.profile.number("tender.internal-limit")
    if limit is None or tender.budget < limit:
        return
    if tender.method is not Method.OPEN and not tender.method_reason:
        yield Finding(("method",), METHOD_WITHOUT_REASON, {"budget": tender.budget})


def amounts_fit(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The contract equals the award, the award stays within the ceiling, the ceiling within the budget."""
    tender = entry.record
    budget = (Words("预算", "the budget"), tender.budget)
    limit = budget if tender.ceiling is None else (Words("最高限价", "the ceiling"), tender.ceiling)
    if tender.ceiling is not None and tender.ceiling > tender.budget:
        yield _unfit(("ceiling",), (Words("最高限价", "the ceiling"), tender.ceiling), budget)
    if tender.award is not None:
        awarded = (Words("中标金额", "the award"), tender.award.amount)
        if tender.award.amount > limit[1]:
            yield _unfit(("award", "amount"), awarded, limit)
        if tender.contract is not None and tender.contract.amount != tender.award.amount:
            yield _unfit(
                ("contract", "amount"), (Words("合同金额", "the contract"), tender.contract.amount), awarded
            )
    elif (price := _price(tender)) is not None and price > tender.budget:
        trail: Trail = ("contract", "amount") if tender.contract else ("quotes",)
        yield _unfit(trail, (Words("金额", "the price"), price), budget)


def _price(tender: Tender) -> Decimal | None:
    if tender.contract is not None:
        return tender.contract.amount
    return next((one.price for one in tender.quotes if one.chosen), None)


def _unfit(trail: Trail, lower: tuple[Words, Decimal], upper: tuple[Words, Decimal]) -> Finding:
    values = {"lower": lower[0], "found": lower[1], "upper": upper[0], "limit": upper[1]}
    return Finding(trail, AMOUNTS_DIFFER, values)


def supplier_is_the_winner(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The winner is one of the valid bidders, and the contract is with the winner."""
    opening, award, contract = entry.record.opening, entry.record.award, entry.record.contract
    valid = [one.supplier for one in opening.bids if one.valid] if opening else []
    if award and opening and award.supplier not in valid:
        what = Words("中标人", "the winner")
        values = {"what": what, "found": award.supplier, "expected": "、".join(valid) or "—"}
        yield Finding(("award", "supplier"), SUPPLIERS_DIFFER, values)
    if award and contract and contract.supplier != award.supplier:
        what = Words("合同相对方", "the contractor")
        values = {"what": what, "found": contract.supplier, "expected": award.supplier}
        yield Finding(("contract", "supplier"), SUPPLIERS_DIFFER, values)


def additions_are_small(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """What was added to a contract stays below a tenth of it."""
    contract = entry.record.contract
    if contract is not None:
        added = sum((one.change for one in contract.changes), NOTHING)
        limit = corpus.profile.number("tender.additions")
        if limit is not None and 100 * added > limit * contract.amount:
            values = {"added": added, "amount": contract.amount, "limit": limit}
            yield Finding(("contract", "changes"), ADDED_TOO_MUCH, values)


def words_are_the_figures(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The amount in capitals is the amount in figures."""
    contract = entry.record.contract
    if contract is None or contract.amount_in_words is None:
        return
    if not says(contract.amount_in_words, contract.amount):
        values = {
            "words": contract.amount_in_words,
            "amount": contract.amount,
            "right": in_words(contract.amount),
        }
        yield Finding(("contract", "amount_in_words"), WORDS, values)


def paid_what_was_agreed(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The payments together stay within the contract."""
    due = amount(entry.record) or NOTHING
    paid = NOTHING
    for index, payment in enumerate(entry.record.payments):
        paid += payment.amount
        if paid > due:
            yield Finding(("payments", index, "amount"), PAID_TOO_MUCH, {"paid": paid, "due": due})
            return


RULES = (
    Rule(METHOD_WITHOUT_REASON, "tenders", method_has_a_reason),
    Rule(AMOUNTS_DIFFER, "tenders", amounts_fit),
    Rule(SUPPLIERS_DIFFER, "tenders", supplier_is_the_winner),
    Rule(ADDED_TOO_MUCH, "tenders", additions_are_small),
    Rule(WORDS, "tenders", words_are_the_figures),
    Rule(PAID_TOO_MUCH, "tenders", paid_what_was_agreed),
)
