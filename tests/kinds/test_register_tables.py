"""A register as a whole: what its cells name, who sees what, what is shown and given away, and how long it takes."""

import csv
import json
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from site_builder.catalogue import catalogue
from site_builder.kinds.registers.cadence import Gap
from site_builder.kinds.registers.checks import MOST_TOLD as MOST_OF_ONE
from site_builder.kinds.registers.column import CellState
from site_builder.kinds.registers.figures import Subtotal, figures
from site_builder.kinds.registers.rules import MOST_TOLD
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.record import Audience
from site_builder.model.source import Source
from site_builder.stages.check import check_one, judged
from site_builder.stages.cite import Reckoner
from site_builder.stages.decode import decode
from site_builder.stages.gather import gather
from site_builder.stages.narrow import narrow
from site_builder.stages.parse import parse
from tests.cases import Case, corpus_of
from tests.small import DAY, build, copied, here

OFFICES = {
    "offices/canteen.yaml": "title: 食堂\nposts: [{id: manager, title: 主管, duties: [管食堂]}]\n",
    "offices/party.yaml": "title: 筹备组\naudience: staff\nposts: [{id: head, title: 组长, duties: [筹备]}]\n",
}
CALENDAR = """title: 校历
school_year: 2025-2026
terms:
  - {term: 2025A, starts_on: 2025-09-01, ends_on: 2026-01-30}
  - {term: 2026S, starts_on: 2026-03-02, ends_on: 2026-07-03}
holidays: [{name: 清明节, starts_on: 2026-04-04, ends_on: 2026-04-06}]
"""


def together(register: str, today: date = date(2026, 4, 20), **others: str) -> tuple[Entry[Any], Corpus]:
    """A register among offices and other records."""
    records = {
        "registers/one.yaml": register,
        **OFFICES,
        **{f"{name}.yaml": text for name, text in others.items()},
    }
    corpus, _, problems = corpus_of(Case("", records, today, ()))
    assert not problems, [problem.message("en") for problem in problems]
    found = corpus.find("registers", "one")
    assert found is not None
    return found, corpus


REFERRING = """title: 责任书
columns:
  - {name: office, title: 部门, refers: offices}
  - {name: post, title: 岗位, refers: offices#posts, audience: %s}
rows:
  - {office: %s, post: %s}
"""


@pytest.mark.parametrize(
    ("audience", "office", "post", "told"),
    [
        ("public", "canteen", "canteen#manager", []),
        ("public", "无", "不适用", []),
        ("public", "canten", "canteen#manager", [("REF-01", "office")]),
        ("public", "canteen", "canteen#managers", [("REF-01", "post")]),
        ("public", "canteen", "canteen", [("REF-01", "post")]),
        ("public", "party", "canteen#manager", [("REF-02", "office")]),
        ("public", "canteen", "party#head", [("REF-02", "post")]),
        ("staff", "canteen", "party#head", []),
    ],
)
def test_cells_that_name_records_are_checked(
    audience: str, office: str, post: str, told: list[tuple[str, str]]
) -> None:
    """What they name is there, and everybody who may see the cell may see it."""
    entry, corpus = together(REFERRING % (audience, office, post))
    found = check_one(entry, Reckoner(corpus, catalogue()))
    assert [(one.mistake.code, one.trail[-1]) for one in found] == told


@pytest.mark.parametrize("refers", ["office", "offices#duties", "offices#posting"])
def test_a_column_that_refers_to_nothing_is_told_once(refers: str) -> None:
    text = REFERRING.replace("refers: offices}", f"refers: {refers}}}") % (
        "public",
        "canteen#x",
        "canteen#manager",
    )
    entry, corpus = together(text)
    found = [(one.mistake.code, one.trail) for one in check_one(entry, Reckoner(corpus, catalogue()))]
    assert found[-1] == ("REG-06", ("columns", 0, "refers"))


def test_records_know_which_registers_name_them() -> None:
    entry, corpus = together(REFERRING % ("public", "canteen", "canteen#manager"))
    assert [one.name for one in corpus.naming("offices", "canteen")] == ["registers/one"]
    assert entry.references[1].parts == "posts"


HIDING = """title: 工资
columns:
  - {name: post, title: 岗位}
  - {name: wage, title: 工资, type: money, audience: staff}
  - {name: heads, title: 人数, type: integer}
  - {name: cost, title: 合计, type: money, formula: wage * heads, audience: staff}
sums: [heads, cost]
stated_totals: {heads: 3, cost: 7800}
subtotals: wage
checks: [{that: wage >= 2300, says: "{post} 只有 {wage} 元"}]
rows:
  - {post: 门卫, wage: 2600, heads: 3}
"""


