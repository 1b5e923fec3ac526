"""The imprint of an official document lies at the foot of its last page, in the measures of GB/T 9704-2012."""

from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import msgspec
import pdfplumber
import pytest

from site_builder.model.job import Job
from site_builder.render.edition import BOARD_A4
from site_builder.render.sheet import render_sheet
from tests.gallery import made, site
from tests.paper import faults

pytestmark = pytest.mark.pdf
MM = 72 / 25.4
SIZE_4 = 14
COPIES = ("云岭市教育体育局", "云岭市财政局教科文科", "学校工会", "家长委员会", "各年级组、各教研组")


@cache
def paper(copies: tuple[str, ...], board: bool = False) -> bytes:
    arrangement = site().arrangement
    entry = arrangement.corpus.find("plans", "2026-spring")
    assert entry is not None
    entry = msgspec.structs.replace(entry, record=msgspec.structs.replace(entry.record, copies_to=copies))
    return made(
        Job("it.pdf", render_sheet, arrangement.sheet_of(entry, BOARD_A4 if board else None), "", entry.path)
    )


def imprints(content: bytes) -> list[str]:
    """The text in size 4 on each page, page numbers left out."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return ["".join(c["text"] for c in _text(page)) for page in pdf.pages]


def last(content: bytes) -> tuple[list[Any], list[tuple[float, float]]]:
    """On the last page: the characters of the imprint, and the rules as wide as the text, from where to where."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        page = pdf.pages[-1]
        chars = _text(page)
        above = min(c["top"] for c in chars) - 3 * MM
        edges = {
            round(edge / MM, 2)
            for one in page.rects
            for edge in (one["top"], one["bottom"])
            if one["width"] > 155 * MM and one["top"] > above
        }
    levels = sorted(edges)
    rules = [(top, below) for top, below in pairwise(levels) if below - top < 1]
    return chars, rules


def _text(page: Any) -> list[Any]:
    return [c for c in page.chars if abs(c["size"] - SIZE_4) < 0.05 and c["tag"] != "Artifact"]


@pytest.mark.parametrize("copies", [(), COPIES], ids=["plain", "copies"])
def test_its_last_rule_lies_on_the_bottom_of_the_text_area(copies: tuple[str, ...]) -> None:
    _, rules = last(paper(copies))
    assert rules[-1][1] == pytest.approx(262.0, abs=0.05)
    thick = [below - top for top, below in rules]
    assert thick[0] == pytest.approx(0.35, abs=0.03)
    assert thick[-1] == pytest.approx(0.35, abs=0.03)
    assert thick[1:-1] == ([pytest.approx(0.25, abs=0.03)] if copies else [])


def test_it_stands_in_by_a_character_on_both_sides() -> None:
    chars, _ = last(paper(COPIES))
    shift = 2.0 if len(imprints(paper(COPIES))) % 2 == 0 else 0.0
    em = SIZE_4 / MM
    lines = [
        [c for c in chars if abs(c["top"] - top) < 1] for top in sorted({round(c["top"]) for c in chars})
    ]
    first, *middle, issued = [line for line in lines if line]
    assert first[0]["x0"] / MM == pytest.approx(28 - shift + em, abs=0.1)
    assert "".join(c["text"] for c in first).startswith("抄送：")
    for line in middle:
        assert line[0]["x0"] == pytest.approx(first[3]["x0"], abs=0.5)
    assert issued[0]["x0"] / MM == pytest.approx(28 - shift + em, abs=0.1)
    assert issued[-1]["x1"] / MM == pytest.approx(184 - shift - em, abs=0.1)


def test_it_says_to_whom_copies_go_who_issued_it_and_when() -> None:
    *before, end = imprints(paper(COPIES))
    assert end == f"抄送：{'，'.join(COPIES)}。总务处2026年2月26日印发"
    assert not any("印发" in page for page in before)
    assert imprints(paper(()))[-1] == "总务处2026年2月26日印发"
    assert faults(paper(COPIES)) == []


def test_nothing_of_it_is_pinned_to_a_board() -> None:
    with pdfplumber.open(BytesIO(paper(COPIES, board=True))) as pdf:
        assert not any("抄送" in page.extract_text() for page in pdf.pages)
