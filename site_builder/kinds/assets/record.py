"""What a school writes down about its fixed assets: a card for each, and how it left."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Count, Date, Line, Money, Refers, Slug
from site_builder.model.record import Part, PostRef, Record

RoomRef = Annotated[str, REFERENCE, Refers("rooms", "rooms")]


class AssetSource(StrEnum):
    """How a thing came to the school."""

    PURCHASE = "purchase"
    """购置 / Purchase"""
    ALLOCATION = "allocation"
    """调入 / Allocated"""
    DONATION = "donation"
    """接受捐赠 / Donation"""
    BUILT = "built"
    """自建自制 / Built by the school"""
    SURPLUS = "surplus"
    """盘盈 / Found in a count"""


class AssetState(StrEnum):
    """What a thing is doing."""

    IN_USE = "in-use"
    """在用 / In use"""
    IDLE = "idle"
    """闲置 / Idle"""
    REPAIR = "repair"
    """维修中 / Under repair"""
    AWAITING = "awaiting"
    """待处置 / Awaiting disposal"""
    DISPOSED = "disposed"
    """已处置 / Disposed of"""


class DisposalMethod(StrEnum):
    """How a thing leaves the school."""

    SCRAP = "scrap"
    """报废 / Scrapped"""
    AUCTION = "auction"
    """公开拍卖 / Public auction"""
    SALE = "sale"
    """协议转让 / Sale by agreement"""
    TRANSFER = "transfer"
    """无偿调拨 / Transfer without payment"""
    DONATION = "donation"
    """对外捐赠 / Given away"""
    LOSS = "loss"
    """报损 / Written off as lost"""


class Asset(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The card of one thing, or of several that are alike."""

    id: Slug
    """短名：别处引用时写 2026-equipment#projector-1。
    Short name: elsewhere it is named as 2026-equipment#projector-1."""
    no: Code
    """资产编号：标签上的编号。
    Asset number: as on its label."""
    title: Line
    """名称：资产名称。
    Name: of the thing."""
    title_en: Line | None = None
    """英文名称：可不填。
    Name in English: optional."""
    class_code: Code | None = None
    """分类代码：国家标准的代码，如 A02010105；不填用本表的。
    Class code: of the national standard; that of the list unless said otherwise."""
    quantity: Count = 1
    """数量：几件；不填是一件。
    Quantity: one unless said otherwise."""
    unit: Line | None = None
    """单位：台、套、张等。
    Unit: pieces, sets, and so on."""
    unit_value: Money
    """单价：每件入账的价值（元）。
    Unit value: at which each was booked, in yuan."""
    acquired_on: Date
    """取得日期：入账之日。
    Acquired on: the day it was booked."""
    source: AssetSource = AssetSource.PURCHASE
    """来源：不填是购置。
    Source: bought unless said otherwise."""
    room: RoomRef | None = None
    """所在室：rooms 里的文件名加 # 和短名；不填用本表的。
    Room: file name in rooms, # and short name; that of the list unless said otherwise."""
    place: Line | None = None
    """存放地点：不在室内时写；不填用本表的。
    Place: where it is not in a room; that of the list unless said otherwise."""
    custodian: PostRef | None = None
    """保管岗位：谁保管；不填用本表的。
    Custodian: the post in charge; that of the list unless said otherwise."""
    state: AssetState = AssetState.IN_USE
    """状态：不填是在用。
    State: in use unless said otherwise."""
    life_years: Count | None = None
    """使用年限：预计用几年。
    Life: how many years it is to serve."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购项目：tenders 里的文件名。
    Purchase: the file name in tenders."""
    note: Line | None = None
    """备注：规格、去向等。
    Note: specification, whereabouts, and so on."""


class Disposal(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Things that leave the list together."""

    id: Slug
    """短名：这次处置的短名。
    Short name: of the disposal."""
    assets: tuple[Slug, ...]
    """资产：本表里的短名。
    Assets: their short names in this list."""
    reason: Line
    """原因：为什么处置。
    Reason: why they leave."""
    method: DisposalMethod
    """方式：报废、公开拍卖、协议转让、调拨等。
    Method: scrapped, public auction, sale by agreement, transfer and so on."""
    approved_by: PostRef | None = None
    """批准岗位：谁批准的。
    Approved by: the post that allowed it."""
    approved_on: Date | None = None
    """批准日期：哪天批准的。
    Approved on: the day it was allowed."""
    document: Line | None = None
    """批复文号：主管部门的批复或集体决定。
    Document: the reply of the authority, or the decision of the meeting."""
    on: Date
    """处置日期：哪天离开的，从这天起不再在册。
    Disposed on: the day they left; from then on they are off the list."""
    proceeds: Money = Decimal("0.00")
    """处置收入：卖得多少（元）。
    Proceeds: what they brought, in yuan."""


class AssetList(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The cards of one class, one room or the whole school."""

    class_code: Code | None = None
    """分类代码：本表各件相同时写在这里。
    Class code: where all in this list have the same."""
    room: RoomRef | None = None
    """所在室：本表各件在同一室时写在这里。
    Room: where all in this list are in one."""
    place: Line | None = None
    """存放地点：本表各件相同时写在这里。
    Place: where all in this list have the same."""
    custodian: PostRef | None = None
    """保管岗位：本表各件相同时写在这里。
    Custodian: where all in this list have the same."""
    items: tuple[Asset, ...]
    """资产：一张卡片一行。
    Assets: one card a line."""
    disposals: tuple[Disposal, ...] = ()
    """处置：离开本表的，逐次列出。
    Disposals: what left this list, one by one."""
    stated_value: Money | None = None
    """价值合计（核对用）：账上的数。
    Total value (for checking): as in the books."""
