"""A printed sheet says what the page says, and says it to every reader: the eye, the ear, the archive."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from site_builder.fonts import FACES
from site_builder.render.markup import printed
from site_builder.render.typeset import INVISIBLE
from tests.render.conftest import DETAILS, LIST, PICTURE, PROSE, TABLE, Desk, made, png

pytestmark = pytest.mark.pdf


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def catalog(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def fonts(reader: PdfReader) -> list[Any]:
    """The fonts of the first page; all pages share them."""
    resources: Any = reader.pages[0]["/Resources"]
    return list(resources["/Font"].values())


def elements(reader: PdfReader) -> list[Any]:
    """The structure elements that a screen reader meets."""
    found, waiting = [], [catalog(reader)["/StructTreeRoot"]["/K"][0].get_object()]
    while waiting:
        element = waiting.pop(0)
        found.append(element)
        kids = [kid.get_object() for kid in element.get("/K", ()) if not isinstance(kid, int)]
        waiting[:0] = [kid for kid in kids if isinstance(kid, dict) and "/S" in kid]
    return found


def tagged_text(content: bytes) -> str:
    """All characters that belong to the content, page furniture left out, white space removed."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return "".join(char["text"] for page in pdf.pages for char in page.chars if char["mcid"] is not None)


@pytest.fixture(scope="module")
def paper(desk: Desk) -> bytes:
    return made(desk.sheet(PROSE + LIST + TABLE + PICTURE, address=""), assets={"标志.png": png()})


@pytest.fixture(scope="module")
def reader(paper: bytes) -> PdfReader:
    return opened(paper)


def test_paper_says_what_the_page_says(desk: Desk) -> None:
    page = desk.sheet(PROSE + "<table><tr><th>项目</th><td>金额</td></tr></table>", address="")
    assert re.sub(r"\s", "", tagged_text(made(page))) == re.sub(r"\s", "", printed(page)).translate(INVISIBLE)


def test_search_finds_words_across_joiners(reader: PdfReader) -> None:
    text = reader.pages[0].extract_text()
    assert "2026年秋季学期" in text
    assert "123.5万元" in text
    assert "“普通话”" in text


