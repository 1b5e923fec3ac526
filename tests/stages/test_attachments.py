"""Files for download give nothing away that does not show, and looking into them never fails."""

import time
import zlib

import pytest

from site_builder.stages.attachments import office
from site_builder.stages.attachments import pages as reading
from site_builder.stages.attachments.leak import SORTS
from site_builder.stages.attachments.leaks import leaks
from tests.documents import chunk, document, noted, packed, pages, pdf, picture, properties, row, workbook

PLAIN = row(1, "#1") + row(2, "12")
IDENTITY = "11010519491231002X"
TABLE = "<w:tr><w:tc><w:t>家庭住址</w:t></w:tc></w:tr><w:tr><w:tc><w:t>湖滨路</w:t></w:tc></w:tr>"
OBJECTS = "1 0 obj <</Type /Catalog>> endobj\n"


def shown(value: object) -> str:
    """The name of a file or what is expected; never its bytes."""
    return "" if isinstance(value, bytes) else str(value)


def told(name: str, content: bytes, *official: str) -> list[str]:
    return [leak.sort for leak in leaks(name, content, frozenset(official))]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fees.xlsx", workbook(PLAIN, docProps__core_xml=properties("财务室", "Administrator"))),
        ("fees.xlsx", workbook(PLAIN + '<cols><col min="5" max="16384" hidden="1"/></cols>')),
        ("fees.xlsx", workbook(row(1, "#0", "#1") + row(2, "", "12"))),
        ("plan.docx", document("<w:p><w:t>每月检查</w:t></w:p>", docProps__core_xml=properties("openpyxl"))),
        ("talk.pptx", packed({"ppt/slides/slide1.xml": '<p:sld xmlns="x"><a:t>计划</a:t></p:sld>'})),
        ("text.odt", packed({"content.xml": "<text:p>计划</text:p>", "meta.xml": properties("青石湾学校")})),
        ("photo.jpg", picture()),
        ("photo.png", noted("Software", "Paint")),
        ("photo.webp", picture("WEBP")),
        ("budget.pdf", pdf(OBJECTS + "2 0 obj <</Author (Administrator)>> endobj")),
        ("budget.pdf", pages("Telephone 0879-6120811", "Total 13812345678.50 yuan")),
        ("fees.csv", "姓名,金额\n,\n".encode()),
        ("fees.csv", "项目,金额\n水费,13812345678.50\n".encode()),
        ("all.zip", packed({"a.csv": "项目,金额\n水费,12\n"})),
    ],
    ids=shown,
)  # fmt: skip
def test_a_clean_file_is_clean(name: str, content: bytes) -> None:
    assert told(name, content) == []


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", workbook(PLAIN, docProps__core_xml=properties("王小明")), ["author"]),
        ("a.xlsx", workbook(PLAIN, docProps__core_xml=properties("财务室", "Li Lei")), ["author"]),
        ("a.xlsx", workbook(PLAIN, docProps__app_xml="<Manager>李雷</Manager>"), ["author"]),
        ("a.xlsx", workbook(PLAIN, '<sheet name="名单" sheetId="2" state="hidden"/>'), ["sheet"]),
        ("a.xlsx", workbook(PLAIN, '<sheet name="名单" sheetId="2" state="veryHidden"/>'), ["sheet"]),
        ("a.xlsx", workbook(row(1, "#1") + row(2, "12", head=' hidden="1"')), ["rows"]),
        ("a.xlsx", workbook(PLAIN + '<cols><col min="1" max="1" hidden="1"/></cols>'), ["rows"]),
        ("a.xlsx", workbook(PLAIN, xl__comments1_xml="<comment/>"), ["comments"]),
        ("a.xlsx", workbook(PLAIN, xl__pivotCache__pivotCacheRecords1_xml="<r/>"), ["cache"]),
        ("a.xlsx", workbook(PLAIN, xl__vbaProject_bin="x"), ["macro"]),
        ("a.xlsx", workbook(PLAIN, xl__embeddings__a_bin="x"), ["embedded"]),
        ("a.xlsx", workbook(row(1, "#0", "#1") + row(2, "#2", "12")), ["PRV-04"]),
        ("a.xlsx", workbook(row(1, "#1") + row(2, "13812345678")), ["PRV-02"]),
        ("a.xlsx", workbook(row(1, "#1") + row(2, "1.3812345678E+10")), ["PRV-02"]),
        ("a.xlsx", workbook(PLAIN + f'<row r="3"><c r="A3"><is><t>{IDENTITY}</t></is></c></row>'), ["PRV-01"]),
        ("a.docx", document('<w:p><w:ins w:author="王"><w:t>字</w:t></w:ins></w:p>'), ["changes"]),
        ("a.docx", document("<w:p><w:rPr><w:vanish/></w:rPr></w:p>"), ["hidden-text"]),
        ("a.docx", document("<w:p/>", word__comments_xml="<w:comment/>"), ["comments"]),
        ("a.docx", document("<w:p><w:r><w:t>电话 138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>"), ["PRV-02"]),
        ("a.docx", document(TABLE), ["PRV-05"]),
        ("a.docx", packed({"word/document.xml": "<w:p/>", "word/media/a.jpg": picture(place=True)}), ["place"]),
        ("a.pptx", packed({"ppt/slides/slide1.xml": '<p:sld xmlns="x" show="0"/>'}), ["slide"]),
        ("a.pptx", packed({"ppt/notesSlides/notesSlide1.xml": "<a:t>问起来就说还没定</a:t>"}), ["notes"]),
        ("a.ods", packed({"content.xml": '<table:table-row table:visibility="collapse"></table:table-row>'}), ["rows"]),
        ("a.odt", packed({"meta.xml": "<meta:initial-creator>王小明</meta:initial-creator>"}), ["author"]),
        ("a.jpg", picture(place=True), ["place"]),
        ("a.jpg", picture(tags={0x013B: "Li Lei"}), ["photographer"]),
        ("a.png", noted("Author", "Li Lei"), ["photographer"]),
        ("a.png", picture("PNG", place=True), ["place"]),
        ("a.webp", picture("WEBP", place=True), ["place"]),
        ("a.pdf", pdf("2 0 obj <</Author (Li Lei)>> endobj"), ["pdf-author"]),
        ("a.pdf", pdf("2 0 obj <</Author <FEFF738B5C0F660E>>> endobj"), ["pdf-author"]),
        ("a.pdf", pdf("<</Author (Li Lei)>>", compressed=True), ["pdf-author"]),
        ("a.pdf", pdf("<</EmbeddedFiles 3 0 R>> <</S /JavaScript>>"), ["embedded", "script"]),
        ("a.pdf", pages("Call 13812345678"), ["PRV-02"]),
        ("a.pdf", pages("", f"Card {IDENTITY}"), ["PRV-01"]),
        ("a.pdf", pages("", "Scanned", picture=True), ["scanned"]),
        ("a.pdf", pages("x")[:-200], ["broken"]),
        ("a.pdf", b"%PDF-1.7 and nothing else", ["broken"]),
        ("a.pdf", pages("Call 13812345678") + b"<</Encrypt 5 0 R>>", ["locked"]),
        ("a.zip", packed({"inner.pdf": pages("Call 13812345678")}), ["PRV-02"]),
        ("a.csv", f"证件,金额\n{IDENTITY},12\n".encode("gb18030"), ["PRV-01"]),
        ("a.csv", "姓名,金额\n王小明,12\n".encode(), ["PRV-04"]),
        ("a.txt", "卡号 6222 0202 0011 2233 445".encode(), ["PRV-03"]),
        ("a.zip", packed({"inner.xlsx": workbook(PLAIN, '<sheet name="x" state="hidden"/>')}), ["sheet"]),
        ("a.doc", b"\xd0\xcf\x11\xe0rest", ["old"]),
        ("a.xlsx", b"PK\x03\x04 not really", ["broken"]),
        ("a.pdf", b"1", ["broken"]),
        ("a.zip", packed({"inner.zip": packed({"a": "b"})}), ["large"]),
    ],
    ids=shown,
)  # fmt: skip
def test_what_does_not_show_is_told(name: str, content: bytes, expected: list[str]) -> None:
    assert told(name, content) == expected
    assert {one for one in expected if not one.startswith("PRV")} <= SORTS.keys()


