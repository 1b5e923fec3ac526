"""What is pinned to the notice board: one sheet in type as large as fits, on A4 or on A3, with all the words."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from site_builder.model.job import Job
from site_builder.render.edition import BOARD_A3, BOARD_A4, EDITIONS, Edition
from site_builder.render.sheet import render_board, render_sheet
from tests.gallery import made, site
from tests.paper import faults
from tests.render.conftest import DETAILS, PROSE, TABLE, Desk
from tests.render.conftest import made as printed
from tests.render.test_sheets import pages

pytestmark = pytest.mark.pdf
MM = 72 / 25.4
POSTED = ("notices/summer-repairs-2026", "notices/budget-2026", "tenders/2026-canteen-works")


def posted(name: str, edition: Edition | None) -> bytes:
    arrangement = site().arrangement
    entry = arrangement.corpus.find(*name.split("/"))
    assert entry is not None
    return made(Job("it.pdf", render_sheet, arrangement.sheet_of(entry, edition), ""))


def measured(content: bytes) -> list[tuple[int, int]]:
    """The sides of every page, in millimetres."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [(round(page.width / MM), round(page.height / MM)) for page in pdf.pages]


def type_of(content: bytes) -> float:
    """The size of the type of its text, in points: the title, which is the largest, is 1.6 times that."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return float(max(c["size"] for page in pdf.pages for c in page.chars)) / 1.6


@pytest.mark.parametrize("name", POSTED)
def test_it_is_one_sheet_of_a4_and_the_same_magnified_to_a3(name: str) -> None:
    small, large = posted(name, BOARD_A4), posted(name, BOARD_A3)
    assert measured(small) == [(210, 297)]
    assert measured(large) == [(297, 420)]
    assert type_of(large) == pytest.approx(type_of(small) * 297 / 210, abs=0.2)
    assert pages(small) == pages(large)
    assert faults(large) == faults(small) == []


def test_a_short_notice_is_set_larger_than_a_long_one() -> None:
    short, long = posted("notices/budget-2026", BOARD_A4), posted("notices/summer-repairs-2026", BOARD_A4)
    assert type_of(short) >= 24 > 18 > type_of(long) > 13.9


def test_a_notice_says_on_the_board_all_that_it_says_in_the_letter() -> None:
    for name in POSTED[:2]:
        letter, board = ("".join(pages(posted(name, edition))) for edition in (None, BOARD_A3))
        assert sorted(board) == sorted(letter)


def test_what_does_not_fit_one_sheet_is_set_in_the_type_of_a_letter() -> None:
    page = Desk().sheet(PROSE * 20 + TABLE, "notice", pinned=True)
    content = printed(page, details=replace(DETAILS, edition=BOARD_A4))
    assert len(measured(content)) > 3
    assert set(measured(content)) == {(210, 297)}
    assert type_of(content) == pytest.approx(16, abs=0.1)


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_a_sheet_made_for_the_wall_is_made_smaller_for_a4(name: str) -> None:
    wall = posted("schedules/2026-05", EDITIONS[name])
    assert measured(wall) == [(297, 210) if name == "board-a4" else (420, 297)]
    assert "签名" not in "".join(pages(wall))
    assert faults(wall) == []


def test_the_board_of_a_kind_is_printed_on_a4_too() -> None:
    arrangement = site().arrangement
    inputs: Any = arrangement.board_of(arrangement.catalogue.kinds["fees"], BOARD_A4)
    content = made(Job("it.pdf", render_board, inputs, ""))
    assert set(measured(content)) == {(210, 297)}
    assert faults(content) == []
    assert arrangement.board_of(arrangement.catalogue.kinds["plans"]) is None


def test_pictures_lie_where_their_boxes_say() -> None:
    """The box of the square with the address grows with the page."""
    reader = PdfReader(BytesIO(posted("notices/budget-2026", BOARD_A3)))
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()]  # type: ignore[index]
    boxes = []
    while waiting:
        one = waiting.pop()
        if one.get("/S") == "/Figure":
            boxes.append([float(edge) / MM for edge in one["/A"]["/BBox"]])
        kids = [kid.get_object() for kid in one.get("/K", ()) if not isinstance(kid, int)]
        waiting += [kid for kid in kids if isinstance(kid, dict)]
    (box,) = boxes
    assert box[2] - box[0] == pytest.approx(26 * 297 / 210, abs=0.2)
    assert box[2] == pytest.approx(297 - 15 * 297 / 210, abs=0.2)
