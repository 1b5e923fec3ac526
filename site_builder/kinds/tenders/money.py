"""What must hold of the sums of a purchase, from the budget to the last payment."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.tenders.figures import NOTHING, amount
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.mistakes.sums import WORDS
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.numerals import in_words, says
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

SMALL = Decimal(50000)
"""From here on the school does not simply compare quotations: set by each school's own purchasing rule."""
ADDITION = Decimal(10)
"""Additions to a contract, in hundredths: Regulations on the Government Procurement Law, article 67(5)."""

METHOD_WITHOUT_REASON = Mistake(
    code="PRC-01",
    message=Words(
        "预算 {budget}，采购方式不是公开招标，又没有写理由",
        "{budget} without an open tender, and no reason is given",
    ),
    hint=Words("写 method_reason，或者改用公开招标。", "give method_reason, or hold an open tender."),
    why=Words(
        "达到限额的采购用其他方式，要说明依据。", "from a certain amount on another method needs a ground."
    ),
    wrong="method: in-house\nbudget: 86000.00",
    right="method: inquiry\nmethod_reason: 规格统一、货源充足的现成货物\nbudget: 86000.00",
    basis="《中华人民共和国政府采购法》第二十六条至第三十二条；学校采购制度",
)
AMOUNTS_DIFFER = Mistake(
    code="PRC-10",
    message=Words("{lower} {found} 与{upper} {limit} 不符", "{lower} {found} does not fit {upper} {limit}"),
    hint=Words(
        "合同等于中标金额，中标不超过最高限价，限价不超过预算。",
        "contract = award, award ≤ ceiling, ceiling ≤ budget.",
    ),
    why=Words(
        "合同必须按中标结果签订，结果不能突破限价和预算。",
        "a contract follows the award, and an award stays within ceiling and budget.",
    ),
    wrong="budget: 486000.00\naward: {amount: 490000.00}",
    right="budget: 486000.00\naward: {amount: 471300.00}",
    basis="《中华人民共和国政府采购法实施条例》第六十七条",
)
SUPPLIERS_DIFFER = Mistake(
    code="PRC-21",
    message=Words(
        "{what}是“{found}”，前面写的是“{expected}”", "{what} is “{found}”, but “{expected}” stands before"
    ),
    hint=Words("单位名称要一字不差。", "write the firm's name in exactly the same way."),
    why=Words(
        "合同只能和中标人签，中标人必须在投标人里。",
        "the contract is with the winner, and the winner is one of the bidders.",
    ),
    wrong="award: {supplier: 云岭市清泉建设有限公司}\ncontract: {supplier: 清泉建设}",
    right="award: {supplier: 云岭市清泉建设有限公司}\ncontract: {supplier: 云岭市清泉建设有限公司}",
)
ADDED_TOO_MUCH = Mistake(
    code="PRC-13",
    message=Words(
        "合同追加 {added}，超过原合同 {amount} 的 {limit}%",
        "{added} was added, more than {limit} % of {amount}",
    ),
    hint=Words("超出部分另行采购，或写明依据。", "buy the rest separately, or state the ground."),
    why=Words("追加采购不得超过原合同金额的百分之十。", "additions may not exceed a tenth of the contract."),
    wrong="contract:\n  amount: 100000.00\n  changes: [{on: 2026-05-06, change: 12000.00, reason: 增加隔断}]",
    right="contract:\n  amount: 100000.00\n  changes: [{on: 2026-05-06, change: 8000.00, reason: 增加隔断}]",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府采购法实施条例》第六十七条第五项",
)
PAID_TOO_MUCH = Mistake(
    code="PRC-23",
    message=Words("已付 {paid}，超过应付 {due}", "{paid} was paid, more than the {due} owed"),
    hint=Words("核对各笔付款和合同变更。", "check the payments and the changes of the contract."),
    why=Words("付款不能超过合同金额。", "nobody is paid more than was agreed."),
    wrong="contract: {amount: 100000.00}\npayments: [{on: 2026-05-06, amount: 110000.00}]",
    right="contract: {amount: 100000.00}\npayments: [{on: 2026-05-06, amount: 100000.00}]",
)


def method_has_a_reason(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """From the school's limit on, any method but the open tender says why."""
    tender = entry.record
    if tender.budget >= SMALL and tender.method is not Method.OPEN and not tender.method_reason:
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


def additions_are_small(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """What was added to a contract stays below a tenth of it."""
    contract = entry.record.contract
    if contract is not None:
        added = sum((one.change for one in contract.changes), NOTHING)
        if 100 * added > ADDITION * contract.amount:
            values = {"added": added, "amount": contract.amount, "limit": ADDITION}
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
