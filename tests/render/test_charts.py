"""Charts are drawings that need no script and no style of their own, and that say what they show."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from site_builder.render.charts import LONGEST, bars, curve

ROWS = (
    ("人员", "75.00", (Decimal(100), Decimal(75), Decimal(50))),
    ("水<电>", "—", (Decimal(20), None, None)),
)
MONTHS = (("一月", "4", Decimal(4)), ("二月", "8", Decimal(8)), ("三月", "2", Decimal(2)))


def drawn(chart: str) -> ElementTree.Element:
    return ElementTree.fromstring(chart)


def test_a_chart_names_itself_and_bears_no_style() -> None:
    for chart in (bars(ROWS, "a", "标题", "说明", ("一", "二", "三")), curve(MONTHS, "a", "标题", "说明")):
        top = drawn(chart)
        assert top.attrib["role"] == "img"
        assert [top.find(f"*[@id='{id}']") is not None for id in top.attrib["aria-labelledby"].split()] == [
            True,
            True,
        ]
        assert [(one.tag, one.text) for one in top[:2]] == [("title", "标题"), ("desc", "说明")]
        assert not re.search(r"style=|<script|fill=|on\w+=", chart)


def test_bars_are_as_long_as_their_figures() -> None:
    widths = [one.attrib["width"] for one in drawn(bars(ROWS, "a", "t", "d")).iter("rect")]
    assert widths == ["100%", "100%", "75%", "100%", "20%", "0%"]
    marks = [one.attrib["x1"] for one in drawn(bars(ROWS, "a", "t", "d")).iter("line")]
    assert marks == ["50%", "0%"]


def test_parts_of_a_whole_are_measured_by_it() -> None:
    rows = (("食材", "40%", (Decimal(40),)), ("人工", "20%", (Decimal(20),)))
    widths = [one.attrib["width"] for one in drawn(bars(rows, "a", "t", "d", whole=100)).iter("rect")]
    assert widths == ["100%", "40%", "100%", "20%"]


def test_a_loss_has_no_length() -> None:
    rows = (("盈", "5", (Decimal(5),)), ("亏", "-5", (Decimal(-5),)))
    assert [one.attrib["width"] for one in drawn(bars(rows, "a", "t", "d")).iter("rect")][-1] == "0%"


def test_a_curve_touches_its_highest_point() -> None:
    dots = [
        (one.attrib["cx"], one.attrib["cy"]) for one in drawn(curve(MONTHS, "a", "t", "d")).iter("circle")
    ]
    assert dots == [("2%", "89"), ("50%", "24"), ("98%", "121.5")]
    assert "二月 8" in curve(MONTHS, "a", "t", "d")


def test_a_long_label_leaves_room_for_its_figure() -> None:
    (label, _) = [
        one.text or "" for one in drawn(bars((("很" * 40, "1", (1,)),), "a", "t", "d")).iter("text")
    ]
    assert label == "很" * (LONGEST // 2) + "…"


@pytest.mark.parametrize(
    "points", [(), MONTHS[:1], (("一月", "0", 0), ("二月", "0", 0)), (("一", "-1", -1), ("二", "1", 1))]
)
def test_what_makes_no_curve_is_not_drawn(points: tuple[tuple[str, str, int]]) -> None:
    assert curve(points, "a", "t", "d") == ""
    assert bars((), "a", "t", "d") == ""
