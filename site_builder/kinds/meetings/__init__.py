"""Meetings and what they decided."""

from site_builder.kinds.meetings.figures import figures
from site_builder.kinds.meetings.record import Meeting
from site_builder.kinds.meetings.rules import RULES, identities
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
from site_builder.model.words import Words

KIND = Kind(
    name="meetings",
    title=Words("会议与决议", "Meetings"),
    about=Words(
        "哪次会议、多少人到会、作了哪些决定。",
        "Which meeting, how many came, what was decided.",
    ),
    area=Area.MONEY,
    record=Meeting,
    rules=RULES,
    identities=identities,
    figures=figures,
    related=named_by(expenses=Words("按决议办理的支出", "Spending it decided on")),
    columns=("title", "type", "held_on", "present", "decided", "amount"),
    newest_first="held_on",
)