def test_what_a_reader_may_not_see_is_gone_with_all_that_speaks_of_it() -> None:
    entry, corpus = together(HIDING)
    assert list(judged(entry, Reckoner(corpus, catalogue()))) == []
    (public,) = narrow([entry], Audience.PUBLIC)
    assert "2600" not in repr(public.record)
    assert "2300" not in repr(public.record)
    assert "7800" not in repr(public.record)
    found = figures(public, corpus)
    assert (found.rows, found.sums, found.subtotals) == ((("门卫", 3),), (None, Decimal(3)), ())
    (staff,) = narrow([entry], Audience.STAFF)
    assert figures(staff, corpus).rows[0][-1] == Decimal("7800.00")


SHOWN = """title: 报修
title_en: Repairs
columns:
  - {name: reported, title: 报修时间, title_en: Reported, type: datetime}
  - {name: office, title: 部门, title_en: Office, refers: offices}
  - {name: cost, title: 材料费, title_en: Material, type: money}
  - {name: asked, title: 发出, title_en: Asked, type: integer}
  - {name: good, title: 满意, title_en: Good, type: integer}
  - {name: rate, title: 满意率, title_en: Rate, type: percent, formula: good / asked}
  - {name: done, title: 完成, title_en: Done, type: datetime}
withheld: [{field: cost, basis: open-info, reason: 商业秘密, review_on: 2027-03-01}]
sums: [cost, asked]
subtotals: reported
rows:
  - {reported: 2026-03-03 08:20, office: logistics, cost: 36.00, asked: 3, good: 2, done: 2026-03-03 10:10}
  - {reported: 2026-03-05 13:10, office: logistics, cost: 0, asked: 0, good: 0, done: 未到期}
  - {reported: 2026-04-02 09:00, office: 不适用, cost: 不公开, asked: 4, good: 4}
  - {reported: 2026-04-03 09:00, office: 无}
"""


def test_cells_without_a_value_have_figures_of_their_own() -> None:
    """Zero is a number, an empty cell is empty, and the four words stay what they are; only numbers add up."""
    entry, corpus = together(SHOWN)
    found = figures(entry, corpus)
    assert [row[2] for row in found.rows] == [Decimal("36.00"), 0, CellState.WITHHELD, CellState.NOTHING]
    assert [row[5] for row in found.rows] == [Decimal("66.67"), None, Decimal(100), None]
    assert [row[6] for row in found.rows[1:]] == [CellState.NOT_DUE, None, CellState.NOTHING]
    assert found.subtotals == (
        Subtotal(
            key="2026-03", form="month", sums=(None, None, Decimal("36.00"), Decimal(3), None, None, None)
        ),
        Subtotal(key="2026-04", form="month", sums=(None, None, Decimal(0), Decimal(4), None, None, None)),
    )


def test_pages_and_tables_tell_them_apart(tmp_path: Path) -> None:
    root = copied(tmp_path)
    office, basis = (next((root / "data" / kind).glob("*.yaml")).stem for kind in ("offices", "bases"))
    text = SHOWN.replace("logistics", office).replace("open-info", basis)
    (root / "data/registers").mkdir(exist_ok=True)
    (root / "data/registers/repairs.yaml").write_text(text, "utf-8")
    said = build(root, "--only", "html")
    assert said.code == 0, said.out
    folder = root / "output/registers/repairs"
    page = (folder / "index.html").read_text("utf-8")
    title = here("check", root, "--as-of", DAY, "--lang", "en").out
    assert "0 errors" in title
    for cell in ("0.00", "—", "无", "不适用", "不公开", "未到期", "66.67%"):
        assert f'">{cell}</td>' in page or f">{cell}</td>" in page, cell
    assert f'<a href="../../offices/{office}/">' in page
    assert '<th scope="row">2026年3月</th>' in page
    rows = list(csv.reader((folder / "repairs.csv").read_text("utf-8-sig").splitlines()))
    assert rows[1] == ["2026-03-03 08:20", office, "36.00", "3", "2", "66.67", "2026-03-03 10:10"]
    assert rows[2][2:] == ["0", "0", "0", "", "未到期"]
    assert rows[3][1:3] == ["不适用", "不公开"]
    assert rows[4][1:] == ["无", "无", "无", "无", "", "无"]
    data = json.loads((root / "output/registers/registers.json").read_text("utf-8"))
    assert data["repairs"]["rows"][1]["done"] == "未到期"


@pytest.mark.parametrize(
    ("cadence", "column", "term_only", "today", "days", "missing"),
    [
        # The vacation asks nothing, nor does the part of July that lies in the term.
        ("monthly", "date", True, "2026-08-10", ["2026-03-05", "2026-05-05", "2026-06-05"], ["2026-04-01"]),
        ("monthly", "month", True, "2026-08-10", ["2026-03", "2026-04", "2026-06"], ["2026-05-01"]),
        ("monthly", "month", False, "2026-05-01", ["2026-03"], ["2026-02-01", "2026-04-01"]),
        ("weekly", "date", True, "2026-03-16", ["2026-03-02"], ["2026-03-09"]),
        ("daily", "date", True, "2026-04-08", ["2026-04-03"], []),
        ("2/term", "date", False, "2026-09-01", ["2026-03-05"], ["2026-03-02"]),
        ("2/term", "date", False, "2026-07-03", ["2026-03-05"], []),
    ],
)
def test_terms_and_months_of_term(
    cadence: str, column: str, term_only: bool, today: str, days: list[str], missing: list[str]
) -> None:
    start = "2026-04-03" if cadence == "daily" else "2026-02-01"
    end = "ends_on: 2026-04-07\n" if cadence == "daily" else ""
    text = f"title: 一\ncadence: {cadence}\nterm_only: {str(term_only).lower()}\nstarts_on: {start}\n{end}"
    text += f"columns: [{{name: day, title: 日, type: {column}}}]\nrows:\n"
    text += "".join(
        f"  - {{day: {day}}}\n" for day in (*days, "2026-04-07") if cadence == "daily" or day != "2026-04-07"
    )
    entry, corpus = together(text, date.fromisoformat(today), **{"calendars/2025-2026": CALENDAR})
    gaps: tuple[Gap, ...] = figures(entry, corpus).gaps
    assert [gap.first.isoformat() for gap in gaps] == missing