def test_file_speaks_for_itself(reader: PdfReader) -> None:
    assert catalog(reader)["/Lang"] == "zh-CN"
    assert catalog(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog(reader)["/MarkInfo"]["/Marked"]
    said = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert said["/Title"] == DETAILS.title
    assert said["/Author"] == DETAILS.author
    assert said["/Subject"] == DETAILS.subject
    assert said["/Keywords"] == "计划, 教学"
    assert said["/CreationDate"] == "D:20260901"


def test_file_promises_archive_and_access_at_once(reader: PdfReader) -> None:
    packet = catalog(reader)["/Metadata"].get_data().decode()
    assert re.search(r'pdfaid:part="3"', packet)
    assert re.search(r'pdfaid:conformance="A"', packet)
    assert re.search(r'pdfuaid:part="1"', packet)
    assert "<pdfaSchema:prefix>pdfuaid<" in packet
    assert packet.count("<rdf:RDF") == 1


def test_every_part_has_its_tag(reader: PdfReader) -> None:
    kinds = {str(element["/S"]) for element in elements(reader)}
    assert {
        "/H1",
        "/H2",
        "/H3",
        "/P",
        "/L",
        "/LI",
        "/Lbl",
        "/LBody",
        "/Table",
        "/THead",
        "/TR",
        "/TH",
        "/TD",
    } <= kinds
    assert {"/Figure", "/Caption", "/Link"} <= kinds


def test_header_cells_say_which_way_they_look(desk: Desk) -> None:
    rows = "<table><thead><tr><th>甲</th></tr></thead><tbody><tr><th scope='row'>乙</th></tr></tbody></table>"
    heads = [one for one in elements(opened(made(desk.sheet(rows)))) if one["/S"] == "/TH"]
    assert [head["/A"]["/Scope"] for head in heads] == ["/Column", "/Row"]


def test_picture_has_its_words_and_lies_on_its_page(paper: bytes, reader: PdfReader) -> None:
    (figure,) = [element for element in elements(reader) if element["/S"] == "/Figure"]
    left, bottom, right, top = map(float, figure["/A"]["/BBox"])
    assert figure["/Alt"] == "学校标志"
    assert (round(right - left), round(top - bottom)) == (60, 30)
    with pdfplumber.open(BytesIO(paper)) as pdf:
        (image,) = pdf.pages[-1].images
    assert (round(left), round(bottom)) == (round(image["x0"]), round(image["y0"]))


def test_page_numbers_are_no_content(paper: bytes) -> None:
    with pdfplumber.open(BytesIO(paper)) as pdf:
        for page in pdf.pages:
            foot = "".join(char["text"] for char in page.chars if char["tag"] == "Artifact")
            assert f"{page.page_number}/{len(pdf.pages)}" in foot
            assert f"—{page.page_number}—" in re.sub(r"\s", "", foot)


def test_no_reader_stumbles_over_unowned_marks(paper: bytes, reader: PdfReader) -> None:
    pages = {
        page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference
    }
    owned = {
        (pages[element.raw_get("/Pg").idnum], int(kid))
        for element in elements(reader)
        for kid in element["/K"]
        if isinstance(kid, int)
    }
    with pdfplumber.open(BytesIO(paper)) as pdf:
        marked = {
            (n, c["mcid"]) for n, page in enumerate(pdf.pages) for c in page.chars if c["mcid"] is not None
        }
    assert marked <= owned


def test_bookmarks_are_the_headings_without_invisible_characters(reader: PdfReader) -> None:
    def titles(items: list[Any]) -> list[Any]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    assert titles(reader.outline) == [DETAILS.title, ["一、指导思想", ["（一）常规管理"]]]


def test_only_bundled_faces_are_embedded(reader: PdfReader) -> None:
    embedded = set()
    for font in fonts(reader):
        assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/ToUnicode" in font
        embedded.add(str(font["/BaseFont"]).split("+")[1])
    families = tuple(face.family.replace(" ", "-") for face in FACES)
    assert embedded
    assert all(name.startswith(families) for name in embedded)


def test_a_family_that_is_not_bundled_gives_a_bundled_face(desk: Desk) -> None:
    page = desk.sheet("<p style='font-family: DejaVu Serif, serif'>Plain text 正文</p>")
    names = [str(font["/BaseFont"]) for font in fonts(opened(made(page)))]
    assert names
    assert all("Disclosure" in name for name in names)


def test_a_long_table_repeats_its_head(paper: bytes) -> None:
    with pdfplumber.open(BytesIO(paper)) as pdf:
        heads = ["金额（元）" in page.extract_text() for page in pdf.pages]
        caption = [
            n
            for n, page in enumerate(pdf.pages)
            if "经费安排" in page.extract_text() and "（续）" not in page.extract_text()
        ]
    assert len(heads) > 5
    assert all(heads)
    assert caption == [0]


def test_wide_tables_lie_on_turned_sheets(desk: Desk) -> None:
    pages = opened(
        made(desk.sheet(f"<p>前</p><section class='wide'>{TABLE[:400]}</table></section><p>后</p>"))
    ).pages
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]
    assert sizes == [(595, 842), (842, 595), (595, 842)]


@pytest.mark.parametrize("variant", ["notice", "official", "wide", "wall board", "poster"])
def test_every_variant_prints(desk: Desk, variant: str) -> None:
    assert "指导思想" in opened(made(desk.sheet(PROSE, variant))).pages[0].extract_text()


def test_english_sheet_uses_the_english_face(desk: Desk) -> None:
    page = desk.sheet("<h2>Aims</h2><p>“What is done with public money” — for all.</p>", language="en")
    content = made(page, details=replace(DETAILS, language="en"))
    assert catalog(opened(content))["/Lang"] == "en"
    assert any("Disclosure-English" in str(font["/BaseFont"]) for font in fonts(opened(content)))


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100" height="20"><title>进度</title>
<text x="0" y="15" font-size="12" font-family="Disclosure Sans SC">九月</text></svg>"""


@pytest.mark.parametrize("body", [DRAWING, "<img src='asset:chart.svg' alt='进度'>"])
def test_drawings_print_with_bundled_faces(desk: Desk, body: str) -> None:
    reader = opened(made(desk.sheet(body, address=""), assets={"chart.svg": DRAWING.encode()}))
    assert [element["/Alt"] for element in elements(reader) if element["/S"] == "/Figure"] == ["进度"]
    assert any("Disclosure-Sans-SC" in str(font["/BaseFont"]) for font in fonts(reader))


@pytest.mark.parametrize("height", range(176, 192, 3))
def test_a_caption_stays_with_its_table(desk: Desk, height: int) -> None:
    content = made(
        desk.sheet(f"<div style='height: {height}mm'>前文</div><h2>二、经费</h2>{TABLE[:700]}</table>")
    )
    with pdfplumber.open(BytesIO(content)) as pdf:
        texts = [page.extract_text() for page in pdf.pages[:2]]
    assert (
        len(
            {
                next(n for n, text in enumerate(texts) if word in text)
                for word in ("二、经费", "经费安排", "12.50")
            }
        )
        == 1
    )
