"""The CSV file beside a register: every cell as typed, with its place, or what is wrong with the table."""

import csv
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.problem import Problem
from site_builder.model.source import Mapping, Scalar, Source
from site_builder.stages.limits import LARGEST_TABLE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from site_builder.stages.table import table


def read(text: str | bytes) -> tuple[list[dict[str, str]], tuple[Problem, ...]]:
    """The rows of a table, and what is wrong with it."""
    content = text if isinstance(text, bytes) else text.encode()
    rows, problems = table(Source("data/registers/x.csv", content, ""))
    found = []
    for row in rows.items:
        assert isinstance(row, Mapping)
        found.append({key.text: value.text for key, value in row.pairs if isinstance(value, Scalar)})
    return found, problems


def told(text: str | bytes) -> list[str]:
    """Every problem as ``CODE line:column``."""
    return [f"{one.code} {one.where.line}:{one.where.column}" for one in read(text)[1]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("day,count\n2026-03-02,014\n", [{"day": "2026-03-02", "count": "014"}]),
        ('a,b\n"甲,乙","说""好"""\n', [{"a": "甲,乙", "b": '说"好"'}]),
        ('a,b\n 1 , "2" \n', [{"a": "1", "b": "2"}]),
        ('a,b\n5"管,\n', [{"a": '5"管', "b": ""}]),
        ("\na,b\n\n1,2\n,,\n3,4", [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]),
        ("\ufeffa,b\r\n1,2\r\n", [{"a": "1", "b": "2"}]),
        ("日期\n三月，四月\n", [{"日期": "三月，四月"}]),
        ("a,b\n", []),
    ],
)
def test_cells_are_kept_as_typed(text: str, rows: list[dict[str, str]]) -> None:
    assert read(text) == (rows, ())


def test_every_cell_knows_its_place() -> None:
    rows, _ = table(Source("x.csv", 'a,b,c\n 甲, "乙,丙",3\n'.encode(), ""))
    places = [
        (value.line, value.column) for row in rows.items if isinstance(row, Mapping) for _, value in row.pairs
    ]
    assert places == [(2, 2), (2, 5), (2, 11)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["CSV-01 1:1"]),
        ("\n , \n", ["CSV-01 1:1"]),
        ("a,b\n1\n1,2,3\n", ["CSV-02 2:2", "CSV-02 3:5"]),
        ("a,\n1,2\n", ["CSV-03 1:3"]),
        ("a,b,a\n1,2,3\n", ["CSV-04 1:5"]),
        ('a,b\n1,"x\n2,3\n', ["CSV-06 2:3"]),
        ('a,b\n1,"x\ny"\n2\n', ["CSV-06 2:3", "CSV-02 4:2"]),
        ('a,b\n1,"x"y\n', ["CSV-06 2:3"]),
        ('"a,b\n1,2\n', ["CSV-06 1:1"]),
        ("a;b\n1;2\n", ["CSV-07 1:2"]),
        ("a\tb\n1\t2\n", ["CSV-07 1:2"]),
        ("a，b\n1，2\n", ["CSV-07 1:2"]),
        (",".join(f"c{one}" for one in range(MOST_COLUMNS + 1)), ["CSV-08 1:391"]),
        ("a,b\n1，2\n", ["YAML-07 2:2"]),
        ("a,b\n1\t,x\ty\n", ["YAML-04 2:2"]),
        ("dаy,b\n1,2\n", ["REC-06 1:1"]),
        ("a,b\n1,x\u200by\n2\n", ["FILE-02 2:4", "CSV-02 3:2"]),
        ("a,b\n1,甲\n".encode("gbk"), ["FILE-01 2:3"]),
        (b"a" * (LARGEST_TABLE + 1), ["FILE-03 1:1"]),
        ("a,b\n" + "1,2\n" * (MOST_ROWS + 1), [f"CSV-05 {MOST_ROWS + 2}:1"]),
        (",".join("abcdefghijk") + "\n" + ("1," * 10 + "1\n") * 18_500, [f"CSV-05 {MOST_CELLS // 11 + 2}:1"]),
    ],
    ids=range(21),
)
def test_what_is_wrong_is_told_at_its_place(text: str | bytes, expected: list[str]) -> None:
    assert told(text) == expected
    for problem in read(text)[1]:
        assert problem.message("zh-CN")
        assert problem.hint("en")


def test_the_advice_for_another_encoding_is_that_of_a_spreadsheet() -> None:
    assert "CSV UTF-8" in read("a\n甲\n".encode("gbk"))[1][0].hint("zh-CN")


@pytest.mark.parametrize(
    "text",
    ["a,b\n" + "1,2\n" * 900_000, "a,b\n" + '"\n' * 1_900_000, "a,b\n" + "1\n" * 1_900_000, "a," * 9_000],
)
def test_a_hostile_table_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    assert told(text)
    assert time.process_time() - began < 2


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=120), st.text('ab1,"\n\t，; ', max_size=80).map(str.encode)))
def test_nothing_can_make_it_fail(content: bytes) -> None:
    lines = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    for problem in read(content)[1]:
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)


@settings(deadline=None)
@given(st.lists(st.tuples(CELL, CELL), max_size=6))
def test_what_another_program_writes_is_read_alike(rows: list[tuple[str, str]]) -> None:
    """As Python's own writer quotes it."""
    written = io.StringIO()
    csv.writer(written).writerows([("a", "b"), *rows])
    found, problems = read(written.getvalue())
    if not problems:
        assert found == [{"a": one, "b": two} for one, two in rows]
