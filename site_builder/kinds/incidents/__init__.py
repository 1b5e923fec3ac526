"""Incidents, and who was told of them when."""

from site_builder.kinds.incidents.record import Incident
from site_builder.kinds.incidents.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="incidents",
    title=Words("突发事件", "Incidents"),
    about=Words(
        "发生了什么，什么时候报告了谁，怎样处置。", "What happened, who was told when, and what was done."
    ),
    area=Area.SAFETY,
    record=Incident,
    rules=RULES,
    columns=("title", "type", "found_at", "persons", "closed_on"),
    newest_first="found_at",
)
