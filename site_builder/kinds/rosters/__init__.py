"""Duty rosters, by post."""

from site_builder.kinds.rosters.figures import figures
from site_builder.kinds.rosters.record import Roster
from site_builder.kinds.rosters.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="rosters",
    title=Words("值班表", "Duty rosters"),
    about=Words(
        "门卫、节假日、护导和宿舍，什么时候由哪个岗位值班。",
        "Which post is on duty when: gate, holidays, escorts, dormitories.",
    ),
    area=Area.SAFETY,
    record=Roster,
    rules=RULES,
    figures=figures,
    columns=("title", "scope", "place", "starts_on", "ends_on", "coverage", "phone"),
    newest_first="starts_on",
    printed=True,
)
