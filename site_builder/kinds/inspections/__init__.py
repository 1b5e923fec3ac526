"""Inspections, and the dangers they find."""

from site_builder.kinds.inspections.figures import figures
from site_builder.kinds.inspections.record import Inspection
from site_builder.kinds.inspections.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="inspections",
    title=Words("安全检查与隐患", "Inspections and hazards"),
    about=Words(
        "每月查了哪些地方，发现的隐患改好了没有。",
        "Which places were looked at each month, and whether what was found is removed.",
    ),
    area=Area.SAFETY,
    record=Inspection,
    rules=RULES,
    figures=figures,
    columns=("title", "type", "month", "date", "done", "expected", "found", "closed", "overdue"),
    newest_first="date",
    printed=True,
)
