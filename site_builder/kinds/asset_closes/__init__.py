"""Fixed assets, closed month by month."""

from site_builder.kinds.asset_closes.figures import figures, identities
from site_builder.kinds.asset_closes.record import AssetClose
from site_builder.kinds.asset_closes.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="asset-closes",
    title=Words("资产月结", "Monthly asset closes"),
    about=Words(
        "每月固定资产增加、减少和月末的件数、价值。",
        "Assets that came and went each month, and what there was at its end, in number and value.",
    ),
    area=Area.PROPERTY,
    record=AssetClose,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "month", "in_value", "out_value", "closing_number", "closing_value"),
    newest_first="month",
    printed=True,
)
