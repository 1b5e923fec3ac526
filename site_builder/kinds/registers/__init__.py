"""Plain tables that anybody can define."""

from site_builder.kinds.registers.figures import figures
from site_builder.kinds.registers.record import Register
from site_builder.kinds.registers.rules import RULES, identities
from site_builder.kinds.registers.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="registers",
    title=Words("登记台账", "Registers"),
    about=Words(
        "天天要记的账：留样、价格、水电、来访、器材。",
        "Tables kept day by day: food samples, prices, meters, visitors, equipment.",
    ),
    area=Area.SERVICE,
    record=Register,
    rules=RULES,
    identities=identities,
    figures=figures,
    table=table,
    columns=("title", "office", "cadence", "row_count", "latest"),
    newest_first="",
    printed=True,
    menu=70,
    living=frozenset({"ends_on"}),
)
