"""What must hold of a work plan."""

from collections.abc import Iterator

from site_builder.kinds.plans.record import Plan
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

INCOMPLETE = Mistake(
    code="PLN-02",
    message=Words("计划缺少{what}", "the plan lacks {what}"),
    hint=Words("补上一行：{suggestion}", "add the line: {suggestion}"),
    why=Words(
        "公开的计划要看得出是哪个部门的、谁负责、谁在哪天批准。",
        "a published plan says whose it is, who answers for it, who approved it and when.",
    ),
    wrong="title: 2026年春季学期总务工作计划",
    right="title: 2026年春季学期总务工作计划\noffice: general-affairs\nowner: general-affairs#director\n"
    "approved_by: principal-office#principal\napproved_on: 2026-02-13",
)
MISCOUNTED = Mistake(
    code="PLN-03",
    message=Words(
        "“{label}”说的是 {declared} 项，下面列了 {listed} 项",
        "“{label}” speaks of {declared}, but {listed} are listed",
    ),
    hint=Words(
        "补齐或删减，或者改 declared 和名称。", "add or remove some, or change declared and the label."
    ),
    why=Words("数目对不上，读者会以为漏了内容。", "readers will think that something was left out."),
    wrong="- label: 三个保障\n  declared: 3\n  items: [保安全, 保供应]",
    right="- label: 三个保障\n  declared: 3\n  items: [保安全, 保供应, 保运转]",
    severity=Severity.WARNING,
)
UNASSIGNED = Mistake(
    code="PLN-09",
    message=Words("“{title}”缺少{what}", "“{title}” lacks {what}"),
    hint=Words("补上一行：{suggestion}", "add the line: {suggestion}"),
    why=Words(
        "没有责任岗位、期限和凭据的措施，没法检查做没做。",
        "nobody can tell whether a measure without owner, deadline and evidence was carried out.",
    ),
    wrong="- id: m-safety\n  goal: safety\n  title: 安全检查\n  text: 检查校舍、线路和消防器材。",
    right="- id: m-safety\n  goal: safety\n  title: 安全检查\n  text: 检查校舍、线路和消防器材。\n"
    "  owner: general-affairs#safety-officer\n  cadence: monthly\n  evidence: check-sheet",
    severity=Severity.WARNING,
)
OUT_OF_PERIOD = Mistake(
    code="PLN-14",
    message=Words(
        "“{title}”的期限 {due} 不在计划期内", "“{title}” is due on {due}, outside the plan's period"
    ),
    hint=Words(
        "计划从 {starts_on} 到 {ends_on}；改期限，或移到下一份计划。",
        "the plan runs from {starts_on} to {ends_on}; change the day or move it to the next plan.",
    ),
    why=Words(
        "期满时还没到期的措施，总结时会被漏掉。",
        "what is due after the plan has ended is forgotten in its summary.",
    ),
    wrong="ends_on: 2026-07-31\nmeasures:\n  - id: m-summer\n    due: 2026-08-25",
    right="ends_on: 2026-07-31\nmeasures:\n  - id: m-summer\n    due: 2026-07-31",
    severity=Severity.WARNING,
)
NO_SUCH_GOAL = Mistake(
    code="PLN-18",
    message=Words("目标里没有“{goal}”", "there is no goal “{goal}”"),
    hint=Words("从这些里选一个：{goals}", "choose one of these: {goals}"),
    why=Words(
        "措施按目标排列，找不到目标的措施不会显示。",
        "measures are listed by goal; one without would not be shown.",
    ),
    wrong="goals:\n  - {id: safety, title: 不出责任事故}\nmeasures:\n  - {id: m-fire, goal: fire}",
    right="goals:\n  - {id: safety, title: 不出责任事故}\nmeasures:\n  - {id: m-fire, goal: safety}",
)
ORDER = Mistake(
    code="PLN-19",
    message=Words("{later} 早于 {earlier}", "{later} is before {earlier}"),
    hint=Words("核对两个日期，把先后写对。", "check both dates and put them in order."),
    why=Words("倒着的期限永远完不成。", "a period that runs backwards can never be kept."),
    wrong="starts_on: 2026-07-31\nends_on: 2026-02-24",
    right="starts_on: 2026-02-24\nends_on: 2026-07-31",
)

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
