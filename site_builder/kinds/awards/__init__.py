"""Selections for awards, and how to object."""

from site_builder.kinds.awards.record import Award
from site_builder.kinds.awards.rules import RULES, identities
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="awards",
    title=Words("评优评先", "Awards"),
    about=Words(
        "按什么条件评、有几个名额、公示到哪天。",
        "By which criteria, how many, and until when one may object.",
    ),
    area=Area.PEOPLE,
    record=Award,
    rules=RULES,
    identities=identities,
    columns=("title", "quota", "candidates", "chosen", "starts_on", "ends_on", "result_on"),
    newest_first="starts_on",
    printed=True,
)
