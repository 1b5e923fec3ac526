"""Accounts of what was collected for others."""

from site_builder.kinds.settlements.figures import figures
from site_builder.kinds.settlements.record import Settlement
from site_builder.kinds.settlements.rules import RULES, identities
from site_builder.kinds.settlements.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="settlements",
    title=Words("收费结算", "Settlements"),
    about=Words(
        "代收的钱用在哪里、每个学生退多少。",
        "What collected money was spent on, and what each pupil gets back.",
    ),
    area=Area.FEES,
    record=Settlement,
    rules=RULES,
    identities=identities,
    figures=figures,
    table=table,
    columns=("title", "term", "received", "spent", "refunded", "returned_on"),
    newest_first="term",
    printed=True,
    menu=0,
)
