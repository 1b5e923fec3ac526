"""Teams that are together for a while."""

from site_builder.kinds.teams.record import Team
from site_builder.kinds.teams.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="teams",
    title=Words("实习队、项目队", "Teams"),
    about=Words(
        "从哪里派来、在哪里工作、几个人、怎样分工。",
        "Who sends a team, who receives it, and who answers for what.",
    ),
    area=Area.PEOPLE,
    record=Team,
    rules=RULES,
    columns=("title", "sending", "host", "starts_on", "ends_on", "members"),
    newest_first="starts_on",
)
