"""Fixed assets, card by card."""

from site_builder.kinds.assets.figures import figures, identities
from site_builder.kinds.assets.record import AssetList
from site_builder.kinds.assets.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="assets",
    title=Words("固定资产账", "Fixed assets"),
    about=Words(
        "有哪些固定资产、在哪里、谁保管、怎样处置的。",
        "What the school owns, where it is, who keeps it, and how it was disposed of.",
    ),
    area=Area.PROPERTY,
    record=AssetList,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "number", "value", "disposed", "proceeds"),
    printed=True,
)
