"""The property of classes, checked some times a term."""

from site_builder.kinds.property_checks.figures import figures, identities
from site_builder.kinds.property_checks.record import PropertyCheck
from site_builder.kinds.property_checks.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="property-checks",
    title=Words("班级财产检查", "Checks of class property"),
    about=Words(
        "每学期到各班查课桌椅、门窗、电教设备的结果。",
        "What was found when desks, doors and equipment of all classes were looked over.",
    ),
    area=Area.PROPERTY,
    record=PropertyCheck,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "term", "phase", "checked", "expected", "losses", "mean"),
    newest_first="term",
    printed=True,
)
