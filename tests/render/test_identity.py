"""Every page of a sheet says whose it is, of which version, and where it is found; its data travels with it."""

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import msgspec
import pdfplumber
import pytest
from pypdf import PdfReader

from site_builder.model.job import Artifact, Batch
from site_builder.model.record import Correction
from site_builder.render.batch import render_batch
from site_builder.render.identity import Sheet
from site_builder.render.squares import squares
from site_builder.render.typeset import INVISIBLE
from tests.gallery import jobs, made, site

pytestmark = pytest.mark.pdf

PLAN = "plans/2026-spring/2026-spring.pdf"
SHEET = Sheet(
    "计划", "青石湾校〔2026〕4号", "青石湾学校", "https://example.org/plans/1/", "zh-CN", date(2026, 2, 26)
)


def furniture(content: bytes) -> list[str]:
    """What stands on each page besides its content."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [
            re.sub(r"\s", "", "".join(c["text"] for c in page.chars if c["tag"] == "Artifact")).translate(
                INVISIBLE
            )
            for page in pdf.pages
        ]


def test_every_page_names_its_paper() -> None:
    entry = jobs()[PLAN].inputs.record.entry
    feet = furniture(made(jobs()[PLAN]))
    assert len(feet) > 5
    for number, foot in enumerate(feet, 1):
        for said in (
            "云岭市青石湾学校",
            entry.record.title,
            "第1版",
            "2026-02-26",
            entry.record.index_no,
            entry.digest[:12],
            f"{number}/{len(feet)}",
            "https://qingshiwan.example.org/plans/2026-spring/",
        ):
            assert said in foot, said  # fmt: skip


def test_a_corrected_record_is_a_new_version_with_a_new_fingerprint() -> None:
    job = jobs()["notices/budget-2026/budget-2026.pdf"]
    record = job.inputs.record
    put_right = Correction(on=date(2026, 3, 1), field="总额", was="1", now="2", why="笔误")
    changed = msgspec.structs.replace(
        record.entry,
        record=msgspec.structs.replace(record.entry.record, corrections=(put_right,)),
        digest="f" * 32,
    )
    told = msgspec.structs.replace(record, entry=changed)
    inputs = msgspec.structs.replace(job.inputs, record=told)
    (result,) = render_batch(Batch((msgspec.structs.replace(job, inputs=inputs),), site().kit))
    assert isinstance(result, Artifact)
    (foot, *_) = furniture(result.content)
    assert "第2版" in foot
    assert "ffffffffffff" in foot


def test_the_data_of_a_sheet_travels_with_it() -> None:
    reader = PdfReader(BytesIO(made(jobs()[PLAN])))
    whole = json.loads(reader.attachments["2026-spring.json"][0])
    assert whole["2026-spring"]["title"] == "2026年春季学期总务工作计划"
    catalog: Any = reader.trailer["/Root"]
    assert [str(one.get_object()["/AFRelationship"]) for one in catalog["/AF"]] == ["/Source"]


def test_a_table_travels_as_a_table_too() -> None:
    reader = PdfReader(BytesIO(made(jobs()["registers/food-samples-2026-03/food-samples-2026-03.pdf"])))
    table = reader.attachments["food-samples-2026-03.csv"][0].decode("utf-8-sig")
    assert table.splitlines()[0].startswith("日期,餐次,菜品")
    assert "食品安全员" not in table  # meant for the staff


def test_a_page_torn_off_leads_back_to_the_record() -> None:
    """The code is read back from its drawing."""
    drawn = str(squares(SHEET.address, "扫码"))
    assert "<title>扫码</title>" in drawn
    side = int(re.findall(r'viewBox="0 0 (\d+)', drawn)[0])
    dark = {
        (int(left) + step, int(top))
        for left, top, length in re.findall(r"M(\d+) (\d+)h(\d+)", drawn)
        for step in range(int(length))
    }
    quiet = {(x, y) for x, y in dark if min(x, y) < 4 or max(x, y) >= side - 4}
    assert not quiet
    for corner in ((4, 4), (side - 11, 4), (4, side - 11)):
        ring = {(corner[0] + step, corner[1]) for step in range(7)}
        assert ring <= dark
    assert squares("https://example.org/a/", "扫码") != squares("https://example.org/b/", "扫码")


def test_without_an_address_nothing_pretends_to_lead_anywhere() -> None:
    assert replace(SHEET, address="").code == ""


def test_a_long_title_is_cut_in_the_foot_alone() -> None:
    long = replace(SHEET, title="很长的标题" * 20)
    assert len(long.who) < 60
    assert long.title == "很长的标题" * 20


@pytest.mark.parametrize(
    ("name", "size"), [("青石湾学校", 36.0), ("云岭市青石湾九年一贯制实验学校初中部", 23.9)]
)
def test_a_long_name_is_set_smaller_in_the_red_head(name: str, size: float) -> None:
    assert replace(SHEET, institution=name).mark == pytest.approx(size, abs=0.2)
