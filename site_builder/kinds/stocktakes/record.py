"""What is written down when things are counted: rooms, assets or a store."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Date, Line, Money, Number, Refers
from site_builder.model.record import Part, PostRef, Record


class Scope(StrEnum):
    """What is counted."""

    ROOMS = "rooms"
    """各室财产 / Property of the rooms"""
    ASSETS = "assets"
    """固定资产 / Fixed assets"""
    STORE = "store"
    """库房物品 / The store"""


class CountLine(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that was counted; the difference is reckoned."""

    title: Line
    """名称：盘点的物品。
    Name: of the thing counted."""
    asset: Annotated[str, REFERENCE, Refers("assets", "items")] | None = None
    """资产卡片：assets 里的文件名加 # 和短名。
    Asset: file name in assets, # and short name."""
    item: Annotated[str, REFERENCE, Refers("stocks", "items")] | None = None
    """库存物品：stocks 里的文件名加 # 和短名。
    Article: file name in stocks, # and short name."""
    unit: Line | None = None
    """单位：台、把、套等。
    Unit: pieces, sets, and so on."""
    book: Number
    """账面数：账上多少。
    Book: how many there should be."""
    counted: Number
    """实盘数：点到多少。
    Counted: how many there are."""
    stated_difference: Number | None = None
    """盈亏（核对用）：盘点表上写的差数，少了写负号。
    Difference (for checking): as on the sheet, with a minus sign where things are missing."""
    price: Money | None = None
    """单价：估算差额用（元）。
    Unit price: to reckon the value of the difference, in yuan."""
    reason: Line | None = None
    """差异原因：账实不符的写。
    Reason: where books and things differ."""
    treatment: Line | None = None
    """处理：账实不符的怎样处理。
    Treatment: what is done about the difference."""


class Stocktake(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One count, with what did not agree."""

    scope: Scope
    """范围：各室财产、固定资产或库房。
    Scope: rooms, fixed assets or the store."""
    store: Annotated[str, REFERENCE, Refers("stocks")] | None = None
    """库房账：盘库房时写 stocks 里的文件名。
    Store: the file name in stocks where a store is counted."""
    due: Date | None = None
    """应完成日期：计划哪天前完成。
    Due: the day by which it was to be done."""
    done_on: Date | None = None
    """完成日期：哪天点完的；没完就不填。
    Done on: the day it was finished, if it was."""
    counters: tuple[PostRef, ...]
    """盘点岗位：至少两个不同岗位。
    Counters: at least two different posts."""
    rooms_total: Count | None = None
    """应查间数：一共几间。
    Rooms to check: how many there are."""
    rooms_done: Count | None = None
    """已查间数：查了几间。
    Rooms checked: how many were."""
    lines: tuple[CountLine, ...] = ()
    """盘点结果：至少列出账实不符的。
    Results: at least where books and things differ."""
