"""The money of canteens, month by month."""

from site_builder.kinds.canteen_accounts.agreement import identities
from site_builder.kinds.canteen_accounts.figures import figures
from site_builder.kinds.canteen_accounts.record import CanteenAccount
from site_builder.kinds.canteen_accounts.rules import RULES
from site_builder.kinds.canteen_accounts.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="canteen-accounts",
    title=Words("食堂收支月报", "Canteen accounts"),
    about=Words(
        "食堂每月收了多少、用在哪里、结余多少。",
        "What each canteen took in a month, what it was spent on, and what was left.",
    ),
    area=Area.CANTEEN,
    record=CanteenAccount,
    rules=RULES,
    identities=identities,
    figures=figures,
    table=table,
    columns=(
        "title",
        "canteen",
        "month",
        "income",
        "expenses",
        "surplus",
        "surplus_rate",
        "ingredient_share",
    ),
    newest_first="month",
    printed=True,
)