def test_nothing_private_is_repeated() -> None:
    content = workbook(row(1, "#0") + row(2, "#2", "13812345678"), docProps__core_xml=properties("王小明"))
    said = "".join(leak.found for leak in leaks("a.xlsx", content, frozenset()))
    assert said
    assert "12345678" not in said
    assert "小明" not in said


def test_numbers_of_the_institution_may_stand() -> None:
    assert told("a.txt", b"13812345678", "13812345678") == []


def test_a_place_in_a_table_is_told_by_its_line() -> None:
    (leak,) = leaks("a.csv", "项目,电话\n报修,0879-6120812\n值班,13812345678\n".encode(), frozenset())
    assert leak.line == 3


def test_a_page_of_a_pdf_is_told_by_its_number() -> None:
    (leak,) = leaks("a.pdf", pages("a", "b", "c\nd\nCall 13812345678"), frozenset())
    assert (leak.line, leak.found) == (3, "138********")
    assert told("a.pdf", pages("Call 13812345678"), "13812345678") == []


def test_a_pdf_is_read_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages, too much on one of them, too little time: what was seen is told, and that there is more."""
    whole = pages("Call 13812345678", "x" * 3000, f"Card {IDENTITY}")
    monkeypatch.setattr(reading, "LARGEST_PAGE", 2000)
    assert told("a.pdf", whole) == ["PRV-02", "PRV-01", "large"]
    monkeypatch.setattr(reading, "MOST_PAGES", 1)
    assert told("a.pdf", whole) == ["PRV-02", "large"]
    assert [leak.sort for leak in leaks("a.pdf", whole, frozenset(), lambda: True)] == ["large"]


def test_what_swells_is_not_unpacked() -> None:
    """A packed file of a few kilobytes may unpack to gigabytes."""
    bomb = packed({f"xl/media/{number}.bin": b"\0" * 9_000_000 for number in range(9)})
    assert len(bomb) < 200_000
    assert told("a.xlsx", bomb) == ["large"]
    assert office.LARGEST_WHOLE == 64_000_000
    note = chunk(b"zTXt", b"XML:com.adobe.xmp\0\0" + zlib.compress(b" " * 50_000_000))
    plain = picture("PNG")
    assert told("a.png", plain[:33] + note + plain[33:]) == []


@pytest.mark.parametrize(
    "content",
    [
        packed({"xl/worksheets/sheet1.xml": "<row><c>" * 500_000}),
        packed({"word/document.xml": "<w:tr><w:tc>" * 300_000 + "<" * 400_000}),
        b"%PDF-1.7" + b"/Author (" * 300_000 + b"stream\n" * 100_000,
    ],
    ids=("sheet", "text", "pdf"),
)
def test_what_is_never_closed_takes_no_longer(content: bytes) -> None:
    began = time.process_time()
    told("a.pdf" if content.startswith(b"%PDF") else "a.xlsx", content)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.pdf", "a.jpg", "a.png", "a.webp", "a.csv", "a.zip"])
def test_broken_files_are_borne(name: str) -> None:
    """Cut off anywhere, or with a byte changed, a file is looked into without complaint by the tool itself."""
    whole = {
        "pdf": pdf("<</Author (Li Lei)>>", compressed=True) + pages("Call 13812345678"),
        "jpg": picture(tags={0x013B: "Li Lei"}, place=True),
        "png": picture("PNG", place=True),
        "webp": picture("WEBP", place=True),
        "csv": "姓名,金额\n王小明,12\n".encode(),
    }.get(name.rpartition(".")[2], workbook(PLAIN, docProps__core_xml=properties("王小明")))
    for cut in range(0, len(whole), max(len(whole) // 60, 1)):
        told(name, whole[:cut])
        told(name, whole[:cut] + bytes([whole[cut] ^ 0xFF]) + whole[cut + 1 :])
