"""Statements that say why there is nothing for a period."""

from site_builder.kinds.statements.record import Statement
from site_builder.kinds.statements.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="statements",
    title=Words("公开说明", "Statements"),
    about=Words(
        "哪些期间没有可公开的内容、不适用或者依规不公开，以及原因。",
        "The periods in which there was nothing to report, or nothing that applies or may be shown, and why.",
    ),
    area=Area.DISCLOSURE,
    record=Statement,
    rules=RULES,
    columns=("title", "item", "period", "state", "reason"),
    newest_first="published_on",
)
