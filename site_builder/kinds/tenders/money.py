"""What must hold of the sums of a purchase, from the budget to the last payment."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.tenders.figures import NOTHING, amount
from site_builder.kinds.tenders.offers import made_of_items, offers_add_up
from site_builder.kinds.tenders.record import Method, ProcurementCategory, Tender
from site_builder.mistakes.sums import ELSEWHERE, TOTAL, WORDS
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.numerals import in_words, says
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

WRONG_METHOD = Mistake("PRC-01")
AMOUNTS_DIFFER = Mistake("PRC-10")
SUPPLIERS_DIFFER = Mistake("PRC-21")
ADDED_TOO_MUCH = Mistake("PRC-13")
PAID_TOO_MUCH = Mistake("PRC-23")
PAID_BEFORE_ACCEPTANCE = Mistake("PRC-11")
PAID_AHEAD = Mistake("EXP-09")

BUDGET = Words("预算", "the budget")
CEILING = Words("最高限价", "the ceiling")
AWARD = Words("中标金额", "the award")


def method_fits_the_amount(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """From the school's limit on by open tender, from the statutory one by that law; else with a reason."""
    tender = entry.record
    inner = corpus.profile.number("tender.internal-limit")
    statutory = corpus.profile.number(f"tender.statutory-{tender.category}")
    if tender.method_reason:
        return
    if inner is not None and tender.budget >= inner and tender.method is not Method.OPEN:
        fault = Words("采购方式不是公开招标，又没有写理由", "without an open tender, and no reason is given")
        yield Finding(("method",), WRONG_METHOD, {"budget": tender.budget, "limit": inner, "fault": fault})
    if statutory is not None and tender.budget >= statutory and not tender.statutory:
        fault = Words("没有按政府采购办理", "not run as a government purchase")
        values = {"budget": tender.budget, "limit": statutory, "fault": fault}
        yield Finding(("budget",), WRONG_METHOD, values)


def identities(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Identity]:
    """Lots make the budget, the winner's bid and the main items make the award, and the contract is over it."""
    tender, award, contract = entry.record, entry.record.award, entry.record.contract
    lots = [one.budget for one in tender.lots if one.budget is not None]
    if lots and len(lots) == len(tender.lots):
        claim, summed = Words("预算 = 各包之和", "budget = sum of the lots"), sum(lots, NOTHING)
        yield Identity(("budget",), claim, tender.budget, summed, TOTAL, {"sum": summed})
    yield from offers_add_up(tender)
    yield from _awarded(tender)
    if award is not None and contract is not None:
        lower = Words("合同金额", "the contract")
        values = {"lower": lower, "found": contract.amount, "upper": AWARD, "limit": award.amount}
        claim = Words("合同金额 = 中标金额", "contract = award")
        yield Identity(("contract", "amount"), claim, contract.amount, award.amount, AMOUNTS_DIFFER, values)


def _awarded(tender: Tender) -> Iterator[Identity]:
    """The award by the bid of the winner and by its items."""
    award, bids = tender.award, tender.opening.bids if tender.opening else ()
    if award is None:
        return
    own = [one.amount for one in bids if one.supplier == award.supplier]
    if len(own) == 1:
        claim = Words("中标人的报价", "the bid of the winner")
        yield Identity(("award", "amount"), claim, award.amount, own[0], ELSEWHERE)
    units = {one.unit for one in tender.lots} | {one.unit for one in award.items}
    if tender.lots and award.items and len(units) == 1 and all(one.quantity for one in tender.lots):
        claim, asked = (
            Words("各包数量之和", "the quantity of all lots"),
            sum(one.quantity or 0 for one in tender.lots),
        )
        bought = sum(one.quantity for one in award.items)
        yield Identity(("award", "items", 0, "quantity"), claim, bought, asked, ELSEWHERE)
    if award.items:
        yield made_of_items(("award", "amount"), award.amount, award.items)


def amounts_stay_within(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The award stays within the ceiling, the ceiling within the budget; so does a price without an award."""
    tender = entry.record
    trail: Trail = ("contract", "amount") if tender.contract else ("quotes",)
    price = None if tender.award else _price(tender)
    awarded = tender.award.amount if tender.award else None
    upper, most = (BUDGET, tender.budget) if tender.ceiling is None else (CEILING, tender.ceiling)
    for place, lower, found, above, limit in (
        (("ceiling",), CEILING, tender.ceiling, BUDGET, tender.budget),
        (("award", "amount"), AWARD, awarded, upper, most),
        (trail, Words("金额", "the price"), price, BUDGET, tender.budget),
    ):
        if found is not None and found > limit:
            values = {"lower": lower, "found": found, "upper": above, "limit": limit}
            yield Finding(place, AMOUNTS_DIFFER, values)


def _price(tender: Tender) -> Decimal | None:
    if tender.contract is not None:
        return tender.contract.amount
    return next((one.price for one in tender.quotes if one.chosen), None)


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


def paid_after_acceptance(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """The whole price is paid after the acceptance; before it, of goods, no more than the advance that is allowed."""
    tender, due = entry.record, amount(entry.record)
    advance = corpus.profile.number("payment.advance")
    accepted, paid, told = tender.acceptance.on if tender.acceptance else None, NOTHING, False
    for index, payment in enumerate(tender.payments if due is not None else ()):
        paid += payment.amount
        early = accepted is None or payment.on < accepted
        if due is not None and paid >= due:
            if early:
                values = {"on": payment.on, "paid": paid}
                yield Finding(("payments", index, "on"), PAID_BEFORE_ACCEPTANCE, values)
            return
        goods = tender.category is ProcurementCategory.GOODS and advance is not None and not told
        if goods and early and due and 100 * paid > (advance or NOTHING) * due:
            told = True
            rate = (100 * paid / due).quantize(Decimal("0.1"))
            done = Words("还没有验收", "nothing was accepted yet")
            values = {"rate": rate, "done": done, "allowed": advance}
            yield Finding(("payments", index, "on"), PAID_AHEAD, values)


RULES = (
    Rule(WRONG_METHOD, "tenders", method_fits_the_amount),
    Rule(AMOUNTS_DIFFER, "tenders", amounts_stay_within),
    Rule(PAID_BEFORE_ACCEPTANCE, "tenders", paid_after_acceptance),
    Rule(SUPPLIERS_DIFFER, "tenders", supplier_is_the_winner),
    Rule(ADDED_TOO_MUCH, "tenders", additions_are_small),
    Rule(WORDS, "tenders", words_are_the_figures),
    Rule(PAID_TOO_MUCH, "tenders", paid_what_was_agreed),
)
