"""Pages of text."""

from site_builder.kinds.pages.record import Page
from site_builder.kinds.pages.rules import RULES
from site_builder.model.kind import Kind
from site_builder.model.words import Words

KIND = Kind(
    name="pages",
    title=Words("页面", "Pages"),
    about=Words("学校简介、联系方式等文字页面。", "Pages of text: about the school, contact, privacy."),
    record=Page,
    rules=RULES,
    columns=("title", "updated_on"),
)
