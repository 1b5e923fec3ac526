"""Numbers of persons are found in whatever way they are written, and other numbers are left alone."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from site_builder.model.private_numbers import hidden, is_identity, private_numbers

FULL = str.maketrans("0123456789", "０１２３４５６７８９")
SPOKEN = str.maketrans("0123456789", "〇一二三四五六七八九")


def identity(dice: random.Random) -> str:
    """A made-up number that fits the rules."""
    born = date(1950, 1, 1) + timedelta(days=dice.randrange(27_000))
    start = f"{dice.choice(('11', '33', '44', '62'))}0105{born:%Y%m%d}{dice.randrange(1000):03d}"
    return next(start + last for last in "0123456789X" if is_identity((start + last).lower()))


def mobile(dice: random.Random) -> str:
    return f"1{dice.choice('3456789')}{dice.randrange(10**9):09d}"


def card(dice: random.Random) -> str:
    start = f"6222{dice.randrange(10**14):014d}"
    doubled = [int(sign) * (2 - at % 2) for at, sign in enumerate(reversed(start))]
    return start + str(-sum(one - 9 if one > 9 else one for one in doubled) % 10)


def cut(number: str, *sizes: int, by: str = " ") -> str:
    """The number in groups."""
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return by.join([*parts, number[at:]] if at < len(number) else parts)


Make = Callable[[random.Random], str]
Spell = Callable[[str], str]

SPELLINGS: dict[str, tuple[Make, list[Spell]]] = {
    "PRV-01": (
        identity,
        [
            str,
            lambda one: cut(one, 6, 8),
            lambda one: cut(one, 6, 4, 4),
            lambda one: cut(one, 6, 8, by="-"),
            lambda one: cut(one, *([1] * 18)),
            lambda one: one.translate(FULL),
            lambda one: f"（{one}）",
            lambda one: f"G{one}",
            str.lower,
        ],
    ),
    "PRV-02": (
        mobile,
        [
            str,
            lambda one: cut(one, 3, 4),
            lambda one: cut(one, 3, 4, by="-"),
            lambda one: cut(one, 3, 4, by="—"),
            lambda one: cut(one, 3, 4, by="."),
            lambda one: cut(one, 3, 4, by=" - "),
            lambda one: cut(one, 4, 3),
            lambda one: cut(one, 3),
            lambda one: cut(one, *([1] * 11)),
            lambda one: f"+86{one}",
            lambda one: f"+86 {cut(one, 3, 4)}",
            lambda one: f"0086-{one}",
            lambda one: f"0{one}",
            lambda one: f"(+86){one}",
            lambda one: f"（{one[:3]}）{one[3:]}",
            lambda one: one.translate(FULL),
            lambda one: one.translate(SPOKEN),
            lambda one: cut(one, 3, 4, by="\u3000"),
        ],
    ),
    "PRV-03": (card, [str, lambda one: cut(one, 4, 4, 4, 4), lambda one: cut(one, 4, 4, 4, 4, by="-")]),
}


@pytest.mark.parametrize("code", SPELLINGS)
def test_every_spelling_is_found_and_hidden(code: str) -> None:
    make, spellings = SPELLINGS[code]
    dice = random.Random(7)
    for spell in spellings:
        for _ in range(60):
            written = spell(make(dice))
            for text in (f"联系人：{written}。", f"请打{written}找他", written, f"2026 年的 {written} 号"):
                found = [one.code for one in private_numbers(text)]
                assert found == [code], text
                assert len(hidden(text)) == len(text)
                assert list(private_numbers(hidden(text))) == []


def ordinary(dice: random.Random) -> str:
    """A number as offices write them."""
    month = f"{dice.randrange(2016, 2030)}-{dice.randrange(1, 13):02d}"
    choices = (
        f"{month}-{dice.randrange(1, 29):02d} 8:30—17:00",
        f"0{dice.randrange(311, 1000)}-{dice.randrange(10**6, 10**8)}",
        f"{dice.randrange(10**4, 10**9) / 100:,.2f} 元",
        f"QX-{month}-{dice.randrange(10**4):04d}",
        f"12330{dice.randrange(10**9):09d}{dice.randrange(10)}X{dice.randrange(10)}",
        f"第 {dice.randrange(1, 200)} 号，{dice.randrange(1, 99)}、{dice.randrange(1, 99)}、{dice.randrange(1, 99)}",
        f"{dice.randrange(1, 99)} {dice.randrange(1, 99)} {dice.randrange(1, 999)} {dice.randrange(1, 9999)}",
        f"690{dice.randrange(10**10):010d}",
        f"400-{dice.randrange(1000):03d}-{dice.randrange(10**4):04d}",
    )
    return dice.choice(choices)


def test_other_numbers_are_left_alone() -> None:
    """At most one false alarm in a thousand."""
    dice = random.Random(11)
    texts = [f"见{ordinary(dice)}，{ordinary(dice)}。" for _ in range(10_000)]
    alarms = [text for text in texts if any(private_numbers(text))]
    assert len(alarms) <= 10, alarms[:5]
