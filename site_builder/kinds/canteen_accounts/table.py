"""A canteen's account as a table of its lines, given away as open data."""

from typing import Any

from site_builder.kinds.canteen_accounts.figures import AccountFigures
from site_builder.kinds.canteen_accounts.record import CanteenAccount, Expense
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table
from site_builder.model.words import Words


def table(entry: Entry[CanteenAccount], figures: AccountFigures) -> Table:
    """One row for each line, income first; expenses with their share of the income."""
    record = entry.record
    columns = (
        label(CanteenAccount, "month"),
        label(Expense, "kind"),
        label(Expense, "what"),
        label(CanteenAccount, "income"),
        label(CanteenAccount, "expenses"),
        Words("占收入（%）", "Share of income (%)"),
        label(Expense, "note"),
    )
    rows: list[tuple[Any, ...]] = [
        (record.month, line.kind, line.what, line.amount, None, None, line.note) for line in record.income
    ]
    rows += [
        (record.month, line.kind, line.what, None, line.amount, share, line.note)
        for line, share in zip(record.expenses, figures.shares, strict=True)
    ]
    return Table(columns, tuple(rows))
