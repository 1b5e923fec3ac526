"""Attendance by month, in totals."""

from site_builder.kinds.attendance.figures import figures, identities
from site_builder.kinds.attendance.record import Attendance
from site_builder.kinds.attendance.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="attendance",
    title=Words("考勤月报", "Attendance"),
    about=Words(
        "每月应出勤、实出勤和出勤率，不公布个人。", "What was due and what was worked each month, in totals."
    ),
    area=Area.PEOPLE,
    record=Attendance,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "month", "staff", "working_days", "due", "present", "rate", "published_on"),
    newest_first="month",
    printed=True,
)
