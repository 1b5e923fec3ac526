"""Accounts of teams, shown to their members."""

from site_builder.kinds.team_settlements.figures import figures, identities
from site_builder.kinds.team_settlements.record import TeamSettlement
from site_builder.kinds.team_settlements.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.record import Audience
from site_builder.model.words import Words

KIND = Kind(
    name="team-settlements",
    title=Words("队伍结算", "Team settlements"),
    about=Words(
        "队伍收了多少、用了多少、每人退多少。",
        "What a team received and spent, and what each member gets back.",
    ),
    area=Area.PEOPLE,
    record=TeamSettlement,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "received", "spent", "balance", "refund_per_head", "remainder", "published_on"),
    newest_first="ends_on",
    printed=True,
    widest=Audience.TEAM,
)
