"""Twelve things that readers come for, each done on a telephone: by visible links or the search, in three steps."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.hosting import hosted
from tests.small import PATIENCE, build, copied

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=360, height=740)
MOST = 3
"""Steps from the front page."""
OPEN_DAY = "2026-03-05"
"""A notice of the small project is open to objection."""

WAIVED = "exceptions: [{rule: PUB-01, reason: 补录中, approved_by: affairs#director, until: 2026-12-31}]\n"
"""A site that is behind is published all the same, and says so."""


@dataclass
class Reader:
    """Somebody with a telephone who begins at the front page."""

    page: Page
    steps: int = 0

    def follow(self, words: str, *, where: str = "body") -> None:
        """Go where a link leads that bears these words and can be seen."""
        self._step()
        link = self.page.locator(where).get_by_role("link", name=words).first
        expect(link).to_be_visible()
        link.click()

    def take(self, words: str) -> bytes:
        """The file behind a link; a telephone saves it or opens it."""
        self._step()
        link = self.page.get_by_role("link", name=words).first
        expect(link).to_be_visible()
        address = link.evaluate("link => link.href")
        reply = self.page.request.get(address)
        assert reply.ok, address
        return reply.body()

    def sees(self, *words: str) -> None:
        """All of these are to be seen in the page."""
        for one in words:
            expect(self.page.get_by_text(one).first).to_be_visible()

    def row(self, words: str) -> str:
        """What a line of a table says that is headed by these words."""
        line = self.page.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=words)).first
        expect(line).to_be_visible()
        return line.inner_text()

    def fact(self, words: str) -> str:
        """The value that stands beside a name."""
        pair = self.page.locator("dl > div").filter(has=self.page.locator("dt", has_text=words)).first
        expect(pair).to_be_visible()
        return pair.locator("dd").inner_text()

    def _step(self) -> None:
        self.steps += 1
        assert self.steps <= MOST


@contextmanager
def _reading(chromium: Browser, folder: Path, *, scripts: bool = False) -> Iterator[Reader]:
    with (
        hosted(folder) as address,
        chromium.new_context(viewport=PHONE, java_script_enabled=scripts) as visitor,
    ):
        visitor.set_default_timeout(PATIENCE * 1000)
        page = visitor.new_page()
        page.goto(address)
        yield Reader(page)


@pytest.fixture
def reader(chromium: Browser, example: Path) -> Iterator[Reader]:
    """A reader of the example site, whose telephone runs no scripts."""
    with _reading(chromium, example) as found:
        yield found


def test_on_what_ground_a_fee_is_charged(reader: Reader) -> None:
    reader.follow("收费公示")
    reader.follow("午餐费", where="main")
    ground = reader.page.locator(".meta a[href*='/bases/']").first
    expect(ground).to_be_visible()
    reader.follow(ground.inner_text())
    assert reader.fact("发文字号")


def test_how_many_days_are_left_to_object(chromium: Browser, tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    notice = project / "data/notices/milk.yaml"
    notice.write_text(re.sub(r"result_on: .*\nresult: \|\n  .*\n", "", notice.read_text("utf-8")), "utf-8")
    assert build(project, day=OPEN_DAY).code == 0
    with _reading(chromium, project / "output") as reader:
        reader.sees("还剩 5 天")
        reader.follow("饮用奶收费公示", where="main")
        assert reader.fact("还剩天数") == "5"
        reader.sees("2026年3月10日")


def test_by_how_much_a_line_differs_from_what_was_approved_and_why(reader: Reader) -> None:
    reader.follow("2026年预算")
    reader.follow("维修（护）费", where="main")
    adjusted = reader.row("第 1 次调整")
    assert "60,000.00" in adjusted
    assert "更换两间实验室水槽和形体训练室地板" in adjusted


def test_the_budget_as_a_spreadsheet(reader: Reader) -> None:
    reader.follow("2026年预算")
    reader.follow("维修（护）费", where="main")
    content = reader.take("表格（CSV）")
    assert content.startswith(b"\xef\xbb\xbf"), "without its mark a spreadsheet garbles Chinese"
    lines = {line["短名"]: line for line in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}
    one = lines["repairs"]
    assert float(one["现行预算"]) == float(one["批复数"]) + float(one["调整数"])


def test_when_a_purchase_closes_and_whom_to_ask(reader: Reader) -> None:
    reader.follow("2026年下半年校园保洁服务")
    reader.sees("报价截止 2026年5月8日 10:00", "还剩 18 天", "咨询：")
    phone = reader.page.locator("section.notice a[href='tel:0879-6120811']")
    expect(phone).to_be_visible()


def test_whether_a_figure_was_corrected(reader: Reader) -> None:
    reader.follow("更正记录")
    assert "2026年3月26日" in reader.row("2026年3月总务行事历")
    reader.follow("2026年3月总务行事历", where="main")
    reader.sees("原定日期与体质健康测试冲突")


def test_what_is_overdue(reader: Reader, chromium: Browser, tmp_path: Path) -> None:
    reader.follow("公开情况")
    reader.sees("没有逾期的。")
    project = copied(tmp_path / "project")
    asked = project / "data/catalogue/schedules.yaml"
    later = asked.read_text("utf-8").replace("until: 2026-03-31", "until: 2026-05-31")
    asked.write_text(later + WAIVED, "utf-8")
    assert build(project, day="2026-06-20").code == 0
    with _reading(chromium, project / "output") as late:
        late.follow("公开情况")
        assert "2026年4月" in late.row("行事历")
        expect(late.page.locator("[aria-labelledby=page_overdue] .badge.stop").first).to_be_visible()


def test_what_the_canteen_had_left_in_a_month(reader: Reader) -> None:
    reader.follow("食堂收支月报")
    reader.follow("食堂收支月报（2026年3月）", where="main")
    assert re.fullmatch(r"-?[\d,]+\.\d\d 元", reader.fact("期末结余"))


def test_who_answers_for_a_service_and_how_long_it_takes(reader: Reader) -> None:
    reader.follow("服务承诺")
    reader.follow("总务服务承诺", where="main")
    said = reader.row("灯、插座、风扇、空调维修")
    assert "维修组长" in said
    assert "3 个工作日" in said


def test_the_school_year_in_ones_own_calendar(reader: Reader) -> None:
    reader.follow("校历")
    reader.follow("2025—2026学年校历", where="main")
    lines = reader.take("把校历加入手机日历").decode().split("\r\n")
    assert "SUMMARY:2026年春季学期开学" in lines
    assert "DTSTART;VALUE=DATE:20260302" in lines
    assert "SUMMARY:暑假放假" in lines
    names = [line for line in lines if line.startswith("UID:")]
    assert len(names) == len(set(names)) == lines.count("BEGIN:VEVENT")


@pytest.mark.pdf
def test_the_printed_plan_and_whether_it_is_the_true_one(reader: Reader) -> None:
    reader.follow("工作计划")
    reader.follow("2026年春季学期", where="main")
    sheet, sums = reader.take("打印版（PDF）"), reader.page.get_by_role("link", name="全部文件的指纹").first
    expect(sums).to_be_visible()
    known = reader.page.request.get(sums.evaluate("link => link.href")).text()
    assert f"{hashlib.sha256(sheet).hexdigest()}  plans/2026-spring/2026-spring.pdf" in known
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet)).pages)
    assert "/plans/2026-spring/" in text.replace("\n", "")


def test_something_found_by_its_words(chromium: Browser, example: Path) -> None:
    with _reading(chromium, example, scripts=True) as reader:
        reader.page.fill("#page_search", "保洁服务")
        reader.page.press("#page_search", "Enter")
        reader.steps += 1
        reader.follow("2026年下半年校园保洁服务", where="#search_hits")
        reader.sees("QSW-2026-007")
