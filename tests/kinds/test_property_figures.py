"""Figures of canteens and counts, and how much some of their mistakes weigh."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from site_builder.kinds.assets.record import AssetList
from site_builder.kinds.canteen_accounts.figures import figures
from site_builder.kinds.canteen_accounts.record import (
    CanteenAccount,
    Expense,
    ExpenseKind,
    Income,
    IncomeKind,
)
from site_builder.kinds.canteen_accounts.rules import published_in_time, surplus_is_small
from site_builder.kinds.stocktakes.figures import figures as counted
from site_builder.kinds.stocktakes.record import CountLine, Scope, Stocktake
from site_builder.kinds.tenders.outcome import Acceptance, Award, Item, Result
from site_builder.kinds.tenders.record import Method, ProcurementCategory, Tender
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays, shifted
from site_builder.model.told import Severity
from site_builder.rules.assets_from_purchases import bought_things_have_cards
from tests.cases import alone

APRIL = {
    ExpenseKind.INGREDIENTS: "101665.20",
    ExpenseKind.FUEL: "4180.00",
    ExpenseKind.UTILITIES: "3260.00",
    ExpenseKind.LABOUR: "20800.00",
    ExpenseKind.CONSUMABLES: "1176.00",
}


def account(month: str, paid: str, spent: dict[ExpenseKind, str], **more: Any) -> Entry[CanteenAccount]:
    record = CanteenAccount(
        title=month,
        month=month,
        meals=12740,
        income=(Income(kind=IncomeKind.MEALS, amount=Decimal(paid)),),
        expenses=tuple(Expense(kind=kind, amount=Decimal(amount)) for kind, amount in spent.items()),
        closing=Decimal(0),
        **more,
    )
    return Entry("canteen-accounts", month, record, "", "")


def corpus(*entries: Entry[Any], today: date = date(2026, 5, 20)) -> Corpus:
    return Corpus(entries, today, Workdays())


def test_an_account_is_reckoned_from_its_lines() -> None:
    april = account("2026-04", "133770.00", APRIL)
    found = figures(april, corpus(april))
    assert (found.income, found.expenses, found.surplus) == (
        Decimal("133770.00"),
        Decimal("131081.20"),
        Decimal("2688.80"),
    )
    assert (found.ingredient_share, found.surplus_rate) == (Decimal("76.0"), Decimal("2.01"))
    assert found.shares == tuple(map(Decimal, ("76.0", "3.1", "2.4", "15.5", "0.9")))
    assert found.per_meal == Decimal("7.98")


def test_a_year_is_the_sum_of_its_months_up_to_this_one() -> None:
    months = [
        account(month, "100.00", {ExpenseKind.FUEL: "90.00"}) for month in ("2025-12", "2026-03", "2026-05")
    ]
    april = account("2026-04", "133770.00", APRIL)
    found = figures(april, corpus(*months, april))
    assert (found.year_income, found.year_surplus) == (Decimal("133870.00"), Decimal("2698.80"))


def test_a_month_without_income_has_no_rates() -> None:
    august = account("2026-08", "0.00", {ExpenseKind.LABOUR: "800.00"})
    found = figures(august, corpus(august))
    assert (found.surplus_rate, found.ingredient_share, found.shares) == (None, None, (None,))
    assert list(surplus_is_small(august, corpus(august))) == []


@pytest.mark.parametrize(
    ("spent", "weighs"),
    [
        ("97.00", None),
        ("96.99", Severity.WARNING),
        ("95.00", Severity.WARNING),
        ("94.99", Severity.ERROR),
        ("103.00", None),
        ("103.01", Severity.WARNING),
        ("150.00", Severity.WARNING),
    ],
)
def test_a_surplus_weighs_more_the_larger_it_is(spent: str, weighs: Severity | None) -> None:
    one = account("2026-04", "100.00", {ExpenseKind.INGREDIENTS: spent})
    assert [finding.weighs for finding in surplus_is_small(one, corpus(one))] == ([weighs] if weighs else [])


def test_what_is_not_published_yet_only_warns() -> None:
    late = account("2026-04", "100.00", {}, published_on=date(2026, 5, 19))
    still = account("2026-04", "100.00", {})
    assert [one.weighs for one in published_in_time(late, corpus(late))] == [None]
    assert [one.weighs for one in published_in_time(still, corpus(still))] == [Severity.WARNING]
    assert list(published_in_time(still, corpus(still, today=date(2026, 5, 15)))) == []


def test_a_count_says_how_much_of_it_was_done() -> None:
    lines = (
        CountLine(title="desks", book=Decimal(40), counted=Decimal(38), price=Decimal("268.00")),
        CountLine(title="mops", book=Decimal(3), counted=Decimal(4)),
    )
    record = Stocktake(
        title="rooms", scope=Scope.ROOMS, counters=(), rooms_total=46, rooms_done=44, lines=lines
    )
    found = counted(alone(record), corpus())
    assert (found.coverage, found.short, found.over, found.value) == (
        Decimal("95.7"),
        1,
        1,
        Decimal("-536.00"),
    )


@pytest.mark.parametrize(
    ("by", "month"), [(1, "2026-02"), (-1, "2025-12"), (12, "2027-01"), (-13, "2024-12")]
)
def test_months_are_counted_over_the_end_of_the_year(by: int, month: str) -> None:
    assert shifted("2026-01", by) == month


@pytest.mark.parametrize(
    ("price", "weighs"), [("1499.99", [Severity.WARNING]), ("1500.00", [Severity.ERROR]), ("999.99", [])]
)
def test_only_what_may_be_general_equipment_is_told_mildly(price: str, weighs: list[Severity]) -> None:
    bought = Tender(
        title="printers",
        project_no="P",
        category=ProcurementCategory.GOODS,
        method=Method.MALL,
        budget=Decimal(9000),
        handlers=(),
        award=Award(
            decided_on=date(2026, 3, 20),
            on=date(2026, 3, 20),
            supplier="firm",
            amount=Decimal(9000),
            items=(Item(name="printer", quantity=Decimal(2), price=Decimal(price)),),
        ),
        acceptance=Acceptance(on=date(2026, 4, 2), members=(), result=Result.PASSED),
    )
    tender = Entry("tenders", "printers", bought, "", "")
    cards = Entry("assets", "all", AssetList(title="cards", items=()), "", "")
    assert [one.weighs for one in bought_things_have_cards(tender, corpus(cards, tender))] == weighs
