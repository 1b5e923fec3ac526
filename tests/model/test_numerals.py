"""Amounts in capitals: read back they are the same amount, and every spelling offices use is accepted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.numerals import in_words, says

DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read(words: str) -> Decimal:
    """The amount that capitals stand for, read from left to right as a cashier does."""
    total = section = digit = 0
    fen = 0
    for sign in words.removesuffix("整"):
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in UNITS:
            section, digit = section + digit * UNITS[sign], 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif sign == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        elif sign == "元":
            total, section, digit = total + section + digit, 0, 0
        elif sign == "角":
            fen, digit = fen + digit * 10, 0
        elif sign == "分":
            fen, digit = fen + digit, 0
    return total + Decimal(fen) / 100


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("120.00", "壹佰贰拾元整"),
        ("1008.05", "壹仟零捌元零伍分"),
        ("0.50", "伍角"),
        ("0.05", "伍分"),
        ("10000", "壹万元整"),
        ("100500", "壹拾万零伍佰元整"),
        ("471300.00", "肆拾柒万壹仟叁佰元整"),
        ("20000005", "贰仟万零伍元整"),
        ("100000001.10", "壹亿零壹元壹角"),
        ("-3.20", "负叁元贰角"),
    ],
)
def test_amounts_in_capitals(amount: str, words: str) -> None:
    assert in_words(Decimal(amount)) == words


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_capitals_read_back_are_the_amount(fen: int) -> None:
    amount = Decimal(fen) / 100
    assert read(in_words(amount)) == amount


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=10**9))
def test_only_the_same_amount_is_accepted(one: int, other: int) -> None:
    assert says(in_words(Decimal(one) / 100), Decimal(other) / 100) is (one == other)


@pytest.mark.parametrize(
    "words", ["人民币壹拾万柒仟元伍角叁分", "壹拾万零柒仟圆零伍角叁分", "人民币：壹拾万柒仟元伍角叁分整"]
)
def test_other_spellings_are_accepted(words: str) -> None:
    assert says(words, Decimal("107000.53"))
