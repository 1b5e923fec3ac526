"""What cannot be printed as it was asked for is not printed at all."""

import pickle
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from site_builder.render.complaints import PrintError
from site_builder.render.pdf import print_sheet
from tests.render.conftest import DETAILS, PROSE, Desk, made, png

pytestmark = pytest.mark.pdf


def test_a_character_without_a_glyph_is_named(desk: Desk) -> None:
    with pytest.raises(PrintError, match=r"U\+20BB7") as caught:
        made(desk.sheet("<p>\U00020bb7野家</p>"))
    assert "\U00020bb7" in caught.value.message.zh


@pytest.mark.parametrize(
    "written", ["&#x20BB7;", "<svg><text>\U00020bb7</text></svg>", "<code>\U00020bb7</code>"]
)
def test_a_hidden_character_without_a_glyph_is_found_too(desk: Desk, written: str) -> None:
    with pytest.raises(PrintError, match=r"U\+20BB7"):
        made(desk.sheet(f"<p>{written}</p>"))


def test_a_character_from_the_stylesheet_without_a_glyph_is_found(desk: Desk) -> None:
    with pytest.raises(PrintError, match=r"U\+20BB7"):
        made(desk.sheet(PROSE), Desk.style + "h2::before { content: '\U00020bb7' }")


REFUSED = "not among the pictures"
NOWHERE = "leads nowhere from paper"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<img src='http://127.0.0.1:9/a.png' alt='x'>", REFUSED),
        ("<img src='file:///etc/hostname' alt='x'>", REFUSED),
        ("<img src='data:image/png;base64,AAAA' alt='x'>", REFUSED),
        ("<img src='asset:missing.png' alt='x'>", REFUSED),
        ("<img src='asset:drawing.svg' alt='x'>", REFUSED),
        ("<link rel='stylesheet' href='http://127.0.0.1:9/a.css'>", REFUSED),
        ("<style>@import url(file:///etc/hostname);</style>", REFUSED),
        ("<style>@font-face { font-family: X; src: url(http://127.0.0.1:9/x.ttf) }</style>", REFUSED),
        ("<style>body { background: url(asset:missing.png) }</style>", REFUSED),
        ("<a rel='attachment' href='file:///etc/hostname'>x</a>", REFUSED),
        ("<img src='missing.png' alt='x'>", "Relative URI"),
        ("<img src='asset:broken.png' alt='x'>", "Failed to load image"),
        ("<img src='asset:fine.png'>", "no required alt"),
        ("<p style='margin: 3 apples'>x</p>", "invalid value"),
        ("<p style='colour: red'>x</p>", "unknown property"),
        ("<p id='a'>x</p><p id='a'>y</p>", "defined twice"),
        ("<a href='#nowhere'>x</a>", "No anchor"),
        ("<a href='../plans/'>x</a>", NOWHERE),
        ("<a href='javascript:alert(1)'>x</a>", NOWHERE),
        ("<a href='file:///etc/hostname'>x</a>", NOWHERE),
        ("<div>" * 2000 + "x" + "</div>" * 2000, "nested too deeply"),
    ],
)
def test_what_cannot_be_printed_as_asked_is_not_printed(desk: Desk, body: str, reason: str) -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hostname' width='1' height='1'/></svg>"
    assets = {"broken.png": b"no picture", "fine.png": png(), "drawing.svg": drawing}
    with pytest.raises(PrintError, match=reason):
        made(desk.sheet(body), assets=assets)


def test_an_attachment_in_the_head_never_reaches_the_file(desk: Desk) -> None:
    page = desk.sheet(PROSE).replace("</head>", "<link rel='attachment' href='file:///etc/hostname'></head>")
    assert not PdfReader(BytesIO(made(page))).attachments


def test_a_wrong_stylesheet_stops_every_sheet_not_only_the_first(desk: Desk) -> None:
    for _ in range(2):
        with pytest.raises(PrintError, match="apples"):
            made(desk.sheet(PROSE), "p { margin: 3 apples }")


def test_page_and_details_must_agree_on_the_language(desk: Desk) -> None:
    with pytest.raises(PrintError, match="lang"):
        made(desk.sheet(PROSE), details=replace(DETAILS, language="en"))


def test_an_empty_folder_of_faces_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="no faces"):
        print_sheet(desk.sheet(PROSE), "", {}, str(tmp_path), DETAILS)


def test_an_error_survives_the_way_from_a_worker(desk: Desk) -> None:
    with pytest.raises(PrintError) as caught:
        made(desk.sheet("\U00020bb7"))
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.message, str(again)) == (caught.value.message, str(caught.value))
