"""The stages of a purchase up to the opening of the tenders: what is said to everybody, and what comes in."""

from site_builder.kinds.tenders.outcome import Item
from site_builder.model.form import Date, Line, Money, Month, Number, Phone, Time
from site_builder.model.record import Part


class Intention(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What is meant to be bought, told before it starts."""

    on: Date
    """公开日期：意向公开之日。
    Date: it was published."""
    planned_month: Month
    """预计月份：打算何时采购。
    Planned month: of the purchase."""
    summary: Line
    """需求概况：内容、数量、质量、服务、时间。
    Need: what, how much, of what quality, when."""
    small_business: bool = False
    """面向中小企业：是否预留。
    Set aside: for small and medium enterprises."""


class SingleSource(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Why only one supplier can deliver, open to objections."""

    on: Date
    """公示开始：公示第一天。
    From: the first day of the notice."""
    period_to: Date
    """公示结束：公示最后一天。
    To: the last day of the notice."""
    supplier: Line
    """拟定供应商：单位名称。
    Supplier: the firm intended."""
    reason: Line
    """理由：为什么只能由它提供。
    Reason: why nobody else can."""
    opinion: Line
    """论证意见：专业人员的意见。
    Opinion: of the experts."""


class Notice(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The invitation to tender or to make an offer."""

    on: Date
    """公告日期：发布之日。
    Date: of publication."""
    doc_from: Date | None = None
    """文件发售起：从哪天可取采购文件。
    Documents from: the first day they can be had."""
    doc_to: Date | None = None
    """文件发售止：到哪天为止。
    Documents to: the last day."""
    period_to: Date | None = None
    """公告期止：公告期最后一天。
    Notice period to: its last day."""
    stated_budget: Money | None = None
    """预算金额（核对用）：公告里写的，元。
    Budget (for checking): as the notice has it, in yuan."""
    stated_ceiling: Money | None = None
    """最高限价（核对用）：公告里写的，元。
    Ceiling price (for checking): as the notice has it, in yuan."""
    deadline: Date
    """截止日期：投标或响应截止。
    Deadline: for tenders or offers."""
    deadline_time: Time | None = None
    """截止时刻：几点几分。
    Time: of the deadline."""
    opening: Date | None = None
    """开标日期：何时开标。
    Opening: on which day."""
    place: Line | None = None
    """地点：递交和开标地点。
    Place: of delivery and opening."""
    qualifications: tuple[Line, ...] = ()
    """资格要求：逐条列出。
    Qualifications: one by one."""
    phone: Phone | None = None
    """联系电话：询问采购事项。
    Telephone: for questions."""


class Correction(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A change of the notice."""

    on: Date
    """日期：更正公告之日。
    Date: of the correction."""
    summary: Line
    """更正内容：原文怎样，改成怎样。
    Change: what it said and what it says now."""
    deadline: Date | None = None
    """新的截止日期：顺延时填写。
    New deadline: where it was put off."""


class Bid(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One tender or offer."""

    supplier: Line
    """投标人：单位名称。
    Bidder: the firm."""
    amount: Money
    """报价：元。
    Price: in yuan."""
    received_on: Date | None = None
    """收到日期：收到投标文件之日。
    Received on: the day it came in."""
    valid: bool = True
    """有效：是否通过审查。
    Valid: whether it passed the examination."""
    score: Number | None = None
    """得分：综合评分。
    Score: in the evaluation."""
    price_score: Number | None = None
    """价格分：得分里报价的部分；最低有效报价 ÷ 报价 × 价格分值。
    Price score: the part for the price; lowest valid bid ÷ bid × points for the price."""
    quality_score: Number | None = None
    """其余分：得分里技术、商务、服务的部分。
    Other score: the part for quality, experience and service."""
    reason: Line | None = None
    """无效原因：未通过审查的写原因。
    Reason: why it is void."""


class Opening(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What came in, and who judged it."""

    on: Date
    """日期：开标之日。
    Date: of the opening."""
    bids: tuple[Bid, ...]
    """投标：全部投标，含无效的。
    Bids: all of them, void ones too."""
    experts: tuple[Line, ...] = ()
    """评审小组：法律规定公开的名单或组成。
    Panel: its members or make-up, as the law has them published."""
    price_points: Number | None = None
    """价格分值：报价最多得几分，如 30；写了就核对价格分。
    Points for the price: how many there are at most, such as 30; the price scores are checked with it."""
    stated_mean: Money | None = None
    """平均报价（核对用）：评审报告上写的有效报价平均，元。
    Mean (for checking): of the valid bids, as the panel's report has it, in yuan."""


class Quote(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One quotation of a small purchase."""

    supplier: Line
    """供应商：单位名称。
    Supplier: the firm."""
    price: Money
    """报价：总价，元。
    Price: in all, in yuan."""
    on: Date
    """日期：报价之日。
    Date: of the quotation."""
    chosen: bool = False
    """选定：选中的一家写 true。
    Chosen: true for the one that was taken."""
    items: tuple[Item, ...] = ()
    """明细：各项数量和单价；写了就和总价核对。
    Items: quantities and unit prices; compared with the price in all, where they are written."""
