"""How far a plan has come, reckoned from the schedules."""

from datetime import date

import pytest

from site_builder.kinds.plans.figures import Progress, figures
from site_builder.kinds.plans.record import Goal, Measure, Plan
from site_builder.kinds.schedules.record import Area, EntryState, Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays
from tests.cases import alone

PLAN = Plan(
    title="计划",
    starts_on=date(2026, 2, 24),
    ends_on=date(2026, 7, 31),
    goals=(Goal(id="safety", title="不出事故"),),
    measures=(
        Measure(id="m-check", goal="safety", title="检查", text="每月检查。", cadence="monthly"),
        Measure(id="m-drill", goal="safety", title="演练", text="四月演练。", due=date(2026, 4, 20)),
    ),
)


def step(id: str, state: EntryState, day: date, measure: str = "2026-spring#m-check") -> ScheduleEntry:
    return ScheduleEntry(id=id, text=id, area=Area.SAFETY, measure=measure, day=day, state=state)


def corpus(today: date, *steps: ScheduleEntry) -> Corpus:
    schedule = Schedule(title="三月", month="2026-03", plan="2026-spring", entries=steps)
    entries = (Entry("plans", "2026-spring", PLAN, "", ""), Entry("schedules", "2026-03", schedule, "", ""))
    return Corpus(entries, today, Workdays())


DONE = step("a", EntryState.DONE, date(2026, 3, 10))
OPEN = step("b", EntryState.PLANNED, date(2026, 3, 24))
DROPPED = step("c", EntryState.DROPPED, date(2026, 3, 12))


@pytest.mark.parametrize(
    ("today", "steps", "state"),
    [
        (date(2026, 3, 1), (), Progress.NOT_SCHEDULED),
        (date(2026, 3, 1), (OPEN,), Progress.AHEAD),
        (date(2026, 3, 24), (DONE, OPEN), Progress.UNDER_WAY),
        (date(2026, 3, 25), (DONE, OPEN), Progress.OVERDUE),
        (date(2026, 3, 25), (DONE, DROPPED), Progress.DONE),
        (date(2026, 3, 25), (DROPPED,), Progress.DROPPED),
    ],
)
def test_the_state_of_a_measure(today: date, steps: tuple[ScheduleEntry, ...], state: Progress) -> None:
    assert figures(alone(PLAN, "2026-spring"), corpus(today, *steps)).goals[0].measures[0].state is state


def test_dropped_steps_do_not_count_and_percent_is_rounded_down() -> None:
    steps = (DONE, OPEN, DROPPED, step("d", EntryState.PLANNED, date(2026, 3, 30)))
    found = figures(alone(PLAN, "2026-spring"), corpus(date(2026, 3, 1), *steps))
    assert (found.done, found.total, found.percent) == (1, 3, 33)
    assert found.goals[0].measures[0].next_due == date(2026, 3, 24)


def test_a_measure_without_steps_is_due_by_its_own_deadline_until_that_has_passed() -> None:
    assert figures(alone(PLAN, "2026-spring"), corpus(date(2026, 4, 20))).goals[0].measures[
        1
    ].next_due == date(2026, 4, 20)
    assert (
        figures(alone(PLAN, "2026-spring"), corpus(date(2026, 4, 21))).goals[0].measures[1].next_due is None
    )


def test_steps_of_other_plans_are_not_counted() -> None:
    other = step("x", EntryState.DONE, date(2026, 3, 10), "2025-autumn#m-check")
    found = figures(alone(PLAN, "2026-spring"), corpus(date(2026, 3, 25), other))
    assert (found.total, found.percent) == (0, None)
