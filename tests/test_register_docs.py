"""The page on tables of one's own says all there is, and what it tells people to write is right."""

import json
import re
from pathlib import Path

import pytest

from site_builder.edge.ready_made import ready_made
from site_builder.kinds.registers.column import CellState, CellType, Column, Constraints
from site_builder.kinds.registers.expressions.functions import FUNCTIONS
from site_builder.kinds.registers.expressions.grammar import parse
from site_builder.kinds.registers.record import Check, Register
from site_builder.mistakes.values import meant
from site_builder.model.record import Audience, Record
from site_builder.model.told import codes
from tests.recipes import blocks
from tests.small import DAY, build, copied, here
from tests.test_docs import rows

PAGE = "docs/registers.md"
TABLES = tuple(block for block in blocks(PAGE) if block.title)


def told() -> dict[str, str]:
    """What the page says of each word in the first column of its tables."""
    return {cells[0]: cells[1] for cells in rows(PAGE)}


def test_every_field_is_explained() -> None:
    own = set(Register.__struct_fields__) - set(Record.__struct_fields__)
    fields = {*own, *Column.__struct_fields__, *Constraints.__struct_fields__, *Check.__struct_fields__}
    assert {f"`{name}`" for name in fields} <= told().keys()


def test_every_type_and_every_word_is_explained() -> None:
    assert {f"`{one.value}`" for one in (*CellType, *CellState)} <= told().keys()
    text = (Path(__file__).parents[1] / PAGE).read_text("utf-8")
    assert [one for one in Audience if f"`{one.value}`" not in text] == []


def test_every_function_is_explained_by_its_example() -> None:
    """In the order of the tool, and no other."""
    listed = [name for name in told() if "(" in name and name.strip("`").partition("(")[0] in FUNCTIONS]
    assert listed == [f"`{function.example}`" for function in FUNCTIONS.values()]


def test_every_way_of_writing_can_be_read() -> None:
    written = [code for cell in told() for code in re.findall(r"`([^`]+)`", cell)]
    begun = written.index("grams + 5")
    for code in written[begun : written.index("abs(difference)") + 1]:
        assert parse(code).size() >= 1
    signs = {"+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "in", "(", "["}
    assert {sign for sign in signs if not any(sign in code for code in written[begun:])} == set()


def test_ready_made_tables_are_listed() -> None:
    listed = {name.strip("`"): about for name, about in told().items() if name.strip("`") in ready_made()}
    assert listed == {name: about.zh for name, about in ready_made().items()}


def test_codes_of_registers_are_listed() -> None:
    assert {name for name in told() if name.startswith("REG-")} == {
        one for one in codes() if one.startswith("REG-")
    }


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A small site of somebody else's, with the tables that the page shows."""
    root = copied(tmp_path)
    for block in TABLES:
        block.write(root)
    return root


def problems(root: Path) -> list[dict[str, str]]:
    """Whatever is told of the tables."""
    said = here("check", root, "--as-of", DAY, "--format", "json", "--lang", "zh", "--workers", "1")
    return [one for one in json.loads(said.out) if "village-" in one["file"]]


def test_what_the_page_shows_is_right_and_becomes_pages(village: Path) -> None:
    assert problems(village) == []
    assert build(village).code == 0
    rents = (village / "output/registers/village-rents-2026/index.html").read_text("utf-8")
    assert "11,520.00" in rents
    assert "13,320.00" in rents
    cleaning = (village / "output/registers/village-cleaning-2026-03/index.html").read_text("utf-8")
    assert "900.00" in cleaning
    assert "540.00" in cleaning


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "says"),
    [
        ("rents-2026", "to: 2028-12-31", "to: 2025-12-31", "REG-08", "旧粮仓的租期 2026-01-01 至 2025-12-31"),
        ("rents-2026", "paid: 900.00", "paid: 1900.00", "REG-08", "年租金 1800.00 元，收了 1900.00 元"),
        ("rents-2026", "today <= 2026-12-31", "today <= 2026-03-31", "REG-08", "晒场东侧还欠 900.00 元"),
        ("rents-2026", "that: paid <= rent", "that: paid <= rents", "REG-09", "是不是 rent？"),
        ("cleaning-2026-03", "2026-03-11, road: 主街", "2026-03-04, road: 主街", "REG-08", "登记了 2 次"),
        ("cleaning-2026-03", "{cost: 900.00}", "{cost: 990.00}", "INT-01", "990.00"),
        ("cleaning-2026-03", "5, hours: 4, wage: 120.00", "5, hours: 4, wage: 130.00", "REG-08", "130.00"),
        ("cleaning-2026-03", "ends_on: 2026-03-15", "ends_on: 2026-03-22", "REG-05", "应有 1 行"),
    ],
)  # fmt: skip
def test_what_goes_wrong_in_them_is_told(
    village: Path, name: str, old: str, new: str, code: str, says: str
) -> None:
    path = village / f"data/registers/village-{name}.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    assert [(one["code"], True) for one in problems(village) if says in one["message"]] == [(code, True)]


@pytest.mark.parametrize("name", ready_made())
def test_a_ready_made_table_is_begun_by_its_name(tmp_path: Path, name: str) -> None:
    said = here("new", "register", name, f"{name}-2026", "--folder", tmp_path, "--lang", "en")
    made = tmp_path / f"data/registers/{name}-2026.yaml"
    assert (said.code, str(made) in said.out) == (0, True)
    assert here("new", "register", name, f"{name}-2026", "--folder", tmp_path).code == 2
    assert made.read_text("utf-8").startswith(f"# {ready_made()[name].zh} / ")


def test_ready_made_tables_are_listed_when_none_is_named(tmp_path: Path) -> None:
    said = here("new", "register", "--folder", tmp_path, "--lang", "zh")
    assert said.code == 0
    assert all(f"  {name}  {about.zh}\n" in said.out for name, about in ready_made().items())
    unknown = here("new", "register", "leters", "--folder", tmp_path, "--lang", "en")
    assert (unknown.code, unknown.out) == (2, "")
    assert meant("leters", list(ready_made())).en in unknown.err
    assert "food-samples" in unknown.err
    assert here("new", "register", "letters", "Not A Name", "--folder", tmp_path).code == 2
    assert here("new", "fees", "--folder", tmp_path, "--lang", "en").code == 2
    assert here("new", "fees", "a", "b", "--folder", tmp_path, "--lang", "en").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_ready_made_table_needs_no_name_of_its_own(tmp_path: Path) -> None:
    assert here("new", "register", "letters", "--folder", tmp_path).code == 0
    assert (tmp_path / "data/registers/letters.yaml").exists()
