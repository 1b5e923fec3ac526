"""Lines of Chinese text end flush, and where that is not to be had they end ragged, never wrong."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from site_builder.render import press
from tests.render.conftest import Desk, made

pytestmark = pytest.mark.pdf

PARAGRAPH = (
    "<p>自2026年9月1日开学，至2027年1月22日结束；<strong>第3周、第12周</strong>安排Bell A和B的教学检查，又说“普通话”，"
    "写“规范字”；不得以任何理由占用音乐、体育、美术课——经费123.5万元……按月公布，其余（见附件）另行通知全体师生。</p>"
)
RIGHT = (210 - 26) / 25.4 * 72
"""Where the text ends, in points."""


def lines_of(content: bytes) -> list[Any]:
    with pdfplumber.open(BytesIO(content)) as document:
        found = document.pages[0].extract_text_lines()
    return [line for line in found if line["chars"][0]["size"] == pytest.approx(12, abs=0.1)]


def printed(body: str) -> bytes:
    return made(Desk().sheet(body))


@pytest.fixture
def unknown_engine(monkeypatch: pytest.MonkeyPatch) -> Any:
    press.press.cache_clear()
    monkeypatch.setattr(press, "SERIES", "0.")
    yield
    press.press.cache_clear()


def paragraph_lines(body: str = PARAGRAPH * 3) -> list[Any]:
    return [line for line in lines_of(printed(body)) if "学期" not in line["text"][:6]]


def test_full_lines_end_flush_and_last_lines_do_not() -> None:
    lines = [line for line in paragraph_lines() if len(line["text"]) > 25]
    ends = [RIGHT - line["x1"] for line in lines]
    full = [end for line, end in zip(lines, ends, strict=True) if not line["text"].endswith("师生。")]
    last = [end for line, end in zip(lines, ends, strict=True) if line["text"].endswith("师生。")]
    assert len(last) == 3
    assert min(last) > 20
    assert len(full) >= 6
    assert all(-0.1 < end < 0.5 for end in full), ends


def test_latin_words_and_numbers_are_not_stretched() -> None:
    (line,) = [line for line in paragraph_lines(PARAGRAPH) if "自2026" in line["text"]]
    digits = [char for char in line["chars"] if char["text"] in "026"][:4]
    steps = [after["x0"] - before["x0"] for before, after in pairwise(digits)]
    assert all(step == pytest.approx(6, abs=0.05) for step in steps)


@pytest.mark.usefixtures("unknown_engine")
def test_another_engine_leaves_lines_ragged() -> None:
    ragged = paragraph_lines()
    assert max(RIGHT - line["x1"] for line in ragged if len(line["text"]) > 30) > 1


def test_both_ways_break_lines_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    flush = [line["text"].replace(" ", "") for line in paragraph_lines()]
    press.press.cache_clear()
    monkeypatch.setattr(press, "SERIES", "0.")
    ragged = [line["text"].replace(" ", "") for line in paragraph_lines()]
    press.press.cache_clear()
    assert flush == ragged


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    long = "a" * 76
    (first, *_) = paragraph_lines(f"<p>短句{long}后面</p>")
    assert RIGHT - first["x1"] > 100


def test_the_engine_is_as_before_afterwards() -> None:
    from weasyprint.layout import inline

    before = inline.justify_line
    printed(PARAGRAPH)
    assert inline.justify_line is before
