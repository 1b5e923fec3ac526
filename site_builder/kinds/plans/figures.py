"""How far a plan has come, reckoned from the monthly schedules and never typed."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from site_builder.kinds.plans.chain import ChainLink, chain
from site_builder.kinds.plans.record import Goal, Measure, Plan
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.kind import Related
from site_builder.model.words import Words


class Progress(StrEnum):
    """How far a measure has come."""

    NOT_SCHEDULED = "not-scheduled"
    """未排入行事历 / Not in the schedule"""
    AHEAD = "ahead"
    """未开始 / Ahead"""
    UNDER_WAY = "under-way"
    """进行中 / Under way"""
    OVERDUE = "overdue"
    """有事项逾期 / Overdue"""
    DONE = "done"
    """已完成 / Done"""
    DROPPED = "dropped"
    """已取消 / Dropped"""


class Step(msgspec.Struct, frozen=True):
    """A schedule entry that carries out a measure."""

    schedule: str
    """行事历：所在行事历的文件名。
    Schedule: its id; with `id` it makes the entry's address."""
    id: str
    text: str
    text_en: str
    month: str
    due: date
    """期限：安排在哪天，或最迟哪天。
    Due: the day it is for, or the last one it may be done on."""
    state: StrEnum
    """状态：行事历里写的状态。
    State: as the schedule says it."""
    done_on: date | None
    result: str
    evidence: tuple[str, ...] = ()
    """The records that show it was done."""


class MeasureFigures(msgspec.Struct, frozen=True):
    """A measure with what the schedules say of it."""

    measure: Measure
    steps: tuple[Step, ...]
    """事项：按期限先后。
    Steps: by the day they are due."""
    done: int
    """已完成事项：做完的事项。
    Done: steps that are done."""
    total: int
    """全部事项：没有取消的事项。
    Steps: those that were not dropped."""
    state: Progress
    """进展：这条措施做到哪一步。
    State: how far it has come."""
    next_due: date | None
    """下一期限：还没做完的事项里最早的期限；没有排事项时是措施自己的期限。
    Next due: of the steps that are not done; without steps the measure's own deadline if that is still ahead."""
    chain: tuple[ChainLink, ...]
    """证据链：从行事历、预算、采购、收支到佐证。
    Chain: schedule, budget, purchase, ledger, evidence."""


class GoalFigures(msgspec.Struct, frozen=True):
    """A goal with its measures."""

    goal: Goal
    measures: tuple[MeasureFigures, ...]
    done: int
    total: int


class PlanFigures(msgspec.Struct, frozen=True):
    """A plan with how far it has come."""

    goals: tuple[GoalFigures, ...]
    """目标：各目标的措施和进展。
    Goals: each with its measures and how far they have come."""
    done: int
    """已完成事项：行事历里做完的事项。
    Done: scheduled steps that are done."""
    total: int
    """全部事项：行事历里没有取消的事项。
    Steps: scheduled steps that were not dropped."""
    percent: int | None
    """进度：做完的占百分之几，只舍不入，到 100 才算全部做完；没有事项时为空。
    Progress: done in a hundred, rounded down so that 100 means all; none without steps."""
    measures_done: int
    """已完成措施：所有事项都做完的措施。
    Measures done: with all their steps done."""
    measures_total: int
    """全部措施：计划里的措施数。
    Measures: how many the plan has."""
    overdue: int
    """逾期措施：有事项逾期的措施。
    Overdue: measures with an overdue step."""


def figures(entry: Entry[Plan], corpus: Corpus) -> PlanFigures:
    """Every goal and measure with the schedule entries that carry it out."""
    record = entry.record
    steps = _steps_of_plan(entry.id, corpus)
    by_measure = {one.id: _measure(entry, one, steps.get(one.id, ()), corpus) for one in record.measures}
    goals = tuple(_goal(goal, by_measure.values()) for goal in record.goals)
    reckoned = tuple(by_measure.values())
    done, total = sum(one.done for one in reckoned), sum(one.total for one in reckoned)
    return PlanFigures(
        goals=goals,
        done=done,
        total=total,
        percent=done * 100 // total if total else None,
        measures_done=sum(one.state is Progress.DONE for one in reckoned),
        measures_total=len(reckoned),
        overdue=sum(one.state is Progress.OVERDUE for one in reckoned),
    )


def related(entry: Entry[Plan], corpus: Corpus) -> tuple[Related, ...]:
    """The schedules that carry out the plan, by month."""
    schedules = (one for one in corpus.of("schedules") if one.record.plan == entry.id)
    return (
        Related(
            Words("行事历", "Monthly schedules"), tuple(sorted(schedules, key=lambda one: one.record.month))
        ),
    )


def _steps_of_plan(plan: str, corpus: Corpus) -> dict[str, tuple[Step, ...]]:
    found: dict[str, list[Step]] = {}
    for schedule in corpus.of("schedules"):
        for item in schedule.record.entries:
            name, _, measure = (item.measure or "").partition("#")
            if plan and name == plan:
                found.setdefault(measure, []).append(_step(schedule, item))
    return {measure: tuple(sorted(steps, key=lambda step: step.due)) for measure, steps in found.items()}


def _step(schedule: Entry[Any], item: Any) -> Step:
    month = schedule.record.month
    return Step(
        schedule=schedule.id,
        id=item.id,
        text=item.text,
        text_en=item.text_en or item.text,
        month=month,
        due=item.postponed_to or item.day or item.ends_on or span_of(month)[1],
        state=item.state,
        done_on=item.done_on,
        result=item.result or "",
        evidence=item.evidence,
    )


def _measure(plan: Entry[Plan], measure: Measure, steps: tuple[Step, ...], corpus: Corpus) -> MeasureFigures:
    today = corpus.today
    kept = tuple(step for step in steps if step.state != "dropped")
    open_steps = tuple(step for step in kept if step.state != "done")
    ahead = [step.due for step in open_steps] or [
        day for day in (measure.due,) if day and not kept and day >= today
    ]
    done = len(kept) - len(open_steps)
    proofs = tuple(name for step in kept for name in step.evidence)
    return MeasureFigures(
        measure=measure,
        steps=steps,
        done=done,
        total=len(kept),
        state=_progress(steps, kept, open_steps, today),
        chain=chain(plan, measure, len(kept), bool(done), proofs, corpus),
        next_due=min(ahead, default=None),
    )


def _progress(
    steps: tuple[Step, ...], kept: tuple[Step, ...], open_steps: tuple[Step, ...], today: date
) -> Progress:
    if not steps:
        return Progress.NOT_SCHEDULED
    if not kept:
        return Progress.DROPPED
    if not open_steps:
        return Progress.DONE
    if open_steps[0].due < today:
        return Progress.OVERDUE
    begun = len(open_steps) < len(kept) or any(step.state == "doing" for step in open_steps)
    return Progress.UNDER_WAY if begun else Progress.AHEAD


def _goal(goal: Goal, measures: Iterable[MeasureFigures]) -> GoalFigures:
    own = tuple(one for one in measures if one.measure.goal == goal.id)
    return GoalFigures(goal, own, sum(one.done for one in own), sum(one.total for one in own))
