"""Budgets and how they are carried out."""

from site_builder.kinds.budgets.figures import figures, related
from site_builder.kinds.budgets.record import Budget
from site_builder.kinds.budgets.rules import RULES
from site_builder.kinds.budgets.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="budgets",
    title=Words("预算", "Budgets"),
    about=Words(
        "一年的收入和支出：批复、调整和执行。",
        "Income and expenditure of a year: as approved, as adjusted, as carried out.",
    ),
    area=Area.MONEY,
    record=Budget,
    rules=RULES,
    figures=figures,
    table=table,
    related=related,
    columns=("title", "fiscal_year", "total", "published_on"),
    newest_first="fiscal_year",
    printed=True,
    menu=40,
)
