"""What families, auditors and suppliers find: the front page, areas, lines of the budget, parts of lists, calendars."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from site_builder.stages.sift import Band, band
from tests.small import build, copied, signs

OPEN_DAY = "2026-03-05"
"""The notice of the small project is open to objection."""


def text(path: Path) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", path.read_text("utf-8")))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copied(tmp_path_factory.mktemp("readers") / "project")
    fee = (project / "data/fees/milk.yaml").read_text("utf-8")
    older = (
        fee.replace("2026-03-09", "2025-09-01").replace("2026-07-03", "2026-01-20").replace("2.80", "2.60")
    )
    older = (
        older.replace("学生饮用奶费", "学生饮用奶费（2025年秋季）")
        .replace("2026S", "2025A")
        .replace("2026-02-24", "2025-08-25")
    )
    (project / "data/fees/milk-2025.yaml").write_text(older, "utf-8")
    said = build(project)
    assert said.code == 0, said.out
    return project


def test_the_front_page_has_the_figures_of_the_budget(root: Path) -> None:
    home, budget = text(root / "output/index.html"), text(root / "output/budgets/2026/index.html")
    for figure in ("13,000.00", "1,900.00", "14.6%"):
        assert figure in home
        assert figure in budget


def test_what_is_open_is_told_with_the_days_left(tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    notice = project / "data/notices/milk.yaml"
    kept = notice.read_text("utf-8")
    notice.write_text(re.sub(r"result_on: .*\nresult: \|\n  .*\n", "", kept), "utf-8")
    assert build(project, day=OPEN_DAY).code == 0
    assert re.search(
        r"饮用奶收费公示 通知公告，截?止?至? ?2026年3月10日 还剩 5 天", text(project / "output/index.html")
    )
    assert build(project).code == 0
    assert "还剩" not in text(project / "output/index.html")


def test_every_kind_stands_in_the_page_of_its_area(root: Path) -> None:
    shelves = [
        place
        for page in (root / "output/areas").glob("*/index.html")
        for place in re.findall(r'class="shelf-link" href="../../([a-z-]+)/"', page.read_text("utf-8"))
    ]
    assert len(shelves) == len(set(shelves))
    lists = {path.parent.name for path in (root / "data").glob("*/*.yaml")}
    assert lists <= set(shelves)
    money = (root / "output/areas/money/index.html").read_text("utf-8")
    assert all(
        f'class="shelf-link" href="../../{kind}/"' in money for kind in ("budgets", "ledgers", "funds")
    )
    home = (root / "output/index.html").read_text("utf-8")
    linked = set(re.findall(r'href="(areas/[a-z]+/)"', home))
    assert {f"areas/{path.parent.name}/" for path in (root / "output/areas").glob("*/index.html")} == linked


def test_a_line_shows_its_stages_and_who_names_it(root: Path) -> None:
    upper = text(root / "output/budgets/2026/goods/index.html")
    assert "水费 4,000.00" in upper
    lower = (root / "output/budgets/2026/repairs/index.html").read_text("utf-8")
    assert 'href="../../../budgets/2026/goods/"' in lower
    assert 'href="../../../tenders/lamps/"' in lower
    assert "3,600.00" in lower
    assert "tenders/lamps" not in (root / "output/budgets/2026/water/index.html").read_text("utf-8")


def test_a_change_of_one_line_leaves_the_others_alone(tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    assert build(project).code == 0
    before = signs(project / "output")
    budget = project / "data/budgets/2026.yaml"
    budget.write_text(budget.read_text("utf-8").replace("title: 维修费", "title: 房屋维修费"), "utf-8")
    assert build(project).code == 0
    after = signs(project / "output")
    changed = {name for name, sign in after.items() if before.get(name) != sign}
    assert "budgets/2026/repairs/index.html" in changed
    assert (
        not {"budgets/2026/water/index.html", "budgets/2026/grant/index.html", "fees/milk/index.html"}
        & changed
    )


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("0.00", Band.TINY),
        ("9999.99", Band.TINY),
        ("10000.00", Band.SMALL),
        ("99999.99", Band.SMALL),
        ("100000.00", Band.MIDDLE),
        ("499999.99", Band.MIDDLE),
        ("500000.00", Band.LARGE),
    ],
)
def test_every_amount_is_in_one_band(amount: str, found: Band) -> None:
    assert band(Decimal(amount)) is found


def test_purchases_can_be_had_by_state_method_amount_and_year(root: Path) -> None:
    tenders = (root / "output/tenders/index.html").read_text("utf-8")
    for part in ("state/completed", "method/in-house", "amount/below-10000", "year/2026"):
        assert f'href="../tenders/{part}/"' in tenders
        assert "教室灯管更换" in text(root / f"output/tenders/{part}/index.html")


def test_the_fee_board_tells_what_changed(root: Path) -> None:
    assert re.search(r"2\.60 2\.80 每生每天 \+0\.20", text(root / "output/fees/index.html"))


def test_a_month_can_be_taken_along(root: Path) -> None:
    month = (root / "output/schedules/2026-03/2026-03.ics").read_bytes()
    lines = month.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert b"\n" not in month.replace(b"\r\n", b"")
    names = [line for line in lines if line.startswith("UID:")]
    assert len(names) == len(set(names)) == lines.count("BEGIN:VEVENT") > 0
    plan = (root / "output/plans/2026-spring/2026-spring.ics").read_text("utf-8")
    assert set(re.findall(r"UID:.*", plan)) <= set(names)
    page = (root / "output/schedules/2026-03/index.html").read_text("utf-8")
    assert 'href="2026-03.ics"' in page


def test_readers_see_words_and_what_is_reckoned_not_what_is_for_the_tool(example: Path) -> None:
    for path in (example / "ledgers").glob("*/index.html"):
        page = text(path).partition("跳到正文")[2]
        assert "核对用" not in page, path
        assert not re.search(r"(?<![/-])\b(?:operating|meals|agency)\b(?![/-])", page), path
    for path in (*example.glob("*/*/index.html"), *example.glob("en/*/*/index.html")):
        assert not re.search(r"核对用|\(for checking\)", text(path)), path
    moves = text(example / "stocks/2026-spring/index.html")
    assert "ink-" not in moves


def test_a_line_is_linked_by_its_own_page(example: Path) -> None:
    """From every record that names it, from the figures that agree, from the table of adjustments."""
    for path in example.glob("**/index.html"):
        assert not re.search(r'href="[^"]*budgets/\d+/#(?!page_)', path.read_text("utf-8")), path
    agree = (example / "agree/budgets/index.html").read_text("utf-8")
    assert 'href="../../budgets/2026/' in agree
