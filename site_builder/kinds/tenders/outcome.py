"""The stages of a purchase from the award to the last payment, or to its end without one."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import Code, Date, Line, Money, Number
from site_builder.model.record import At, Audience, Part, PostRef


class Item(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One of the main things bought."""

    name: Line
    """名称：货物、工程或服务名称。
    Name: of the thing."""
    brand: Line | None = None
    """品牌：没有就不填。
    Brand: if any."""
    spec: Line | None = None
    """规格：型号或服务要求。
    Specification: model or requirement."""
    quantity: Number
    """数量：多少。
    Quantity: how many."""
    unit: Line | None = None
    """单位：台、套、平方米等。
    Unit: pieces, sets, square metres, and so on."""
    price: Money
    """单价：元。
    Unit price: in yuan."""


class Award(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Who was chosen."""

    decided_on: Date
    """确定日期：确定供应商之日。
    Decided on: the day of the decision."""
    on: Date
    """公告日期：结果公告之日。
    Date: of the announcement."""
    supplier: Line
    """供应商：单位名称。
    Supplier: the firm."""
    address: Line | None = None
    """供应商地址：注册地址。
    Address: of the firm."""
    amount: Money
    """金额：中标（成交）金额。
    Amount: of the award."""
    items: tuple[Item, ...] = ()
    """主要标的：名称、规格、数量、单价。
    Main items: name, specification, quantity, price."""
    period_to: Date | None = None
    """公告期止：公告最后一天。
    Notice period to: its last day."""


class Change(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A change of the contract's sum."""

    on: Date
    """日期：变更之日。
    Date: of the change."""
    change: Money
    """变更金额：减少写负号。
    Change: with a minus sign for a decrease."""
    reason: Line
    """理由：为什么变更。
    Reason: for the change."""


class Contract(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What was agreed."""

    no: Code
    """合同编号：合同上的编号。
    Number: of the contract."""
    signed_on: Date
    """签订日期：签字盖章之日。
    Signed on: the day of signature."""
    on: Date | None = None
    """公告日期：合同公告之日。
    Date: of the announcement."""
    filed_on: Date | None = None
    """备案日期：副本备案之日。
    Filed on: the day the copy was filed."""
    supplier: Line
    """供应商：合同相对方。
    Supplier: the other party."""
    amount: Money
    """合同金额：小写。
    Amount: in figures."""
    amount_in_words: Line | None = None
    """大写金额：合同上的大写，用来核对。
    Amount in capitals: as in the contract; it is checked."""
    starts_on: Date | None = None
    """履行起始：从哪天起。
    Starts on: the first day."""
    ends_on: Date | None = None
    """履行截止：到哪天止。
    Ends on: the last day."""
    changes: tuple[Change, ...] = ()
    """变更：补充协议。
    Changes: by supplements."""


class Result(StrEnum):
    """How the acceptance went."""

    PASSED = "passed"
    """合格 / Passed"""
    AFTER_MENDING = "after-mending"
    """整改后合格 / Passed after mending"""
    FAILED = "failed"
    """不合格 / Failed"""


class Acceptance(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Who looked at what was delivered, and found what."""

    on: Date
    """验收日期：验收之日。
    Date: of acceptance."""
    members: tuple[PostRef, ...]
    """验收人：至少两个岗位，且不是经办人。
    Members: at least two posts, none of them a handler."""
    result: Result
    """结果：合格、整改后合格、不合格。
    Result: passed, passed after mending, failed."""
    summary: Line | None = None
    """验收意见：逐项情况。
    Findings: point by point."""
    recipients_opinion: Line | None = None
    """服务对象意见：师生、家长的意见。
    Recipients' opinion: of pupils, staff, guardians."""


class Payment(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One payment to the supplier."""

    on: Date
    """付款日期：付款之日。
    Date: of payment."""
    amount: Money
    """金额：元。
    Amount: in yuan."""
    what: Line | None = None
    """款项：预付款、进度款、尾款等。
    What: advance, progress payment, last payment."""
    voucher: Annotated[Code | None, At(Audience.STAFF)] = None
    """凭证号：只给教职工看。
    Voucher: for staff only."""


class Termination(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Why a purchase was given up."""

    on: Date
    """日期：终止公告之日。
    Date: of the notice."""
    reason: Line
    """原因：为什么终止。
    Reason: for giving it up."""
