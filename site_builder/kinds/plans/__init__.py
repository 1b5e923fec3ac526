"""Work plans."""

from site_builder.kinds.plans.figures import figures, related
from site_builder.kinds.plans.record import Plan
from site_builder.kinds.plans.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="plans",
    title=Words("工作计划", "Work plans"),
    about=Words(
        "要做什么、谁负责、什么时候做完，做到哪一步了。",
        "What is to be done, by whom and by when, and how far it has come.",
    ),
    area=Area.PLAN,
    record=Plan,
    rules=RULES,
    figures=figures,
    related=related,
    columns=("title", "office", "starts_on", "ends_on", "approved_on", "done", "total"),
    newest_first="starts_on",
    printed=True,
    menu=20,
)
