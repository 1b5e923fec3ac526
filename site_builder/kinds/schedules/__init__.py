"""Monthly schedules of duties."""

from site_builder.kinds.schedules.figures import figures
from site_builder.kinds.schedules.record import Schedule
from site_builder.kinds.schedules.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="schedules",
    title=Words("行事历", "Monthly schedules"),
    about=Words(
        "每个月哪天做什么、谁来做、做成什么样。", "What is done on which day, by whom, and what came of it."
    ),
    area=Area.PLAN,
    record=Schedule,
    rules=RULES,
    figures=figures,
    columns=("title", "month", "working_days", "done", "total"),
    newest_first="month",
    printed=True,
    menu=30,
    living=frozenset({"state", "done_on", "result", "postponed_to", "reason"}),
)
