"""Counts of rooms, assets and stores."""

from site_builder.kinds.stocktakes.figures import figures
from site_builder.kinds.stocktakes.record import Stocktake
from site_builder.kinds.stocktakes.rules import RULES, identities
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="stocktakes",
    title=Words("盘点清查", "Stocktakes"),
    about=Words(
        "什么时候盘点、账实相符不相符、怎样处理。",
        "When things were counted, whether the books agreed, and what was done about it.",
    ),
    area=Area.PROPERTY,
    record=Stocktake,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "scope", "done_on", "coverage", "short", "over", "value"),
    newest_first="done_on",
    printed=True,
)
