"""What stands behind a measure, and which link is missing."""

from datetime import date

import pytest

from site_builder.kinds.plans.figures import figures
from tests.cases import Case, corpus_of

PLAN = """title: 计划
starts_on: 2026-02-16
ends_on: 2026-07-10
goals: [{id: rooms, title: 修好功能室}]
measures:
  - id: m-rooms
    goal: rooms
    title: 功能室
    text: 修缮
    due: 2026-04-20
    evidence: acceptance
    budget_line: 2026#repairs
"""
BUDGET = """title: 预算
fiscal_year: 2026
versions: [{id: approved, on: 2026-01-20}]
lines:
  - {id: grant, title: 拨款, side: income, approved: 100.00}
  - {id: repairs, title: 维修费, approved: 100.00}
"""
STEP = """title: 四月
month: 2026-04
plan: 2026-spring
entries:
  - id: fit
    text: 安装
    area: property
    measure: 2026-spring#m-rooms
    day: 2026-04-10
    state: done
    done_on: 2026-04-10
"""
PROOF = "    evidence: [{}]\n"
TENDER = """title: 功能室
project_no: A-1
category: works
method: inquiry
budget: 100.00
measure: 2026-spring#m-rooms
handlers: [a#b, c#d]
"""
ALONE = {"plans/2026-spring.yaml": PLAN}


def states(records: dict[str, str], today: date) -> dict[str, str]:
    """The state of each link of the one measure."""
    corpus, _, problems = corpus_of(Case("", records, today, ()))
    assert not problems
    plan = corpus.find("plans", "2026-spring")
    assert plan is not None
    (measure,) = figures(plan, corpus).goals[0].measures
    return {link.link.value: link.state.value for link in measure.chain}


@pytest.mark.parametrize(
    ("more", "today", "expected"),
    [
        ({}, date(2026, 4, 1), "missing missing not-needed not-needed not-yet"),
        ({}, date(2026, 4, 21), "missing missing not-needed not-needed missing"),
        ({"budgets/2026.yaml": BUDGET}, date(2026, 4, 1), "missing there not-needed not-needed not-yet"),
        ({"schedules/a.yaml": STEP}, date(2026, 4, 11), "there missing not-needed not-needed missing"),
        (
            {"schedules/a.yaml": STEP + PROOF.format("tenders/rooms"), "tenders/rooms.yaml": TENDER},
            date(2026, 4, 11),
            "there missing there not-needed missing",
        ),
        (
            {
                "schedules/a.yaml": STEP + PROOF.format("notices/done"),
                "notices/done.yaml": "title: 验收\ntype: announcement\nstarts_on: 2026-04-10\n",
            },
            date(2026, 4, 11),
            "there missing not-needed not-needed there",
        ),
    ],
)  # fmt: skip
def test_the_links_of_a_measure(more: dict[str, str], today: date, expected: str) -> None:
    found = states(ALONE | more, today)
    assert list(found) == ["schedule", "budget", "purchase", "payment", "evidence"]
    assert " ".join(found.values()) == expected
