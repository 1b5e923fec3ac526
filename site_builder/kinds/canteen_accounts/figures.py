"""What follows from a canteen's account: sums, shares, the surplus, the year so far."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.canteen_accounts.record import (
    CanteenAccount,
    Expense,
    ExpenseKind,
    Income,
    IncomeKind,
)
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Percent

NOTHING, FEN, TENTH = Decimal("0.00"), Decimal("0.01"), Decimal("0.1")


class AccountFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A month in numbers, and the year up to it."""

    income: Decimal
    """收入合计：各行之和。
    Income: of all lines."""
    expenses: Decimal
    """支出合计：各行之和。
    Expenses: of all lines."""
    shares: tuple[Percent | None, ...]
    """Of each expense in the income, in hundredths."""
    share: Percent | None
    """支出占比：支出合计占收入。
    Share: of all expenses in the income."""
    surplus: Decimal
    """盈余：收入减支出，亏损为负。
    Surplus: income less expenses; negative for a loss."""
    surplus_rate: Percent | None
    """盈余率：盈余占收入。
    Surplus rate: of the income, in hundredths."""
    ingredients: Decimal
    """食材成本：各食材行之和。
    Ingredients: of all their lines."""
    ingredient_share: Percent | None
    """食材占比：食材成本占伙食费收入。
    Ingredient share: of the income from meals, in hundredths."""
    per_meal: Decimal | None
    """每餐食材：食材成本除以人次。
    Ingredients a meal: their cost by the meals served."""
    year_income: Decimal
    """本年累计收入：一月到本月。
    Income of the year: from January to this month."""
    year_expenses: Decimal
    """本年累计支出：一月到本月。
    Expenses of the year: from January to this month."""
    year_surplus: Decimal
    """本年累计盈余：累计收入减累计支出。
    Surplus of the year: income less expenses."""
    year_rate: Percent | None
    """本年盈余率：累计盈余占累计收入。
    Surplus rate of the year: of its income, in hundredths."""


def total(lines: Iterable[Income | Expense]) -> Decimal:
    """The amounts of some lines together."""
    return sum((line.amount for line in lines), NOTHING)


def surplus(record: CanteenAccount) -> Decimal:
    """Income less expenses; negative for a loss."""
    return total(record.income) - total(record.expenses)


def ingredients(record: CanteenAccount) -> Decimal:
    """What was spent on ingredients."""
    return total(line for line in record.expenses if line.kind is ExpenseKind.INGREDIENTS)


def paid_for_meals(record: CanteenAccount) -> Decimal:
    """What came in for meals."""
    return total(line for line in record.income if line.kind is IncomeKind.MEALS)


def rate(part: Decimal, whole: Decimal, digits: Decimal = FEN) -> Decimal | None:
    """`part` of `whole` in hundredths; None where there is no whole."""
    return (100 * part / whole).quantize(digits, ROUND_HALF_UP) if whole else None


def months_so_far(entry: Entry[CanteenAccount], corpus: Corpus) -> list[CanteenAccount]:
    """The accounts of the same canteen from January to the month itself."""
    own = entry.record
    found = (one.record for one in corpus.by("canteen-accounts", "canteen").get(own.canteen, ()))
    return [one for one in found if one.month[:4] == own.month[:4] and one.month <= own.month]


def figures(entry: Entry[CanteenAccount], corpus: Corpus) -> AccountFigures:
    """Sums and shares of the month and of the year so far."""
    record, year = entry.record, months_so_far(entry, corpus)
    income, expenses = total(record.income), total(record.expenses)
    year_income = sum((total(one.income) for one in year), NOTHING)
    year_surplus = sum((surplus(one) for one in year), NOTHING)
    cost = ingredients(record)
    return AccountFigures(
        income=income,
        expenses=expenses,
        shares=tuple(rate(line.amount, income, TENTH) for line in record.expenses),
        share=rate(expenses, income, TENTH),
        surplus=income - expenses,
        surplus_rate=rate(income - expenses, income),
        ingredients=cost,
        ingredient_share=rate(cost, paid_for_meals(record), TENTH),
        per_meal=(cost / record.meals).quantize(FEN, ROUND_HALF_UP) if record.meals else None,
        year_income=year_income,
        year_expenses=year_income - year_surplus,
        year_surplus=year_surplus,
        year_rate=rate(year_surplus, year_income),
    )
