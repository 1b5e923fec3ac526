"""What is reckoned from the lines of a budget: laws over any budget, and one small budget to the fen."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from site_builder.kinds.budgets.amounts import Sum
from site_builder.kinds.budgets.figures import figures
from site_builder.kinds.budgets.record import Adjustment, Budget, BudgetLine, Side, Version
from site_builder.kinds.site.record import Site
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays
from tests.cases import alone

SCHOOL = Site(
    title="信息公开",
    name="学校",
    authority="教育局",
    address="湖滨路",
    phone="0879-6120801",
    pupils=30,
    staff=4,
)
CORPUS = Corpus((Entry("site", "site", SCHOOL, "", ""),), date(2026, 4, 20), Workdays())
APPROVED = Version(id="approved", on=date(2026, 2, 6))
EXECUTED = Version(id="executed", on=date(2026, 3, 31))
MONEY = st.decimals(min_value=0, max_value=10**9, places=2)


def line(id: str, approved: str | None = None, parent: str | None = None, **more: object) -> BudgetLine:
    amount = None if approved is None else Decimal(approved)
    return BudgetLine(id=id, title=id, approved=amount, parent=parent, **more)  # type: ignore[arg-type]


def budget(*lines: BudgetLine, executed: bool = False) -> Budget:
    versions = (APPROVED, EXECUTED) if executed else (APPROVED,)
    return Budget(title="预算", fiscal_year=2026, versions=versions, lines=lines)


def test_lines_above_are_the_sums_of_those_below() -> None:
    change = Adjustment(version="adjusted-1", change=Decimal("-10.00"))
    found = figures(
        alone(
            budget(
                line("goods"),
                line("water", "100.00", "goods", executed=Decimal("25.05"), adjustments=(change,)),
                line("property", None, "goods"),
                line("cleaning", "200.00", "property", executed=Decimal("60.00")),
                executed=True,
            )
        ),
        CORPUS,
    )
    assert [(row.id, row.level) for row in found.expenditure.rows] == [
        ("goods", 1), ("water", 2), ("property", 2), ("cleaning", 3),
    ]  # fmt: skip
    goods = found.expenditure.lines[0]
    assert (
        goods.sum
        == found.expenditure.total
        == Sum(
            approved=Decimal("300.00"),
            adjusted=Decimal("-10.00"),
            current=Decimal("290.00"),
            executed=Decimal("85.05"),
            balance=Decimal("204.95"),
            rate=Decimal("29.3"),
            per_pupil=Decimal("9.67"),
        )
    )
    assert [child.share for child in goods.children] == [Decimal("31.0"), Decimal("69.0")]


def test_nothing_is_executed_before_there_is_an_executed_version() -> None:
    total = figures(alone(budget(line("water", "100.00"))), CORPUS).expenditure.total
    assert (total.executed, total.balance, total.rate) == (None, None, None)


def test_no_share_of_nothing() -> None:
    found = figures(alone(budget(line("water", "0"))), CORPUS)
    assert found.expenditure.rows[0].share is None


@given(st.lists(st.tuples(MONEY, MONEY, st.sampled_from(Side)), max_size=12))
def test_the_sides_hold_all_the_money_and_no_more(amounts: list[tuple[Decimal, Decimal, Side]]) -> None:
    lines = [
        BudgetLine(id=f"l{index}", title="行", side=side, approved=approved, executed=executed)
        for index, (approved, executed, side) in enumerate(amounts)
    ]
    found = figures(alone(budget(*lines, executed=True)), CORPUS)
    for side in (found.income, found.expenditure):
        mine = [(approved, executed) for approved, executed, of in amounts if of is side.side]
        assert side.total.current == sum(approved for approved, _ in mine)
        assert side.total.executed == sum(executed for _, executed in mine)
        assert side.total.balance == side.total.current - side.total.executed
        assert sum(row.sum.current for row in side.lines) == side.total.current
