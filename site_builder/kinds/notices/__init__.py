"""Notices to the public."""

from site_builder.kinds.notices.figures import figures
from site_builder.kinds.notices.record import Notice
from site_builder.kinds.notices.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="notices",
    title=Words("通知公告", "Notices"),
    about=Words(
        "公开、公示、公告和更正；公示期内可以提出异议。",
        "Disclosures, notices open to objection, announcements and corrections.",
    ),
    area=Area.DISCLOSURE,
    record=Notice,
    rules=RULES,
    figures=figures,
    columns=("title", "type", "starts_on", "last_day", "state"),
    newest_first="starts_on",
    printed=True,
    posted=True,
    menu=10,
)
