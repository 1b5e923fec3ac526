"""The disclosure catalogue: what has to be public, and whether it is."""

from site_builder.kinds.catalogue.figures import figures
from site_builder.kinds.catalogue.record import CatalogueItem
from site_builder.kinds.catalogue.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="catalogue",
    title=Words("公开目录", "Disclosure catalogue"),
    about=Words("应当公开什么、由谁公开、最迟什么时候公开。", "What has to be public, by whom, and by when."),
    area=Area.DISCLOSURE,
    record=CatalogueItem,
    rules=RULES,
    figures=figures,
    columns=("title", "level1", "every", "owner", "next_due", "overdue"),
)
