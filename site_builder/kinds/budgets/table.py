"""A budget as a table of its lines, given away as open data."""

from collections.abc import Iterator
from typing import Any

from site_builder.kinds.budgets.amounts import Sum
from site_builder.kinds.budgets.figures import BudgetFigures, SideFigures
from site_builder.kinds.budgets.record import Budget, BudgetLine
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table
from site_builder.model.words import Words

_AMOUNTS = ("approved", "adjusted", "current", "executed", "balance", "rate", "per_pupil")


def table(entry: Entry[Budget], figures: BudgetFigures) -> Table:
    """One row for each line, income first, in the order of the page; upper lines hold the sums of those below."""
    of_line = ("side", "parent", "code", "title")
    columns = (
        label(Budget, "fiscal_year"),
        Words("短名", "id"),
        Words("级次", "level"),
        *(label(BudgetLine, name) for name in of_line),
        *(label(Sum, name) for name in _AMOUNTS),
        label(BudgetLine, "note"),
    )
    parents = {line.id: line.parent for line in entry.record.lines}
    sides = (figures.income, figures.expenditure)
    return Table(
        columns, tuple(row for side in sides for row in _rows(entry.record.fiscal_year, side, parents))
    )


def _rows(year: int, side: SideFigures, parents: dict[str, str | None]) -> Iterator[tuple[Any, ...]]:
    for line in side.rows:
        amounts = (getattr(line.sum, name) for name in _AMOUNTS)
        yield (
            year,
            line.id,
            line.level,
            side.side,
            parents[line.id],
            line.code,
            line.title,
            *amounts,
            line.note,
        )
