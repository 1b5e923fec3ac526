"""The limits, periods and lists a site goes by."""

from site_builder.kinds.profile.figures import figures
from site_builder.kinds.profile.record import Profile
from site_builder.kinds.profile.rules import RULES
from site_builder.model.kind import Kind
from site_builder.model.words import Words

KIND = Kind(
    name="profile",
    title=Words("检查标准", "Standards"),
    about=Words(
        "检查时用的期限、金额和名单；标明哪些还待本单位确认。",
        "The periods, limits and lists that records are checked by, and which are still to be confirmed.",
    ),
    record=Profile,
    rules=RULES,
    figures=figures,
    columns=("title", "extends"),
    single=True,
)
