"""What must hold of the order of a purchase's stages."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from site_builder.kinds.tenders.record import Tender
from site_builder.kinds.tenders.timeline import day_at
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

OUT_OF_ORDER = Mistake("PRC-20")

_CHAIN: dict[Trail, Words] = {
    ("intention", "on"): Words("采购意向", "the intention"),
    ("single_source", "on"): Words("单一来源公示", "the single-source notice"),
    ("single_source", "period_to"): Words("公示结束", "the end of the notice"),
    ("notice", "on"): Words("采购公告", "the notice"),
    ("notice", "doc_from"): Words("文件发售起", "documents from"),
    ("notice", "doc_to"): Words("文件发售止", "documents to"),
    ("notice", "deadline"): Words("截止日期", "the deadline"),
    ("notice", "opening"): Words("预定开标", "the opening as announced"),
    ("opening", "on"): Words("开标", "the opening"),
    ("award", "decided_on"): Words("确定供应商", "the decision"),
    ("award", "on"): Words("结果公告", "the award notice"),
    ("contract", "signed_on"): Words("签订合同", "the contract"),
    ("acceptance", "on"): Words("验收", "the acceptance"),
}
"""The dates that follow each other; a stage that is not there is passed over."""
_NAMES: dict[Trail, Words] = _CHAIN | {
    ("contract", "on"): Words("合同公告", "the contract notice"),
    ("contract", "filed_on"): Words("合同备案", "the filing of the contract"),
    ("contract", "starts_on"): Words("履行起始", "the first day of the contract"),
    ("contract", "ends_on"): Words("履行截止", "the last day of the contract"),
}
_PAIRS: tuple[tuple[Trail, Trail], ...] = (
    (("contract", "signed_on"), ("contract", "on")),
    (("contract", "signed_on"), ("contract", "filed_on")),
    (("contract", "starts_on"), ("contract", "ends_on")),
)


def stages_follow_each_other(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """No stage is dated before the one it follows; a corrected deadline counts instead of the first."""
    tender = entry.record
    taken = [trail for trail in _CHAIN if day_at(tender, trail) is not None]
    for earlier, later in (*pairwise(taken), *_PAIRS):
        first, second = _moved(tender, earlier), day_at(tender, later)
        put_off = later == ("notice", "opening") and first != day_at(tender, earlier)
        if first is not None and second is not None and second < first and not put_off:
            yield _told(later, _NAMES[later], second, earlier, first)
    for index, one in enumerate(tender.correction_notices):
        if tender.notice is not None and one.on < tender.notice.on:
            trail = ("correction_notices", index, "on")
            yield _told(
                trail, Words("更正公告", "the correction"), one.on, ("notice", "on"), tender.notice.on
            )


def _moved(tender: Tender, trail: Trail) -> date | None:
    """The date at a place, or the last deadline that took its place."""
    put_off = [one.deadline for one in tender.correction_notices if one.deadline is not None]
    on_the_day = trail in (("notice", "deadline"), ("notice", "opening"))
    return put_off[-1] if put_off and on_the_day else day_at(tender, trail)


def _told(trail: Trail, later: Words, found: date, earlier: Trail, before: date) -> Finding:
    values = {"later": later, "found": found, "earlier": _NAMES[earlier], "before": before}
    return Finding(trail, OUT_OF_ORDER, values)


RULES = (Rule(OUT_OF_ORDER, "tenders", stages_follow_each_other),)
