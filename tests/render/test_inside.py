"""What reaches into the PDF engine gives the same sheet, only smaller or sooner; with another engine it is left out."""

import gc
from collections.abc import Iterator
from contextlib import nullcontext
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pypdf import PdfReader

from site_builder.fonts import folder
from site_builder.render import press
from site_builder.render.inside import ways
from site_builder.render.outlines import compact
from site_builder.render.tree import as_tree
from tests.render.conftest import LIST, PROSE, TABLE, Desk, made

pytestmark = pytest.mark.pdf

PAGE = Desk().sheet(PROSE + LIST + TABLE, "official")


@pytest.fixture
def unknown_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    press.press.cache_clear()
    monkeypatch.setattr(press, "SERIES", "0.")
    yield
    press.press.cache_clear()


def texts(content: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return ["".join(char["text"] for char in page.chars) for page in pdf.pages]


def faces(content: bytes) -> dict[str, Any]:
    pages: Any = PdfReader(BytesIO(content)).pages
    found = pages[0]["/Resources"]["/Font"].values()
    return {str(one["/BaseFont"]): one["/DescendantFonts"][0].get_object() for one in found}


def drawing(font: TTFont, glyph: str) -> Any:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize(
    "name", ["disclosure-serif-sc-400", "disclosure-latin-700", "disclosure-english-400-italic"]
)
def test_a_smaller_face_draws_the_same(name: str) -> None:
    whole = (folder() / f"{name}.ttf").read_bytes()
    before = TTFont(BytesIO(whole))
    wanted = [
        before.getGlyphID(before.getBestCmap()[ord(sign)])
        for sign in "Aéi学1，。½"
        if ord(sign) in before.getBestCmap()
    ]
    small, places = compact(whole, wanted)
    after = TTFont(BytesIO(small))
    assert len(small) < len(whole) / 5
    for number in wanted:
        old, new = before.getGlyphName(number), after.getGlyphName(places[number])
        assert drawing(after, new) == drawing(before, old)
        assert after["hmtx"][new] == before["hmtx"][old]


def test_a_face_holds_nothing_that_no_page_draws() -> None:
    for name, font in faces(made(PAGE)).items():
        data = font["/FontDescriptor"]["/FontFile2"].get_data()
        drawn = sum(len(one) for one in font["/W"] if isinstance(one, list))
        assert drawn <= TTFont(BytesIO(data))["maxp"].numGlyphs <= drawn + 25, name
        assert len(font["/CIDToGIDMap"].get_data()) % 2 == 0


@pytest.mark.usefixtures("unknown_engine")
def test_another_engine_gives_a_plainer_file_that_keeps_its_promises() -> None:
    plain = made(PAGE)
    assert all(font["/CIDToGIDMap"] == "/Identity" for font in faces(plain).values())
    catalog: Any = PdfReader(BytesIO(plain)).trailer["/Root"]
    assert "pdfuaid:part" in catalog["/Metadata"].get_data().decode()


def test_the_guard_changes_no_word_and_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    known = made(PAGE)
    press.press.cache_clear()
    monkeypatch.setattr(press, "SERIES", "0.")
    unknown = made(PAGE)
    press.press.cache_clear()
    assert [text.replace(" ", "") for text in texts(known)] == [
        text.replace(" ", "") for text in texts(unknown)
    ]
    assert len(known) < len(unknown)


@pytest.mark.parametrize(
    "body",
    [
        "<p>没有关上",
        "<p class=plain>没有引号</p>",
        "<table><tr><td>没有表体</td></tr></table>",
        "<b><i>错开</b></i>",
    ],
)
def test_what_is_not_well_formed_is_left_to_the_engine(body: str) -> None:
    assert as_tree(Desk().sheet(body)) is None


def test_what_is_well_formed_is_read_alike() -> None:
    page = Desk().sheet("<p>甲&nbsp;乙<br>丙 &amp; 丁&hellip;</p><svg xmlns='http://www.w3.org/2000/svg'/>")
    from weasyprint import HTML

    mine, theirs = as_tree(page), HTML(string=page).etree_element
    assert [one.tag for one in mine.iter()] == [one.tag for one in theirs.iter() if isinstance(one.tag, str)]
    assert "".join(mine.itertext()).split() == "".join(theirs.itertext()).split()


@pytest.mark.parametrize("way", ["shared_looks", "lines_once", "remembered_sums", "fewer_strokes"])
def test_what_is_done_once_comes_to_the_same_as_what_is_done_again(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Desk().sheet(PROSE + LIST + "<p>甲</p>" * 3 + TABLE[:2_000] + "</tbody></table>", "official")
    shorter = made(page)
    monkeypatch.setattr(ways, way, nullcontext)
    assert made(page) == shorter


def test_the_engine_is_left_as_it_was() -> None:
    from weasyprint import css, draw
    from weasyprint.draw import text
    from weasyprint.layout import block, inline, table
    from weasyprint.pdf import fonts, pydyf
    from weasyprint.text import line_break

    def state() -> list[int]:
        return [
            id(one)
            for owner in (css, draw, text, block, inline, table, fonts, fonts.Font, line_break, pydyf.PDF)
            for one in vars(owner).values()
        ]

    made(PAGE)
    before = state()
    made(PAGE)
    assert state() == before


def test_a_written_file_can_be_read_object_by_object() -> None:
    reader = PdfReader(BytesIO(made(PAGE)), strict=True)
    size: Any = reader.trailer["/Size"]
    found = [reader.get_object(number) for number in range(1, size - 2)]
    assert len(found) > 500
    assert all(one is not None for one in found)


def test_a_worker_keeps_nothing_of_its_sheets() -> None:
    page = Desk().sheet(PROSE + LIST)
    gc.collect()
    gc.disable()
    try:
        made(page)
        before = len(gc.get_objects())
        for _ in range(3):
            made(page)
        assert len(gc.get_objects()) - before < 500
    finally:
        gc.enable()
