"""What must hold of the order of a purchase's stages."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.tenders.figures import amount
from site_builder.kinds.tenders.record import Tender
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

OUT_OF_ORDER = Mistake("PRC-20")
PAID_BEFORE_ACCEPTANCE = Mistake("PRC-11")

_CHAIN: tuple[tuple[Trail, Words], ...] = (
    (("intention", "on"), Words("采购意向", "the intention")),
    (("single_source", "on"), Words("单一来源公示", "the single-source notice")),
    (("single_source", "period_to"), Words("公示结束", "the end of the notice")),
    (("notice", "on"), Words("采购公告", "the notice")),
    (("notice", "doc_from"), Words("文件发售起", "documents from")),
    (("notice", "doc_to"), Words("文件发售止", "documents to")),
    (("notice", "deadline"), Words("截止日期", "the deadline")),
    (("notice", "opening"), Words("预定开标", "the opening as announced")),
    (("opening", "on"), Words("开标", "the opening")),
    (("award", "decided_on"), Words("确定供应商", "the decision")),
    (("award", "on"), Words("结果公告", "the award notice")),
    (("contract", "signed_on"), Words("签订合同", "the contract")),
    (("acceptance", "on"), Words("验收", "the acceptance")),
)
"""The dates that follow each other; a stage that is not there is passed over."""
_PAIRS: tuple[tuple[Trail, Trail], ...] = (
    (("contract", "signed_on"), ("contract", "on")),
    (("contract", "signed_on"), ("contract", "filed_on")),
    (("contract", "starts_on"), ("contract", "ends_on")),
)
_NAMES = {
    ("contract", "on"): Words("合同公告", "the contract notice"),
    ("contract", "filed_on"): Words("合同备案", "the filing of the contract"),
    ("contract", "starts_on"): Words("履行起始", "the first day of the contract"),
    ("contract", "ends_on"): Words("履行截止", "the last day of the contract"),
    **dict(_CHAIN),
}


def stages_follow_each_other(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """No stage is dated before the one it follows; a corrected deadline counts instead of the first."""
    tender = entry.record
    before: Trail | None = None
    for trail, _ in _CHAIN:
        if _at(tender, trail) is None:
            continue
        if before is not None:
            yield from _compared(tender, before, trail)
        before = trail
    for earlier, later in _PAIRS:
        yield from _compared(tender, earlier, later)
    for index, one in enumerate(tender.correction_notices):
        if tender.notice is not None and one.on < tender.notice.on:
            values = {"later": Words("更正公告", "the correction"), "found": one.on}
            values |= {"earlier": _NAMES["notice", "on"], "before": tender.notice.on}
            yield Finding(("correction_notices", index, "on"), OUT_OF_ORDER, values)


def _compared(tender: Tender, earlier: Trail, later: Trail) -> Iterator[Finding]:
    first, second = _at(tender, earlier), _at(tender, later)
    moved = [one.deadline for one in tender.correction_notices if one.deadline is not None]
    if moved and later == ("notice", "opening"):
        return
    if moved and earlier in (("notice", "deadline"), ("notice", "opening")):
        first = moved[-1]
    if first is not None and second is not None and second < first:
        values = {"later": _NAMES[later], "found": second, "earlier": _NAMES[earlier], "before": first}
        yield Finding(later, OUT_OF_ORDER, values)


def _at(tender: Tender, trail: Trail) -> date | None:
    stage, field = trail
    day: date | None = getattr(getattr(tender, str(stage)), str(field), None)
    return day


def paid_in_full_after_acceptance(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The payment that makes up the whole price comes after the acceptance."""
    tender, due = entry.record, amount(entry.record)
    accepted = tender.acceptance.on if tender.acceptance else None
    paid = due - due if due is not None else None
    for index, payment in enumerate(tender.payments):
        if due is None or paid is None:
            return
        paid += payment.amount
        if paid >= due:
            if accepted is None or payment.on < accepted:
                yield Finding(
                    ("payments", index, "on"), PAID_BEFORE_ACCEPTANCE, {"on": payment.on, "paid": paid}
                )
            return


RULES = (
    Rule(OUT_OF_ORDER, "tenders", stages_follow_each_other),
    Rule(PAID_BEFORE_ACCEPTANCE, "tenders", paid_in_full_after_acceptance),
)
