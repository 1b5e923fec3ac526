"""What a storekeeper writes down: what there was, what came in, what went out and to whom."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Date, Line, Money, Number, Refers, Slug
from site_builder.model.record import Part, PostRef, Record


class ItemClass(StrEnum):
    """How long a thing lasts."""

    FIXED = "fixed"
    """固定资产 / Fixed asset"""
    DURABLE = "durable"
    """低值耐用品 / Durable of low value"""
    CONSUMABLE = "consumable"
    """消耗品 / Consumable"""


class MoveType(StrEnum):
    """Which way a thing goes."""

    IN = "in"
    """入库 / Received"""
    OUT = "out"
    """领用 / Issued"""
    SWAP = "swap"
    """以旧换新 / Old exchanged for new"""
    LOSS = "loss"
    """损耗报损 / Lost or spoilt"""


class Item(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One kind of thing in the store."""

    id: Slug
    """短名：出入库里用它，每期都用同一个，如 led-tube。
    Short name: used in the moves, the same in every period, such as led-tube."""
    code: Code | None = None
    """编码：物品编码；没有就不填。
    Code: of the article, if it has one."""
    title: Line
    """名称：物品名称和规格。
    Name: of the article, with its specification."""
    title_en: Line | None = None
    """英文名称：可不填。
    Name in English: optional."""
    item_class: ItemClass = ItemClass.CONSUMABLE
    """类别：不填是消耗品。
    Class: consumable unless said otherwise."""
    unit: Line
    """单位：支、把、包等。
    Unit: pieces, packs, and so on."""
    opening: Number = Decimal(0)
    """期初数：本期开始时库里有多少。
    Opening: how many there were at the beginning."""


class Move(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One receipt or issue."""

    date: Date
    """日期：哪天。
    Date: of the move."""
    item: Slug
    """物品：上面的短名。
    Article: its short name above."""
    type: MoveType
    """类型：入库、领用、以旧换新、报损。
    Type: received, issued, exchanged, lost."""
    quantity: Number
    """数量：多少；单位同物品。
    Quantity: in the unit of the article."""
    price: Money | None = None
    """单价：入库时的单价（元）。
    Unit price: on receipt, in yuan."""
    purchase: Line | None = None
    """购入凭据：发票、订单或调拨单的编号；入库填它或 tender。
    Papers: number of the invoice, order or transfer; a receipt has these or tender."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购项目：tenders 里的文件名。
    Purchase: the file name in tenders."""
    to: Line | None = None
    """领用部门：哪个部门或班级，不写姓名。
    Issued to: office or class, never a person."""
    old_returned: Number | None = None
    """交回旧物：交回几件旧的。
    Old returned: how many old ones came back."""
    handler: PostRef | None = None
    """经手岗位：收发的人，如 general-affairs#storekeeper。
    Handled by: the post that received or issued, such as general-affairs#storekeeper."""
    checker: PostRef | None = None
    """验收（领用）岗位：另一个岗位。
    Checked by: another post, which accepts or receives."""
    note: Line | None = None
    """说明：首次配发、报损原因等。
    Note: first issue, reason of a loss, and so on."""


class Stock(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The book of one store over a period."""

    starts_on: Date
    """起始日：本期第一天。
    Starts on: the first day of the period."""
    ends_on: Date
    """截止日：本期最后一天。
    Ends on: the last day of the period."""
    previous: Annotated[str, REFERENCE, Refers("stocks")] | None = None
    """上期：上一期的文件名；写了就核对期初。
    Previous: file name of the period before; where given, openings are checked."""
    items: tuple[Item, ...]
    """物品：库里有哪些。
    Articles: that are kept."""
    moves: tuple[Move, ...] = ()
    """出入库：逐笔，按日期。
    Moves: one by one, by date."""
    stated_received: Money | None = None
    """入库金额合计（核对用）：账上的数。
    Total value received (for checking): as in the books."""
