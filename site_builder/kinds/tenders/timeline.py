"""Where a purchase stands: its dated steps in the order of time."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from site_builder.kinds.tenders.outcome import Result
from site_builder.kinds.tenders.record import Tender
from site_builder.model.problem import Trail


class Stage(StrEnum):
    """The steps of a purchase, in the order they are taken."""

    INTENTION = "intention"
    """采购意向 / Intention"""
    SINGLE_SOURCE = "single-source"
    """单一来源公示 / Single-source notice"""
    NOTICE = "notice"
    """采购公告 / Notice"""
    CORRECTION = "correction"
    """更正公告 / Correction"""
    DEADLINE = "deadline"
    """截止 / Deadline"""
    OPENING = "opening"
    """开标评审 / Opening"""
    QUOTES = "quotes"
    """报价比较 / Quotations"""
    DECISION = "decision"
    """确定供应商 / Decision"""
    AWARD = "award"
    """结果公告 / Award"""
    CONTRACT = "contract"
    """签订合同 / Contract signed"""
    CONTRACT_NOTICE = "contract-notice"
    """合同公告 / Contract notice"""
    ACCEPTANCE = "acceptance"
    """验收 / Acceptance"""
    PAYMENT = "payment"
    """付款 / Payment"""
    TERMINATION = "termination"
    """终止 / Termination"""


class TenderState(StrEnum):
    """Where a purchase stands."""

    PLANNED = "planned"
    """计划中 / Planned"""
    OPEN = "open"
    """征集报价 / Open for offers"""
    EVALUATION = "evaluation"
    """评审中 / Under evaluation"""
    AWARDED = "awarded"
    """已定供应商 / Awarded"""
    CONTRACTED = "contracted"
    """履约中 / Under contract"""
    COMPLETED = "completed"
    """已验收 / Completed"""
    TERMINATED = "terminated"
    """已终止 / Terminated"""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One day in the life of a purchase."""

    stage: Stage
    date: date
    days: int | None
    """Since the step before; None for the first."""
    past: bool
    """Whether that day has come by the day of the build."""


_DATES: tuple[tuple[Stage, Trail], ...] = (
    (Stage.INTENTION, ("intention", "on")),
    (Stage.SINGLE_SOURCE, ("single_source", "on")),
    (Stage.NOTICE, ("notice", "on")),
    (Stage.OPENING, ("opening", "on")),
    (Stage.DECISION, ("award", "decided_on")),
    (Stage.AWARD, ("award", "on")),
    (Stage.CONTRACT, ("contract", "signed_on")),
    (Stage.CONTRACT_NOTICE, ("contract", "on")),
    (Stage.ACCEPTANCE, ("acceptance", "on")),
    (Stage.TERMINATION, ("termination", "on")),
)
"""Where the date of a step stands that is taken once."""


def day_at(tender: Tender, trail: Trail) -> date | None:
    """The date at a place of the record; None while that stage, or the date in it, is not there."""
    stage, field = trail
    day: date | None = getattr(getattr(tender, str(stage)), str(field), None)
    return day


def dated(record: Tender) -> Iterator[tuple[Stage, date]]:
    """Every dated step, in the order steps are taken; the dates may be out of order, which a rule tells."""
    steps: tuple[tuple[Stage, date | None], ...] = (
        *((stage, day_at(record, trail)) for stage, trail in _DATES),
        *((Stage.CORRECTION, one.on) for one in record.correction_notices),
        (Stage.DEADLINE, deadline(record)),
        (Stage.QUOTES, max((one.on for one in record.quotes), default=None)),
        *((Stage.PAYMENT, one.on) for one in record.payments),
    )
    order = tuple(Stage)
    known = ((stage, day) for stage, day in steps if day is not None)
    return iter(sorted(known, key=lambda step: order.index(step[0])))


def deadline(record: Tender) -> date | None:
    """The deadline that holds after all corrections."""
    moved = [one.deadline for one in record.correction_notices if one.deadline is not None]
    if moved:
        return moved[-1]
    return record.notice.deadline if record.notice else None


def timeline(record: Tender, today: date) -> Iterator[Step]:
    """Every step by date, with the days since the one before it."""
    before: date | None = None
    for stage, day in sorted(dated(record), key=lambda step: step[1]):
        yield Step(stage=stage, date=day, days=(day - before).days if before else None, past=day <= today)
        before = day


_STATES = (
    (Stage.TERMINATION, TenderState.TERMINATED),
    (Stage.ACCEPTANCE, TenderState.COMPLETED),
    (Stage.CONTRACT, TenderState.CONTRACTED),
    (Stage.DECISION, TenderState.AWARDED),
    (Stage.QUOTES, TenderState.EVALUATION),
    (Stage.DEADLINE, TenderState.EVALUATION),
    (Stage.NOTICE, TenderState.OPEN),
)


def state_of(taken: set[Stage], record: Tender) -> TenderState:
    """The state after the steps taken; what was found bad is still under contract."""
    if record.acceptance and record.acceptance.result is Result.FAILED:
        taken = taken - {Stage.ACCEPTANCE}
    if Stage.QUOTES in taken and any(one.chosen for one in record.quotes):
        taken = taken | {Stage.DECISION}
    return next((state for stage, state in _STATES if stage in taken), TenderState.PLANNED)
