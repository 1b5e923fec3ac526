"""What comes into the stores, and what goes out."""

from site_builder.kinds.stocks.figures import figures
from site_builder.kinds.stocks.record import Stock
from site_builder.kinds.stocks.rules import RULES, identities
from site_builder.kinds.stocks.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="stocks",
    title=Words("物品出入库", "Stores"),
    about=Words(
        "库房里进了什么、领走什么、还剩多少。",
        "What came into the stores, what was issued, and what is left.",
    ),
    area=Area.PROPERTY,
    record=Stock,
    rules=RULES,
    identities=identities,
    figures=figures,
    table=table,
    columns=("title", "starts_on", "ends_on", "item_count", "receipts", "issues", "received_value"),
    newest_first="starts_on",
)
