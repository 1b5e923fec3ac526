"""What must hold of a work plan."""

from collections.abc import Iterator

from site_builder.kinds.plans.record import Plan
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

INCOMPLETE = Mistake("PLN-02")
MISCOUNTED = Mistake("PLN-03")
UNASSIGNED = Mistake("PLN-09")
OUT_OF_PERIOD = Mistake("PLN-14")
NO_SUCH_GOAL = Mistake("PLN-18")
ORDER = Mistake("PLN-19")

_NEEDED = (
    ("office", Words("责任单位", "its office"), "office: general-affairs"),
    ("owner", Words("负责岗位", "its owner"), "owner: general-affairs#director"),
    (
        "approved_by",
        Words("批准岗位", "the post that approved it"),
        "approved_by: principal-office#principal",
    ),
    ("approved_on", Words("批准日期", "the day it was approved"), "approved_on: 2026-02-13"),
)


def the_plan_is_complete(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """A plan says its office, its owner, and who approved it when."""
    for field, what, suggestion in _NEEDED:
        if getattr(entry.record, field) is None:
            yield Finding(("title",), INCOMPLETE, {"what": what, "suggestion": suggestion})


def slogans_count_right(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """A counted slogan lists as many items as it declares."""
    for place, slogan in enumerate(entry.record.slogans):
        listed = len(slogan.items)
        if slogan.declared != listed:
            values = {"label": slogan.label, "declared": slogan.declared, "listed": listed}
            yield Finding(("slogans", place, "declared"), MISCOUNTED, values)


def measures_are_assigned(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """Every measure has an owner, a day or cadence and evidence, and every goal a measure."""
    served = {measure.goal for measure in entry.record.measures}
    for place, goal in enumerate(entry.record.goals):
        if goal.id not in served:
            yield _unassigned(
                ("goals", place, "id"), goal.title, Words("措施", "a measure"), f"goal: {goal.id}"
            )
    for place, measure in enumerate(entry.record.measures):
        trail, title = ("measures", place, "id"), measure.title
        if measure.owner is None:
            yield _unassigned(trail, title, Words("责任岗位", "an owner"), "owner: general-affairs#director")
        if measure.due is None and measure.cadence is None:
            yield _unassigned(trail, title, Words("期限或频次", "a deadline or cadence"), "cadence: monthly")
        if measure.evidence is None:
            yield _unassigned(trail, title, Words("凭据", "evidence"), "evidence: check-sheet")


def deadlines_lie_in_the_period(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """A measure is due while the plan runs."""
    plan = entry.record
    for place, measure in enumerate(plan.measures):
        for field in ("due_from", "due"):
            day = getattr(measure, field)
            if day is not None and not plan.starts_on <= day <= plan.ends_on:
                values = {
                    "title": measure.title,
                    "due": day,
                    "starts_on": plan.starts_on,
                    "ends_on": plan.ends_on,
                }
                yield Finding(("measures", place, field), OUT_OF_PERIOD, values)


def measures_serve_a_goal(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """The goal a measure names is one of the plan's."""
    goals = tuple(goal.id for goal in entry.record.goals)
    for place, measure in enumerate(entry.record.measures):
        if measure.goal not in goals:
            values = {"goal": measure.goal, "goals": " ".join(goals)}
            yield Finding(("measures", place, "goal"), NO_SUCH_GOAL, values)


def periods_run_forward(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """Neither the plan nor a measure ends before it begins."""
    plan = entry.record
    if plan.ends_on < plan.starts_on:
        yield Finding(("ends_on",), ORDER, {"later": plan.ends_on, "earlier": plan.starts_on})
    for place, measure in enumerate(plan.measures):
        if measure.due is not None and measure.due_from is not None and measure.due < measure.due_from:
            yield Finding(
                ("measures", place, "due"), ORDER, {"later": measure.due, "earlier": measure.due_from}
            )


def _unassigned(trail: Trail, title: str, what: Words, suggestion: str) -> Finding:
    return Finding(trail, UNASSIGNED, {"title": title, "what": what, "suggestion": suggestion})


RULES = tuple(
    Rule(mistake, "plans", check)
    for mistake, check in (
        (INCOMPLETE, the_plan_is_complete),
        (MISCOUNTED, slogans_count_right),
        (UNASSIGNED, measures_are_assigned),
        (OUT_OF_PERIOD, deadlines_lie_in_the_period),
        (NO_SUCH_GOAL, measures_serve_a_goal),
        (ORDER, periods_run_forward),
    )
)
