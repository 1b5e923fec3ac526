"""Offices and their posts."""

from site_builder.kinds.offices.record import Office
from site_builder.kinds.offices.rules import RULES
from site_builder.model.kind import Kind
from site_builder.model.words import Words

KIND = Kind(
    name="offices",
    title=Words("机构与岗位", "Offices and posts"),
    about=Words(
        "哪个部门管什么，哪个岗位负责，打哪个电话。",
        "Which office does what, which post answers for it, whom to call.",
    ),
    record=Office,
    rules=RULES,
    columns=("title", "phone", "location", "hours"),
)
