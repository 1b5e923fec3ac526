"""The school whose site it is."""

from site_builder.kinds.site.record import Site
from site_builder.kinds.site.rules import RULES
from site_builder.model.kind import Kind
from site_builder.model.words import Words

KIND = Kind(
    name="site",
    title=Words("学校概况", "The school"),
    about=Words("学校的名称、联系方式、规模和监督电话。", "Name, contact, size and supervision telephones."),
    record=Site,
    rules=RULES,
    columns=("name", "authority", "address", "phone", "pupils", "classes", "staff", "boarders"),
    single=True,
)