LONG = """title: 大表
columns:
  - {name: date, title: 日期, type: date, constraints: {required: true}}
  - {name: meal, title: 餐次, constraints: {enum: [早餐, 午餐, 晚餐]}}
  - {name: dish, title: 菜品, constraints: {unique: true}}
  - {name: grams, title: 克数, type: integer, constraints: {minimum: 1}}
  - {name: kept-from, title: 起, type: datetime}
  - {name: kept-to, title: 止, type: datetime}
  - {name: reading, title: 读数, type: number}
  - {name: double, title: 两倍, type: number, formula: reading * 2}
sums: [grams, double]
checks:
  - that: grams >= setting("sample.grams")
    says: 只有 {grams} 克
  - that: hours(kept-from, kept-to) >= setting("sample.hours")
    says: 只存 {hours(kept-from, kept-to)} 小时
  - that: count() >= max(grams) / 100 and distinct(dish) > 1
    by: [date, meal]
    says: 只有 {count()} 份
  - that: reading >= previous(reading) and working_days(date, today) > 0
    by: [meal]
    says: 读数下降
  - that: mentioned(dish, setting("canteen.forbidden")) = "" and grams / sum(grams) < 0.5
    says: 有 {mentioned(dish, setting("canteen.forbidden"))}
"""


def long_table(rows: int, grams: int, checks: str = LONG) -> tuple[Entry[Any], Corpus]:
    head = "date,meal,dish,grams,kept-from,kept-to,reading\n"
    body = "".join(
        f"2026-03-{row % 28 + 1:02},{'早午晚'[row % 3]}餐,菜{row},{grams + row % 40},"
        f"2026-03-{row % 28 + 1:02} 11:30,2026-04-{row % 28 + 1:02} 12:00,{1000 + row * 1.5}\n"
        for row in range(rows)
    )
    beside = Source("data/registers/long.csv", (head + body).encode(), "b")
    document, problems = parse(Source("data/registers/long.yaml", checks.encode(), "a"), beside)
    assert document is not None
    assert not problems
    entry, faults = decode(document, catalogue().kinds["registers"], "long")
    assert entry is not None, faults
    return entry, gather([entry], date(2026, 4, 20))


def test_ten_thousand_rows_are_judged_while_one_waits() -> None:
    entry, corpus = long_table(10_000, 130)
    began = time.process_time()
    assert list(judged(entry, Reckoner(corpus, catalogue()))) == []
    assert time.process_time() - began < 2


def test_a_table_that_is_all_wrong_is_told_in_part() -> None:
    """Of one check so many rows, of one register so many findings, and then that there are more."""
    entry, corpus = long_table(10_000, 1)
    found = list(judged(entry, Reckoner(corpus, catalogue())))
    assert [one.mistake.code for one in found] == ["REG-08"] * MOST_OF_ONE + ["FILE-20"]
    entry, corpus = long_table(1_000, 0, LONG.replace("minimum: 1}", "minimum: 500}"))
    found = list(judged(entry, Reckoner(corpus, catalogue())))
    assert [one.mistake.code for one in found] == ["REG-02"] * MOST_TOLD + ["FILE-20"]


def test_more_checks_than_can_be_waited_for_are_not_begun() -> None:
    more = "".join(f"  - {{that: {' + '.join(['grams'] * 40)} > {one}, says: 一}}\n" for one in range(10))
    entry, corpus = long_table(10_000, 130, LONG + more)
    assert [one.mistake.code for one in judged(entry, Reckoner(corpus, catalogue()))] == ["REG-12"]


def test_more_formulas_than_can_be_waited_for_are_not_reckoned() -> None:
    column = "  - {{name: x{}, title: 一, type: number, formula: {}}}\n"
    more = "".join(column.format(one, " + ".join(["grams"] * 40)) for one in range(10))
    entry, corpus = long_table(10_000, 130, LONG.replace("sums:", f"{more}sums:"))
    found = [(one.mistake.code, one.trail[-1]) for one in judged(entry, Reckoner(corpus, catalogue()))]
    assert found == [("REG-09", "formula")] * 3
