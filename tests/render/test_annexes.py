"""What is annexed to a plan: its weeks by the school calendar, its measures as bars, the money behind them."""

import re
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

from site_builder.render.gantt import Bar, gantt
from tests.gallery import jobs

FIRST, LAST = date(2026, 2, 24), date(2026, 7, 31)


@pytest.fixture(scope="module")
def annex() -> Any:
    return jobs()["plans/2026-spring/2026-spring.pdf"].inputs.annex


def day_of(annex: Any, day: date) -> Any:
    return next(one for week in annex.weeks for one in week.days if one.date == day)


def test_the_weeks_run_from_the_first_day_to_the_last(annex: Any) -> None:
    assert annex.weeks[0].days[0].date <= FIRST <= annex.weeks[0].days[6].date
    assert annex.weeks[-1].days[0].date <= LAST <= annex.weeks[-1].days[6].date
    assert all(len(week.days) == 7 for week in annex.weeks)


def test_weeks_are_counted_by_the_term(annex: Any) -> None:
    numbers = {week.days[0].date: week.number for week in annex.weeks}
    assert numbers[date(2026, 2, 23)] is None
    assert numbers[date(2026, 3, 2)] == 1
    assert numbers[date(2026, 6, 29)] == 18
    assert numbers[date(2026, 7, 6)] is None


def test_holidays_and_days_made_up_for_them_are_told_apart(annex: Any) -> None:
    assert (day_of(annex, date(2026, 4, 6)).worked, day_of(annex, date(2026, 4, 6)).holiday) == (
        False,
        "清明节",
    )
    assert (day_of(annex, date(2026, 5, 9)).worked, day_of(annex, date(2026, 5, 9)).made_up) == (True, True)
    assert day_of(annex, date(2026, 3, 7)).worked is False


def test_the_money_is_that_of_the_budget(annex: Any) -> None:
    repairs = next(one for one in annex.money if one.path == "2026#repairs")
    assert repairs.budgeted == Decimal("246000.00")
    assert len({one.path for one in annex.money}) == len(annex.money)


LONG = Bar("名称很长的一项措施怎么也写不下", LAST, LAST, ())
BARS = [
    Bar("检查 & 维修", FIRST, LAST, ((FIRST, True), (LAST, False))),
    LONG,
]


def test_a_drawing_has_a_bar_a_row_and_a_mark_a_step() -> None:
    drawing = ElementTree.fromstring(str(gantt(BARS, FIRST, LAST, "zh-CN")))
    name = "{http://www.w3.org/2000/svg}"
    bars = [one for one in drawing.iter(f"{name}rect") if one.get("fill") == "#bbb"]
    marks = [one for one in drawing.iter(f"{name}path") if one.get("fill")]
    assert [round(float(one.get("x", ""))) for one in bars] == [44, 155]
    assert [one.get("fill") for one in marks] == ["#000", "#fff"]
    assert {one.text for one in drawing.iter(f"{name}text")} >= {
        "检查 & 维修",
        "名称很长的一项措施怎么…",
        "3月",
        "7月",
    }
    assert drawing[0].text


def test_nothing_is_drawn_outside() -> None:
    late = [Bar("早晚", date(2025, 1, 1), date(2027, 1, 1), ((date(2027, 1, 1), False),))]
    drawing = str(gantt(late, FIRST, LAST, "en"))
    for left, width in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawing):
        assert float(left) + float(width) <= 156.01
