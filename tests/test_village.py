"""A village committee keeps two tables of its own: whoever goes by the documents alone gets a site."""

import json
from pathlib import Path

import pytest

from tests.recipes import blocks
from tests.small import DAY, HOME, build, copied, here

PAGES = ("docs/data.md", "docs/registers.md")
MONEY = "data/registers/village-money-2026.yaml"
WATER = "data/registers/water-supply-2026.csv"


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """The site of the village, with times of its own."""
    return copied(tmp_path, HOME / "tests/sites/village")


def told(root: Path, day: str = DAY) -> list[tuple[str, int, str, str]]:
    """What is told of a site: file, line, code, message."""
    said = here("check", root, "--as-of", day, "--format", "json", "--lang", "zh", "--workers", "1")
    return [(one["file"], one["line"], one["code"], one["message"]) for one in json.loads(said.out)]


@pytest.mark.parametrize("day", ["2026-01-20", DAY, "2027-04-20"])
def test_nothing_is_told_of_it(village: Path, day: str) -> None:
    assert told(village, day) == []


def test_it_is_built_with_what_the_public_may_see(village: Path) -> None:
    said = build(village)
    assert said.code == 0, said.err
    table = village / "output/registers/village-money-2026"
    page = (table / "index.html").read_text("utf-8")
    assert "15,720.00" in page
    assert "村民代表会议 2026-02-25" in page
    pages = [one for one in (village / "output").rglob("*") if one.suffix in (".html", ".csv", ".json")]
    assert (village / "output/registers/water-supply-2026/index.html") in pages
    assert [one for one in pages if "收-001" in one.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "message"),
    [
        (MONEY, "out: 4380.00, balance", "out: 4830.00, balance", "INT-02", "结余写的是 15780.00"),
        (MONEY, "{in: 27460.00", "{in: 27640.00", "INT-01", "合计写的是 27640.00"),
        (MONEY, ", decision: 村民代表会议 2026-02-25", "", "REG-08", "没有写哪次会议决定"),
        (WATER, "5796,586", "5769,586", "REG-08", "用水量写 586，两次读数相差 559"),
        (WATER, "管道破裂，三月九日修好", "", "REG-08", "增长多，没有说明"),
        (WATER, "2026-02,二组", "2026-02,三组", "REG-02", "三组"),
    ],
)
def test_its_own_rules_are_held(
    village: Path, file: str, old: str, new: str, code: str, message: str
) -> None:
    path = village / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    found = [(one, words) for place, _, one, words in told(village) if place.startswith("data/registers/")]
    assert any(one == code and message in words for one, words in found), found


def test_what_the_documents_show_is_a_site(tmp_path: Path) -> None:
    """The two files that a site of somebody else's begins with, and the tables of the page on tables."""
    for page in PAGES:
        for block in blocks(page):
            if block.title:
                block.write(tmp_path)
    assert told(tmp_path) == []
    said = build(tmp_path)
    assert said.code == 0, said.err
    assert (tmp_path / "output/registers/village-rents-2026/index.html").is_file()
