"""What people read in the terminal: the line, a caret under the very character, and nothing a terminal would obey."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.catalogue import mistakes_by_code
from site_builder.edge.excerpt import WIDEST, width, window
from site_builder.edge.terminal import as_annotations, as_json, as_text, explained
from site_builder.mistakes import values, yaml
from site_builder.model.problem import Location, Problem

MONEY = {"key": "amount", "found": "1,200", "reason": "…", "corrected": "amount: 1200"}


def columns(text: str) -> int:
    """How wide a terminal shows a text."""
    return sum(map(width, text))


def under(line: str, column: int) -> str:
    """The character above the caret."""
    shown, caret = window(line, column)
    at = 0
    for sign in shown:
        if at == len(caret) - 1:
            return sign
        at += width(sign)
    return ""


def test_the_caret_stands_under_the_character(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yaml").write_text("title: 甲\n金额（元）：1,200 # 注\n", "utf-8")
    problem = Problem(Location("data/a.yaml", 2, 7), values.NOT_MONEY, MONEY)
    assert list(as_text([problem], tmp_path, "en")) == [
        "data/a.yaml:2:7: error VAL-02: “1,200” is not an amount: …",
        "    金额（元）：1,200 # 注",
        "                ^",
        "    → write yuan in digits with at most two decimals: amount: 1200",
    ]


@pytest.mark.parametrize(
    ("line", "column", "sign"),
    [
        ("amount: 1,200", 9, "1"),
        ("标题：收费公示", 3, "："),
        ("标题：收费公示", 4, "收"),
        ("ｔｉｔｌｅ: x", 8, "x"),
        ("e\u0301tat: 甲", 8, "甲"),
        ("\tphone: 1", 2, "p"),
        ("a\u200bb: 1", 2, "·"),
        ("a\u200bb: 1", 3, "b"),
        ("第" * 300 + "甲" + "第" * 300, 301, "甲"),
        ("x" * 300 + "甲" + "y" * 300, 301, "甲"),
        ("甲" + "第" * 300, 1, "甲"),
        ("第" * 300 + "甲", 301, "甲"),
        ("amount:", 8, ""),
        ("", 1, ""),
    ],
)
def test_wide_and_invisible_characters_move_no_caret(line: str, column: int, sign: str) -> None:
    assert under(line, column) == sign


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=400), st.integers(1, 500))
def test_no_line_is_too_long_or_dangerous(line: str, column: int) -> None:
    shown, caret = window(line, column)
    assert columns(shown) <= WIDEST + 2
    assert len(caret) <= WIDEST + 2
    assert shown.isprintable()


def test_long_lines_say_that_they_go_on() -> None:
    shown, _ = window("x" * 500, 250)
    assert shown[0] == shown[-1] == "…"
    assert window("x" * 500, 1)[0][0] == "x"


def test_what_cannot_be_shown_is_left_out(tmp_path: Path) -> None:
    """A problem of a file that has gone, of another kind of file, or of a line that is not there."""
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    (tmp_path / "x.yaml").write_bytes(b"a: 1\n")
    for where in (Location("gone.yaml"), Location("x.pdf"), Location("x.yaml", 9), Location("a\\x00b.yaml")):
        assert len(list(as_text([Problem(where, yaml.EMPTY_FILE)], tmp_path, "zh-CN"))) == 2


def test_a_file_that_was_mended_is_shown_as_it_is_now(tmp_path: Path) -> None:
    """The preview tells problems again and again while somebody writes."""
    for text in ("a: 1\n", "b: 2\n"):
        (tmp_path / "x.yaml").write_text(text, "utf-8")
        lines = list(as_text([Problem(Location("x.yaml"), yaml.EMPTY_FILE)], tmp_path, "zh-CN"))
        assert lines[1] == f"    {text.strip()}"


def test_other_encodings_show_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes("title: 收费\n".encode("gbk"))
    lines = list(as_text([Problem(Location("x.yaml", 1, 8), yaml.EMPTY_FILE)], tmp_path, "zh-CN"))
    assert lines[1].startswith("    title: ")
    assert lines[2] == "           ^"


def test_nothing_that_a_terminal_would_obey_is_printed(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("title: \x1b[2J\x07\u202e\n", "utf-8")
    found = {"key": "\x1b]0;x\x07", "first": 1}
    for line in as_text([Problem(Location("x.yaml", 1, 8), yaml.DUPLICATE_KEY, found)], tmp_path, "en"):
        assert line.isprintable()


def test_problems_as_data_hold_all_of_them() -> None:
    problem = Problem(Location("data/a.yaml", 2, 7), values.NOT_MONEY, MONEY)
    assert json.loads(as_json([problem], "en")) == [
        {
            "file": "data/a.yaml",
            "line": 2,
            "column": 7,
            "severity": "error",
            "code": "VAL-02",
            "message": "“1,200” is not an amount: …",
            "hint": "write yuan in digits with at most two decimals: amount: 1200",
        }
    ]


def test_annotations_are_one_line_each_and_cannot_be_broken_out_of() -> None:
    found = {**MONEY, "found": "50%\n::error::x"}
    problem = Problem(Location("data/a,b:c.yaml", 2, 7), values.NOT_MONEY, found)
    (line,) = as_annotations([problem], "en")
    assert line.startswith("::error file=data/a%2Cb%3Ac.yaml,line=2,col=7::VAL-02: “50%25%0A::error::x”")
    assert "\n" not in line


@pytest.mark.parametrize("code", mistakes_by_code())
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_code_is_explained(code: str, language: str) -> None:
    """In both languages, without a placeholder that nobody filled in."""
    mistake = mistakes_by_code()[code]
    said = explained(mistake, language)
    assert said.startswith(f"{code}  ")
    assert mistake.told.why.say(language) in said
    assert mistake.told.message.zh != mistake.told.message.en
    shown = said.replace(mistake.told.wrong, "").replace(mistake.told.right, "")
    assert "{found}" not in shown
    assert "{key}" not in shown
