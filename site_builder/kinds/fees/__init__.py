"""Charges, as the fee board shows them."""

from site_builder.kinds.fees.figures import figures
from site_builder.kinds.fees.record import Fee
from site_builder.kinds.fees.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
from site_builder.model.words import Words

KIND = Kind(
    name="fees",
    title=Words("收费公示", "Fees"),
    about=Words(
        "收什么、收多少、凭什么收、怎么退。",
        "What is charged, how much, on what ground, and how it is returned.",
    ),
    area=Area.FEES,
    record=Fee,
    rules=RULES,
    figures=figures,
    related=named_by(settlements=Words("结算", "Settlements")),
    columns=("title", "nature", "standard", "charge_unit", "voluntary", "state", "valid_from"),
    newest_first="",
    printed=True,
    menu=50,
)
