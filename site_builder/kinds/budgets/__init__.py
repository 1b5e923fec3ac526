"""Budgets and how they are carried out."""

from site_builder.kinds.budgets.figures import figures
from site_builder.kinds.budgets.identities import identities
from site_builder.kinds.budgets.record import Budget
from site_builder.kinds.budgets.rules import RULES
from site_builder.kinds.budgets.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
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
    identities=identities,
    related=named_by(
        tenders=Words("本预算开支的采购", "Purchases from this budget"),
        funds=Words("可用于本预算的资金", "Funds for this budget"),
        expenses=Words("支出审批", "Spending approvals"),
        ledgers=Words("收支明细", "Ledgers"),
    ),
    columns=("title", "fiscal_year", "total", "published_on"),
    newest_first="fiscal_year",
    printed=True,
    menu=40,
    living=frozenset({"executed"}),
)
