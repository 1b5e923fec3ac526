"""The language of checks and formulas: what expressions give, and what is told of those that cannot be read."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.functions import FUNCTIONS, Unset
from site_builder.kinds.registers.expressions.grammar import DEEPEST, LONGEST
from site_builder.kinds.registers.expressions.meaning import meaning, names_in, tells_rows_apart
from site_builder.kinds.registers.expressions.scope import Field, Scope, Sort, Term
from site_builder.kinds.registers.results import in_words
from site_builder.model.days import Workdays
from site_builder.model.profile import shipped_profile

ROWS = 4
COLUMNS: dict[str, tuple[Sort, list[Any]]] = {
    "grams": (Sort.NUMBER, [130, 110, None, 125]),
    "price": (Sort.NUMBER, [Decimal("2.50"), Decimal(0), Decimal(4), None]),
    "rate": (Sort.PERCENT, [Decimal("0.9"), Decimal(1), None, Decimal("0.25")]),
    "meal": (Sort.TEXT, ["午餐", "午餐", "晚餐", "晚餐"]),
    "dish": (Sort.TEXT, ["清炒四季豆", "番茄炒蛋", None, "红烧鸡块"]),
    "on": (Sort.DATE, [date(2026, 4, 3), date(2026, 4, 7), None, date(2026, 4, 8)]),
    "back-on": (Sort.DATE, [date(2026, 4, 7), None, None, date(2026, 4, 8)]),
    "from": (Sort.MOMENT, [datetime(2026, 4, 16, 11, 30), None, None, None]),
    "to": (Sort.MOMENT, [datetime(2026, 4, 18, 10, 0), None, None, None]),
    "opens": (Sort.TIME, [time(8, 30), None, None, None]),
    "paid": (Sort.TRUTH, [True, False, None, True]),
    "a-b": (Sort.NUMBER, [7, 7, 7, 7]),
}
WORDS: dict[str, list[str | None]] = {"grams": [None, None, "未到期", None]}
CHOICES = {"meal": ("早餐", "午餐", "晚餐")}


def scope(**more: Any) -> Scope:
    fields = {
        name: Field(sort, values, WORDS.get(name, [None] * ROWS), CHOICES.get(name, ()))
        for name, (sort, values) in COLUMNS.items()
    }
    off = Workdays(off=frozenset({date(2026, 4, 6)}))
    period = (date(2026, 3, 2), date(2026, 3, 31))
    return Scope(fields, ROWS, date(2026, 3, 12), off, shipped_profile(), period, **more)


def values(text: str, **more: Any) -> list[Any]:
    term = meaning(text, scope(**more))
    assert isinstance(term, Term), term
    return [term.at(row) for row in range(ROWS)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 2 - 3", 5),
        ("12 / 4 / 3", 1),
        ("-grams + 1", -129),
        ("a-b - 1", 6),
        ("grams * price", Decimal("325.00")),
        ("grams / 0", None),
        ("50% * 10", 5),
        ("rate = 90%", True),
        ("rate + 5%", Decimal("0.95")),
        ("grams > 100 and grams < 200", True),
        ("not grams > 100 or paid", True),
        ("not (grams > 100 or paid)", False),
        ("grams >= 130 and not paid", False),
        ('meal = "午餐"', True),
        ('meal in ["午餐", "晚餐"]', True),
        ('meal not in ["早餐"]', True),
        ("grams in [1, 130]", True),
        ("on = 2026-04-03", True),
        ("on + 4 = back-on", True),
        ("month(on) = 2026-04", True),
        ("opens < 12:00", True),
        ("days(on, back-on)", 4),
        ("working_days(on, back-on)", 1),  # the weekend and the holiday lie between
        ("working_days(back-on, on)", 0),
        ("days(from, to)", 2),
        ("hours(from, to)", Decimal("46.5")),
        ("hours(opens, opens)", 0),
        ("today", date(2026, 3, 12)),
        ("days(starts_on, ends_on)", 29),
        ("round(elapsed(), 4)", Decimal("0.3333")),
        ("round(10 / 3, 2)", Decimal("3.33")),
        ("floor(7 / 2)", 3),
        ("abs(1 - 3)", 2),
        ("rank(meal)", 2),
        ('setting("sample.grams")', 125),
        ('setting("training.attendance") = 90%', True),
        ('mentioned(dish, setting("canteen.forbidden"))', "四季豆"),
        ('mentioned(dish, "鸡")', ""),
        # What a Chinese keyboard types means the same.
        ("（1＋2）×3＝9", True),
        ("meal = “午餐” and grams ≥ 130", True),
        ("12 ÷ 4 − 1", 2),
        ("meal in 【“午餐”，“晚餐”】", True),
    ],
)
def test_what_an_expression_gives_in_the_first_row(text: str, first: Any) -> None:
    assert values(text)[0] == first


@pytest.mark.parametrize(
    ("text", "by", "found"),
    [
        ("grams", (), [130, 110, None, 125]),
        ("grams + 1 > 0", (), [True, True, None, True]),
        # One side may decide alone; else what is not known stays so.
        ("grams > 500 and paid", (), [False, False, None, False]),
        ("grams > 0 or paid", (), [True, True, None, True]),
        ("filled(grams)", (), [True, True, False, True]),
        ("state(grams)", (), ["", "", "未到期", ""]),
        ("count()", (), [4, 4, 4, 4]),
        ("count()", ("meal",), [2, 2, 2, 2]),
        ("count(paid)", ("meal",), [1, 1, 1, 1]),
        ("sum(grams)", ("meal",), [240, 240, 125, 125]),
        ("average(grams)", ("meal",), [120, 120, 125, 125]),
        ("min(price)", (), [0, 0, 0, 0]),
        ("max(on)", (), [date(2026, 4, 8)] * 4),
        ("distinct(meal)", (), [2, 2, 2, 2]),
        ("previous(grams)", (), [None, 130, 110, 110]),
        ("previous(grams)", ("meal",), [None, 130, None, None]),
        ("previous(grams * 2)", (), [None, 260, 220, 220]),
        ("first", ("meal",), [True, False, True, False]),
        ("grams / sum(grams) < 50%", (), [True, True, None, True]),
        ("sum(price)", ("on",), [Decimal("2.50"), 0, None, 0]),  # a row without a day is in no group
    ],
)
def test_what_an_expression_gives_in_each_row(text: str, by: tuple[str, ...], found: list[Any]) -> None:
    assert values(text, by=by) == found


def test_only_the_rows_that_count_are_grouped() -> None:
    assert values("count()", kept=[True, False, True, True]) == [3, None, 3, 3]


@pytest.mark.parametrize(
    ("text", "at", "what", "remedy"),
    [
        ("", 0, "missing", "column"),
        ("grams >", 6, "missing", "column"),
        ("grams > = 3", 8, "missing", "column"),
        ("grams 3", 6, "out of place", "sign"),
        ("(grams > 3", 9, "“)” is missing", "pairs"),
        ("grams > 3)", 9, "out of place", "sign"),
        ("grms > 3", 0, "did you mean grams?", "grams"),
        ("grams-price > 3", 0, "no such column", "spaces"),
        ("Grams > 3", 0, "not known", "small letters"),
        ("meal = 午餐", 7, "not quoted", '"午餐"'),
        ('meal = "午餐', 7, "not closed", "behind"),
        ('meal = "夜宵"', 7, "no choice “夜宵”", "早餐"),
        ('meal in ["午餐", "夜宵"]', 15, "no choice", "晚餐"),
        ("grams ; 3", 6, "“;”", "signs"),
        ("grams = meal", 6, "cannot be compared", "like with like"),
        ("meal > dish", 5, "neither greater", "="),
        ("paid = paid", 5, "needs no comparison", "not"),
        ("meal + 1", 5, "cannot be reckoned", "days"),
        ("on - back-on", 3, "cannot be reckoned", "days(a, b)"),
        ("1 < grams < 3", 10, "two values", "and"),
        ("grams and paid", 6, "joins conditions", "a > 0"),
        ("not grams", 0, "joins conditions", "a > 0"),
        ("-meal", 0, "before a number", "away"),
        ('meal in "午餐"', 5, "not a list", "["),
        ('[1, "a"]', 0, "a list holds", "good"),
        ("[]", 0, "a list holds", "good"),
        ("open(meal)", 0, "no such function", "filled"),
        ("sums(grams)", 0, "did you mean sum?", "count"),
        ("days(on)", 0, "cannot use", "days("),
        ("days(grams, on)", 0, "cannot use", "days("),
        ("hours(on, opens)", 0, "cannot use", "hours("),
        ("count(grams)", 0, "cannot use", "count("),
        ("sum(meal)", 0, "cannot use", "sum("),
        ("sum(sum(grams))", 4, "inside one another", "formula"),
        ("rank(grams)", 0, "cannot use", "rank("),
        ("state(1)", 0, "cannot use", "state("),
        ("month(grams)", 0, "cannot use", "month("),
        ("round(grams, 9)", 0, "cannot use", "round("),
        ("round(meal)", 0, "cannot use", "round("),
        ("mentioned(grams, meal)", 0, "cannot use", "mentioned("),
        ("setting(meal)", 0, "cannot use", "setting("),
        ('setting("sample.gram")', 8, "did you mean sample.grams?", "profile.md"),
        ("on = 2026-02-30", 5, "there is no 2026-02-30", "check"),
        ("opens < 25:00", 8, "there is no 25:00", "check"),
        ("grams.real", 5, "“.”", "signs"),
        ("__import__", 0, "no such column", "grams"),
        ("1 " * LONGEST, 0, "characters", "several"),
        ("(" * DEEPEST + "1" + ")" * DEEPEST, DEEPEST, "inside one another", "several"),
        ("not " * DEEPEST + "paid", 4 * DEEPEST, "inside one another", "several"),
        ("1 - " + "-" * DEEPEST + "1", 4 + DEEPEST - 1, "inside one another", "several"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(text: str, at: int, what: str, remedy: str) -> None:
    fault = meaning(text, scope())
    assert isinstance(fault, Fault), fault
    assert fault.at == at
    assert what in fault.what.en
    assert remedy in fault.remedy.en
    assert fault.what.zh
    assert fault.remedy.zh


def test_a_setting_without_a_value_says_nothing() -> None:
    assert isinstance(meaning('price >= setting("wage.minimum")', scope()), Unset)


@pytest.mark.parametrize(
    "text",
    [
        "round(1000000000000000 * 1000000000000000 * 1000000000000000, 6)",
        "floor(grams / 0)",
        "on + 99999999",
        "days(on + 99999999, on)",
    ],
)
def test_what_cannot_be_reckoned_is_not_known(text: str) -> None:
    assert values(text)[0] is None


@pytest.mark.parametrize(
    ("text", "by", "apart"),
    [
        ("grams > 3", (), True),
        ("count() > 3", (), False),
        ("count() >= max(grams)", ("meal",), False),
        ('meal = "午餐" or count() > 1', ("meal",), False),
        ('meal = "午餐" or count() > 1', (), True),
        ("sum(grams) > grams", (), True),
        ("previous(3) = 3", (), True),
        ("first", (), True),
        ("today > ends_on", (), False),
    ],
)
def test_checks_of_rows_and_checks_of_groups(text: str, by: tuple[str, ...], apart: bool) -> None:
    assert tells_rows_apart(text, by, frozenset(COLUMNS)) is apart


def test_names_are_found_in_order() -> None:
    assert names_in("filled(dish) or grams > sum(price) and today > on") == (
        "dish",
        "grams",
        "price",
        "today",
        "on",
    )
    assert names_in("grams >") == ()


_PIECES = [
    *COLUMNS, *(f"{name}(" for name in FUNCTIONS), *"()[],+-*/=<>≥≠", "and", "or", "not", "in", "today", "first",
    "0", "1", "7.25", "999999999999999", "50%", "2026-04-03", "2026-04", "08:30", '"午餐"', '"sample.grams"',
    "“", "单位",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from([(), ("meal",), ("on", "meal")]))
@settings(max_examples=400, deadline=None)
def test_nothing_that_is_written_can_stop_it(pieces: list[str], by: tuple[str, ...]) -> None:
    """Whatever is typed is read or told; what is read gives a value, or none, in every row."""
    text = " ".join(pieces)
    found = meaning(text, scope(by=by))
    if isinstance(found, Term):
        assert [in_words(found.at(row), found.sort).zh for row in range(ROWS)]
    elif isinstance(found, Fault):
        assert 0 <= found.at <= len(text)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_a_function_calls_it(name: str) -> None:
    assert FUNCTIONS[name].example.startswith(f"{name}(")
    assert FUNCTIONS[name].least <= FUNCTIONS[name].most
