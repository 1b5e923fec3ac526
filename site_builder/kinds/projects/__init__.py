"""Repairs and building projects."""

from site_builder.kinds.projects.figures import figures
from site_builder.kinds.projects.record import Project
from site_builder.kinds.projects.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="projects",
    title=Words("维修与基建", "Repairs and capital projects"),
    about=Words(
        "修什么、建什么，花多少钱，进展到哪一步。",
        "What is repaired or built, at what cost, and how far it is.",
    ),
    area=Area.SERVICE,
    record=Project,
    rules=RULES,
    figures=figures,
    columns=(
        "title",
        "type",
        "stage",
        "budget",
        "contract",
        "progress",
        "paid_rate",
        "ends_on",
        "accepted_on",
    ),
    newest_first="starts_on",
    printed=True,
)
