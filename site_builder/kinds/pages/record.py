"""A page of text, written in Markdown in content/."""

from site_builder.model.form import Count, Date, Line
from site_builder.model.record import Record


class Page(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A page: its title and place in the menu stand before its text."""

    menu: Count | None = None
    """菜单次序：数字小的在前；不填就不进菜单。
    Place in the menu: smaller numbers first; not in the menu when empty."""
    summary: Line | None = None
    """摘要：一句话说明本页写什么，用于搜索结果。
    Summary: one sentence about the page, for search results."""
    updated_on: Date | None = None
    """更新日期：最近一次修改的日子。
    Updated on: the day of the latest change."""
