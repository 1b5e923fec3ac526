"""The official sheet keeps the measures of GB/T 9704-2012, read from the finished file, not from the stylesheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
import pytest

from tests.render.conftest import Desk, made

pytestmark = pytest.mark.pdf

MM = 72 / 25.4
EM = 156 / 28
PITCH = 1.875 * EM
HAN = (
    "为进一步规范学校后勤管理工作提高服务水平保障教育教学秩序根据上级有关文件要求"
    "结合我校实际制定本学期总务工作计划请各部门认真贯彻执行"
)
MIXED = (
    "自2026年9月1日起，学校按《中小学校财务制度》（财教〔2022〕159号）管理经费；预算123.5万元，执行率98.6%，由总务处、财务室"
    "（电话0879-6120821）共同负责。说“普通话”，写“规范字”；IT设备和LED灯具——含多媒体教室——按A、B两类登记……不得挪用、不得截留。"
)


@dataclass(frozen=True)
class Line:
    """A line of body text as it lies on the paper, in millimetres."""

    top: float
    left: float
    right: float
    text: str


def lines(page: Any) -> Iterator[Line]:
    """The lines of size-3 text, from top to bottom."""
    chars = [
        c
        for c in page.chars
        if c["mcid"] is not None and abs(c["size"] - 15.793) < 0.05 and c["text"].strip()
    ]
    chars.sort(key=lambda c: (round(c["top"], 0), c["x0"]))
    for _, group in groupby(chars, key=lambda c: round(c["top"], 0)):
        line = list(group)
        yield Line(
            line[0]["top"] / MM, line[0]["x0"] / MM, line[-1]["x1"] / MM, "".join(c["text"] for c in line)
        )


@cache
def pages(body: str) -> list[list[Line]]:
    with pdfplumber.open(BytesIO(made(Desk().sheet(body, "official")))) as pdf:
        return [list(lines(page)) for page in pdf.pages]


def full(body: str, number: int) -> list[Line]:
    """The lines of a page that is nothing but text."""
    return pages(body)[number]


PURE, MIXTURE = f"<p>{HAN * 40}</p>", f"<p>{MIXED * 40}</p>"


@pytest.mark.parametrize("body", [PURE, MIXTURE], ids=["Chinese", "mixed"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_page_has_twenty_two_lines_on_the_grid(body: str, number: int) -> None:
    found = full(body, number)
    assert len(found) == 22
    assert found[0].top == pytest.approx(37.0, abs=0.3)
    assert found[-1].top + EM == pytest.approx(262.0, abs=0.3)
    for above, below in pairwise(found):
        assert below.top - above.top == pytest.approx(10.446, abs=0.02)


@pytest.mark.parametrize(("number", "left", "right"), [(1, 26.0, 182.0), (2, 28.0, 184.0)])
def test_every_line_is_flush_on_both_sides_and_margins_are_mirrored(
    number: int, left: float, right: float
) -> None:
    for line in full(MIXTURE, number):
        assert line.left == pytest.approx(left, abs=0.2), line.text
        assert line.right == pytest.approx(right, abs=0.2), line.text


@pytest.mark.parametrize("number", [1, 2])
def test_a_line_of_chinese_has_twenty_eight_characters(number: int) -> None:
    assert {len(line.text) for line in full(PURE, number)} == {28}


def test_levels_stand_on_the_grid_too() -> None:
    body = (
        "<h2>一、总体要求</h2><h3>（一）加强管理</h3><p>1. 落实责任。</p><p>（1）写明岗位。</p>" * 12
        + f"<p>{HAN}</p>"
    )
    found = full(body, 1)
    assert 19 <= len(found) <= 22  # a heading goes over to the next page with its text
    assert {round((line.top - found[0].top) / PITCH, 2) % 1 for line in found} <= {0.0, 0.99, 1.0}
    inset = {line.text[:2]: round((line.left - 26) / EM) for line in found}
    assert inset["一、"] == inset["1."] == 2


@pytest.fixture(scope="module")
def first() -> Any:
    with pdfplumber.open(BytesIO(made(Desk().sheet(PURE, "official")))) as pdf:
        yield pdf.pages[0], pdf.pages[1]


def test_the_red_head_has_its_measures(first: Any) -> None:
    page, _ = first
    red = [c for c in page.chars if c["non_stroking_color"] not in ((0,), (0, 0, 0), None)]
    assert min(c["top"] for c in red) / MM == pytest.approx(37 + 35, abs=1.0)
    # The engine fills what lies between two frames: the rule is the difference at their feet.
    above, below = sorted(one["bottom"] for one in page.rects if one["width"] > 155 * MM)
    number = max(c["bottom"] for c in page.chars if abs(c["size"] - 15.793) < 0.1 and c["bottom"] < above)
    assert (above - number) / MM == pytest.approx(4.0, abs=0.2)
    assert (below - above) / MM == pytest.approx(0.7, abs=0.05)
    title = next(c for c in page.chars if abs(c["size"] - 22) < 0.1)
    assert (title["top"] - below) / MM == pytest.approx(2 * PITCH, abs=2.5)


def test_page_numbers_stand_outside_below_the_text(first: Any) -> None:
    for page, outer in zip(first, ("right", "left"), strict=True):
        number = [c for c in page.chars if c["tag"] == "Artifact" and abs(c["size"] - 14) < 0.1]
        assert (
            "".join(c["text"] for c in number).replace("\u3000", "").replace(" ", "")
            == f"—{page.page_number}—"
        )
        dash = (number[0]["top"] + 0.5 * 14) / MM
        assert dash == pytest.approx(262 + 7, abs=0.6)
        if outer == "right":
            assert number[-1]["x1"] / MM == pytest.approx(184 - 14 / MM, abs=0.3)
        else:
            assert number[0]["x0"] / MM == pytest.approx(26 + 14 / MM, abs=0.3)


def test_name_and_date_leave_room_for_a_seal() -> None:
    with pdfplumber.open(BytesIO(made(Desk().sheet("<p>请照此办理。</p>", "official")))) as pdf:
        found = list(lines(pdf.pages[0]))
    name, day = found[-2:]
    assert day.right == pytest.approx(184 - 4 * EM, abs=0.3)
    assert (name.left + name.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.3)
    assert name.top - found[-3].top > 2 * PITCH


def test_two_marks_in_a_row_share_their_room() -> None:
    with pdfplumber.open(BytesIO(made(Desk().sheet("<p>（见《办法》），另行通知。</p>", "official")))) as pdf:
        chars = [c for c in pdf.pages[0].chars if abs(c["size"] - 15.793) < 0.05]
    start = next(n for n, c in enumerate(chars) if c["text"] == "》")
    close, then = chars[start + 1], chars[start + 2]
    assert (close["text"], then["text"]) == ("）", "，")
    assert (close["x0"] - chars[start]["x0"]) / MM == pytest.approx(EM / 2, abs=0.1)
    assert (then["x0"] - close["x0"]) / MM == pytest.approx(EM / 2, abs=0.1)


def test_a_table_that_goes_on_says_so() -> None:
    table = "<table><caption>经费</caption><thead><tr><th>项目</th></tr></thead><tbody>"
    body = table + "<tr><td>一</td></tr>" * 60 + "</tbody></table><h2>二、其他</h2><p>完。</p>"
    with pdfplumber.open(BytesIO(made(Desk().sheet(body + f"<p>{HAN * 30}</p>", "")))) as pdf:
        marked = ["（续）" in page.extract_text() for page in pdf.pages]
        heads = ["项目" in page.extract_text() for page in pdf.pages]
    assert len(marked) > 3
    assert marked[1:] == heads[1:]
    assert not marked[0]
    assert any(marked)
    assert not marked[-1]
