"""The field decides what a value means: read exactly as typed, or refused with the line as it should be."""

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.mistakes import files
from site_builder.model.form import (
    Code,
    Count,
    Date,
    File,
    Line,
    Money,
    Month,
    Percent,
    Phone,
    Slug,
    Time,
    Url,
)
from site_builder.model.kind import Kind
from site_builder.model.problem import Problem
from site_builder.model.record import OfficeRef, Part, Prose, Record
from site_builder.model.source import Source
from site_builder.model.told import Severity
from site_builder.model.words import Words
from site_builder.stages.decode import decode
from site_builder.stages.limits import MOST_TOLD
from site_builder.stages.parse import parse


class Colour(StrEnum):
    """What can be chosen."""

    RED = "red"
    """红 / Red"""
    GREEN = "green"
    """绿 / Green"""


class Piece(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A part with an id."""

    id: Slug
    """短名：用来引用。
    Id: to refer to it."""
    amount: Money
    """金额：多少钱。
    Amount: how much."""


class Desk(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A group without anything that must be there."""

    phone: Phone | None = None
    """电话：固定电话。
    Telephone: a fixed line."""
    hours: Line | None = None
    """时间：几点到几点。
    Hours: from when to when."""


class Sheet(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A record with a field of every form."""

    code: Code | None = None
    """编号：零也算。
    Code: zeros count."""
    money: Money | None = None
    """金额：元。
    Money: yuan."""
    count: Count | None = None
    """个数：整数。
    Count: a whole number."""
    share: Percent | None = None
    """比例：百分数。
    Share: a percentage."""
    at: Time | None = None
    """时刻：几点几分。
    At: hours and minutes."""
    month: Month | None = None
    """月份：哪一月。
    Month: which."""
    phone: Phone | None = None
    """电话：固定电话。
    Telephone: a fixed line."""
    url: Url | None = None
    """网址：完整的网址。
    Address: in full."""
    file: File | None = None
    """文件：附件的名字。
    File: its name."""
    flag: bool = False
    """是否：是或否。
    Flag: yes or no."""
    colour: Colour | None = None
    """颜色：选一个。
    Colour: choose one."""
    offices: tuple[OfficeRef, ...] = ()
    """部门：几个部门。
    Offices: several."""
    notes: tuple[Line, ...] = ()
    """备注：几行文字。
    Notes: lines of text."""
    pieces: tuple[Piece, ...] = ()
    """明细：逐项列出。
    Pieces: one by one."""
    desk: Desk | None = None
    """窗口：在哪里办。
    Desk: where to go."""
    since: Date | None = None
    """起始日：从哪天起。
    Since: from which day."""


KIND = Kind(name="sheets", title=Words("表", "Sheets"), record=Sheet)


def read(text: str) -> tuple[Any, tuple[Problem, ...]]:
    """The record that a text holds, and everything that is wrong with it."""
    document, problems = parse(Source("data/sheets/x.yaml", text.encode(), ""))
    entry, faults = decode(document, KIND, "x") if document else (None, ())
    return (entry.record if entry else None), (*problems, *faults)


def told(text: str) -> list[str]:
    """Every problem as ``CODE line:column``."""
    return [f"{one.code} {one.where.line}:{one.where.column}" for one in read(text)[1]]


def hint(text: str) -> str:
    """What is advised about the only problem."""
    problems = read(text)[1]
    assert len(problems) == 1, [one.message("en") for one in problems]
    assert problems[0].hint("zh-CN")
    return problems[0].hint("en")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("code", "00123", "00123"),
        ("code", "2026-03-02", "2026-03-02"),
        ("code", "1e3", "1e3"),
        ("title", "no", "no"),
        ("title", "12:30", "12:30"),
        ("title", "1.10", "1.10"),
        ("title", "TRUE", "TRUE"),
        ("title", '"甲: 乙 #3"', "甲: 乙 #3"),
        ("title", "'it''s'", "it's"),
        ("money", "12.50", Decimal("12.50")),
        ("money", "-0.01", Decimal("-0.01")),
        ("money", '"100"', Decimal(100)),
        ("money", "123456789012345.67", Decimal("123456789012345.67")),
        ("count", "0", 0),
        ("share", "12.5%", Decimal("12.5")),
        ("at", "1:30", time(1, 30)),
        ("at", "08:00", time(8)),
        ("month", "2026-03", "2026-03"),
        ("since", "2024-02-29", date(2024, 2, 29)),
        ("phone", "0571-88880000", "0571-88880000"),
        ("phone", "12345", "12345"),
        ("url", "https://example.org/a#b", "https://example.org/a#b"),
        ("file", "预算 2026.xlsx", "预算 2026.xlsx"),
        ("flag", "true", True),
        ("flag", "false", False),
        ("colour", "red", Colour.RED),
        ("offices", "[finance, canteen]", ("finance", "canteen")),
        ("notes", "[no, '1', 注意：甲]", ("no", "1", "注意：甲")),
        ("notes", "[]", ()),
        ("pieces", "[{id: a, amount: 1.10}]", (Piece(id="a", amount=Decimal("1.10")),)),
        ("desk", "{hours: 8:30}", Desk(hours="8:30")),
    ],
)
def test_a_value_is_what_its_field_says(field: str, typed: str, value: object) -> None:
    record, problems = read(f"{field}: {typed}\n" + ("title: 表\n" if field != "title" else ""))
    assert not problems
    assert getattr(record, field) == value
    if isinstance(value, Decimal):
        assert str(getattr(record, field)) == typed.strip("\"'%")


@pytest.mark.parametrize(
    ("typed", "expected", "advice"),
    [
        # Money: one way of writing it.
        ("money: 1,200.50", "VAL-02 1:8", "money: 1200.50"),
        ("money: 1 200", "VAL-02 1:8", "money: 1200"),
        ("money: 1e3", "VAL-02 1:8", "money: 1200.50"),
        ("money: 12.345", "VAL-02 1:8", "money: 1200.50"),
        ("money: 0123", "VAL-02 1:8", "money: 1200.50"),
        ("money: +5", "VAL-02 1:8", "money: 1200.50"),
        ("money: .5", "VAL-02 1:8", "money: 1200.50"),
        ("money: ¥1200", "VAL-02 1:8", "money: 1200"),
        ("money: 1200元", "VAL-02 1:8", "money: 1200"),
        ("money: 1.2万", "VAL-02 1:8", "money: 12000"),
        ("money: １２００", "VAL-02 1:8", "money: 1200"),
        ("money: 1２00", "VAL-02 1:8", "money: 1200"),
        ("money: −500", "VAL-02 1:8", "money: -500"),
        ("money: (500)", "VAL-02 1:8", "money: 1200.50"),
        ("money: .nan", "VAL-02 1:8", "money: 1200.50"),
        ("money: 0x1F", "VAL-02 1:8", "money: 1200.50"),
        ("money: 1_000", "VAL-02 1:8", "money: 1200.50"),
        ("count: 1.0", "VAL-01 1:8", "count: 120"),
        ("count: ٣", "VAL-01 1:8", "count: 120"),
        ("share: 12.5", "VAL-01 1:8", "share: 12.5%"),
        # Days and times: those of the calendar and the clock.
        ("since: 2026年3月2日", "VAL-01 1:8", "since: 2026-03-02"),
        ("since: 2026-3-2", "VAL-01 1:8", "since: 2026-03-02"),
        ("since: 2026/03/02", "VAL-01 1:8", "since: 2026-03-02"),
        ("since: 2026.3.2", "VAL-01 1:8", "since: 2026-03-02"),
        ("since: 20260302", "VAL-01 1:8", "since: 2026-03-02"),
        ("since: 2026-02-30", "VAL-03 1:8", "since: 2026-03-02"),
        ("since: 2026-03-02T10:00:00Z", "VAL-01 1:8", "since: 2026-03-02"),
        ("at: 24:00", "VAL-03 1:5", "at: 08:30"),
        ("at: 8：30", "VAL-01 1:5", "at: 8:30"),
        ("at: 750", "VAL-01 1:5", "at: 08:30"),
        ("month: 2026-13", "VAL-03 1:8", "month: 2026-03"),
        ("month: 2026年3月", "VAL-01 1:8", "month: 2026-03"),
        # Yes and no, choices.
        ("flag: yes", "VAL-05 1:7", "flag: true"),
        ("flag: off", "VAL-05 1:7", "flag: false"),
        ("flag: 否", "VAL-05 1:7", "flag: false"),
        ("flag: True", "VAL-05 1:7", "flag: true"),
        ("colour: 红", "VAL-06 1:9", "colour: red"),
        ("colour: gren", "VAL-06 1:9", "colour: green"),
        ("colour: Red", "VAL-06 1:9", "colour: red"),
        # Nothing, too much, and the wrong shape.
        ("money:", "VAL-04 1:7", "money: 1200.50"),
        ("money: ~", "VAL-11 1:8", "money: 1200.50"),
        ("code: null", "VAL-11 1:7", "code: 00123"),
        ("notes: [a, ]\ndesk: {phone: }", "VAL-04 2:15", "phone: 0571-88880000"),
        ("code: [a]", "VAL-09 1:7", "code: 00123"),
        ("code:\n  a: b", "VAL-09 2:3", "code: 00123"),
        ("code: 第一\n  第二", "VAL-10 1:7", "code: 第一 第二"),
        ("code: |\n  第一\n  第二", "VAL-10 1:7", "code: 第一第二"),
        ("code: '甲 '", "VAL-12 1:7", "code: 甲"),
        ("body: >\n  第一\n  第二", "YAML-17 1:7", "body: |"),
        ("offices: finance", "VAL-07 1:10", "offices: [finance]"),
        ("offices: finance，canteen", "VAL-07 1:10", "offices: [finance, canteen]"),
        ("offices: [finance，canteen]", "YAML-07 1:18", "[finance, canteen]"),
        ("offices:\n  - Finance", "VAL-01 2:5", "- finance"),
        ("office: data/offices/general_affairs.yaml", "VAL-01 1:9", "office: general-affairs"),
        ("desk: 行政楼", "VAL-08 1:7", "phone: 0571-88880000"),
        ("desk: {hours: 全天，phone：12345}", "YAML-07 1:17", "hours: 全天, phone: 12345"),
        ("pieces:\n  - id：a", "YAML-06 2:7", "- id: a"),
        ("pieces:\n  - id:a", "YAML-08 2:7", "- id: a"),
        # Names.
        ("mony: 1", "REC-01 1:1", "money: 1"),
        ("Money: 1", "REC-01 1:1", "money: 1"),
        ("金额: 1", "REC-01 1:1", "money: 1"),
        ("since on: 2026-03-02", "REC-06 1:1", "since"),
        ("mоney: 1", "REC-06 1:1", "money: 1"),
        ('"money ": 1', "REC-06 1:1", "money: 1"),
        ("ｍoney: 1", "REC-06 1:1", "money: 1"),
        ("fi\u0301le: a.pdf", "REC-06 1:1", "file: a.pdf"),
        ("nothing_like_it: 1", "REC-01 1:1", "title, title_en"),
        ("pieces: [{id: a, amount: 1}, {id: a, amount: 2}]", "REC-03 1:35", "a-2"),
        ("pieces: [{id: a}]", "REC-02 1:10", "amount: 1200.50"),
    ],
)  # fmt: skip
def test_what_is_typed_wrong_is_told_with_the_line_as_it_should_be(
    typed: str, expected: str, advice: str
) -> None:
    assert told(f"{typed}\ntitle: 表\n") == [expected]
    assert advice in hint(f"{typed}\ntitle: 表\n")


def test_the_strange_character_is_named() -> None:
    message = read("mоney: 1\ntitle: 表\n")[1][0].message("en")
    assert "U+043E CYRILLIC SMALL LETTER O" in message
    assert "“money”" in message


def test_a_misspelt_name_is_not_missed_and_its_value_is_read() -> None:
    """One slip is one problem; what stands behind it is looked at in the same run."""
    assert told("titel: 表\n") == ["REC-01 1:1"]
    assert told("titel: 表\nmony: 1,200\n") == ["REC-01 1:1", "REC-01 2:1", "VAL-02 2:7"]
    assert told("mony: 1\n") == ["REC-01 1:1", "REC-02 1:1"]


def test_nothing_is_missed_where_something_could_not_be_read() -> None:
    assert told("这一行没有名称\nmoney: 1\n") == ["YAML-09 1:1"]
    assert told("title: @表\nmoney: 1\n") == ["YAML-09 1:8"]
    assert told("title: 表\npieces:\n  - id: a\n    这里没有名称\n") == ["YAML-09 4:5"]
    assert told("title: 表\npieces:\n  - id: *a\n    amount: 1\n") == ["YAML-03 3:9"]


def test_all_mistakes_of_a_file_are_told_in_one_run() -> None:
    text = "titel：表\nmoney: 1,200\nflag: yes\ndesk:\n  phone:12345\n  huors: 全天\n"
    text += "pieces:\n  - id: a\n    amount: 1e3\n"
    assert sorted(told(text)) == [
        "REC-01 1:1", "REC-01 6:3", "VAL-02 2:8", "VAL-02 9:13", "VAL-05 3:7", "YAML-06 1:6", "YAML-08 5:8",
    ]  # fmt: skip


def test_a_slip_in_a_long_text_is_told_at_its_character() -> None:
    text = "title: 表\nbody: |\n  第一段。\n\n  3. 甲\n  5. 乙\n"
    assert told(text) == ["MD-06 6:3"]
    assert told('title: 表\nbody: "见 <br> 下"\n') == ["MD-04 2:10"]


def test_a_warning_forbids_nothing() -> None:
    """A record that somebody should look at is still a record."""
    record, problems = read("title: 表\nbody: |\n  **注意：请按时缴费。\n")
    assert [one.severity for one in problems] == [Severity.WARNING]
    assert isinstance(record.body, Prose)


def test_no_more_is_told_than_anybody_reads() -> None:
    problems = read("title: 表\n" + "".join(f"wrong{number}: 1\n" for number in range(900)))[1]
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].mistake is files.MANY_PROBLEMS


def test_rows_stand_in_one_place() -> None:
    """A table beside a record takes the place of its rows; what is wrong in a cell is told in the table."""
    from site_builder.kinds.registers import KIND as REGISTERS

    head = "title: 登记\ncolumns:\n  - {name: day, title: 日期, type: date}\n"
    rows = Source("data/registers/x.csv", b"day\n2026-03-02\n", "")
    document, problems = parse(Source("data/registers/x.yaml", head.encode(), ""), rows)
    assert document is not None
    assert not problems
    entry, faults = decode(document, REGISTERS, "x")
    assert not faults
    assert entry is not None
    assert entry.record.rows == ({"day": "2026-03-02"},)
    twice, _ = parse(Source("data/registers/x.yaml", f"{head}rows: []\n".encode(), ""), rows)
    assert twice is not None
    assert [one.code for one in decode(twice, REGISTERS, "x")[1]] == ["REC-05"]


VALUES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.from_regex(r"[-0-9.,:e%年月]{1,12}", fullmatch=True),
    st.sampled_from(
        ["", "~", "yes", "[", "[a", "{a: b}", "[[a]]", "|\n  甲", ">\n  甲", "甲，乙", "&a", "*a", "red"]
    ),
)
FIELDS = [*Sheet.__struct_fields__, "标题", "mony", "id", "a b"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=8))
def test_nothing_can_make_it_fail(pairs: list[tuple[str, str]]) -> None:
    """Whatever is typed into a field: a record, or problems inside the file that can be said."""
    text = "title: 表\n" + "".join(f"{name}: {value}\n" for name, value in pairs)
    lines = text.replace("\r\n", "\n").split("\n")
    record, problems = read(text)
    assert record is not None or problems
    for problem in problems:
        assert problem.message("zh-CN")
        assert problem.hint("en")
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1
