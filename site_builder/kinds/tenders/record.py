"""What a school writes down about a purchase, from the intention to the last payment."""

from enum import StrEnum
from typing import Annotated

from site_builder.kinds.tenders.bidders import Bond, Question
from site_builder.kinds.tenders.invitation import Correction, Intention, Notice, Opening, Quote, SingleSource
from site_builder.kinds.tenders.outcome import Acceptance, Award, Contract, Payment, Termination
from site_builder.model.form import REFERENCE, Code, Date, Line, Money, Number, Refers, Slug, Url
from site_builder.model.record import Part, PostRef, Record


class ProcurementCategory(StrEnum):
    """What is bought."""

    GOODS = "goods"
    """货物 / Goods"""
    WORKS = "works"
    """工程 / Works"""
    SERVICES = "services"
    """服务 / Services"""


class Method(StrEnum):
    """How the supplier is found."""

    OPEN = "open"
    """公开招标 / Open tender"""
    INVITED = "invited"
    """邀请招标 / Invited tender"""
    NEGOTIATION = "negotiation"
    """竞争性谈判 / Competitive negotiation"""
    CONSULTATION = "consultation"
    """竞争性磋商 / Competitive consultation"""
    INQUIRY = "inquiry"
    """询价 / Inquiry"""
    SINGLE_SOURCE = "single-source"
    """单一来源 / Single source"""
    FRAMEWORK = "framework"
    """框架协议 / Framework agreement"""
    MALL = "mall"
    """网上商城 / Online mall"""
    IN_HOUSE = "in-house"
    """自行比价采购 / In-house purchase by comparison"""


class Lot(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One package of the purchase."""

    id: Slug
    """短名：包的短名。
    Short name: of the lot."""
    title: Line
    """内容：采购包的内容。
    Content: of the lot."""
    quantity: Number | None = None
    """数量：多少。
    Quantity: how many."""
    unit: Line | None = None
    """单位：台、套、平方米等。
    Unit: pieces, sets, square metres, and so on."""
    budget: Money | None = None
    """预算金额：这一包的预算。
    Budget: of the lot."""


class Tender(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A purchase with all its notices; a stage that has not come yet is simply not there."""

    project_no: Code
    """项目编号：采购项目的编号。
    Project number: of the purchase."""
    category: ProcurementCategory
    """类别：货物、工程或服务。
    Category: goods, works or services."""
    method: Method
    """采购方式：公开招标、询价、自行比价等。
    Method: open tender, inquiry, in-house and so on."""
    method_reason: Line | None = None
    """方式理由：不用公开招标时写为什么。
    Reason for the method: where it is not an open tender."""
    statutory: bool = False
    """政府采购：是否适用政府采购法的程序。
    Statutory: whether the law on government procurement governs it."""
    platform_url: Url | None = None
    """法定平台：官方公告的网址。
    Official platform: the address of the official notice."""
    agency: Line | None = None
    """代理机构：受托办理的机构。
    Agency: that runs it for the school."""
    budget: Money
    """预算金额：这次采购的预算。
    Budget: for this purchase."""
    ceiling: Money | None = None
    """最高限价：超过就无效。
    Ceiling price: bids above it are void."""
    budget_line: Annotated[str, REFERENCE, Refers("budgets", "lines")] | None = None
    """预算行：从预算的哪一行开支，如 2026#repairs。
    Budget line: that pays for it, such as 2026#repairs."""
    fund: Annotated[str, REFERENCE, Refers("funds")] | None = None
    """资金：用专项资金、代管款支付的，写 funds 里的文件名。
    Fund: the file name in funds, where an earmarked or custody fund pays for it."""
    measure: Annotated[str, REFERENCE, Refers("plans", "measures")] | None = None
    """计划措施：落实计划的哪一条，如 2026-spring#m-canteen。
    Measure: of the plan that it carries out, such as 2026-spring#m-canteen."""
    handlers: tuple[PostRef, ...]
    """经办人：至少两个不同岗位，如 general-affairs#deputy。
    Handlers: at least two different posts, such as general-affairs#deputy."""
    approved_by: PostRef | None = None
    """批准人：同意采购的岗位，不是经办人，也不是验收人。
    Approved by: the post that agreed to buy; neither a handler nor one that accepts."""
    lots: tuple[Lot, ...] = ()
    """采购包：分包时逐包列出。
    Lots: one by one where there are several."""
    quotes: tuple[Quote, ...] = ()
    """报价：小额采购的比价单，至少三家。
    Quotes: the comparison of a small purchase, at least three."""
    choice_reason: Line | None = None
    """选定理由：没选最低价时写为什么。
    Reason for the choice: where it is not the lowest price."""
    intention: Intention | None = None
    """采购意向：提前公开的意向。
    Intention: published in advance."""
    single_source: SingleSource | None = None
    """单一来源公示：拟定供应商和理由。
    Single-source notice: the supplier intended, and why."""
    notice: Notice | None = None
    """采购公告：招标、磋商、询价公告。
    Notice: inviting tenders or offers."""
    correction_notices: tuple[Correction, ...] = ()
    """更正公告：对公告的修改。
    Corrections: of the notice."""
    bid_bond: Bond | None = None
    """投标保证金：收取的写金额和退还日期。
    Bid bond: its amount and return, where one is asked."""
    inquiries: tuple[Question, ...] = ()
    """询问：供应商的询问和答复。
    Inquiries: of suppliers, and the answers."""
    challenges: tuple[Question, ...] = ()
    """质疑：供应商的质疑和答复。
    Challenges: of suppliers, and the answers."""
    opening: Opening | None = None
    """开标评审：收到的投标或响应。
    Opening: the tenders or offers received."""
    award: Award | None = None
    """中标（成交）公告：选定了谁。
    Award: who was chosen."""
    contract: Contract | None = None
    """合同公告：签了什么合同。
    Contract: that was signed."""
    performance_bond: Bond | None = None
    """履约保证金：收取的写金额和退还日期。
    Performance bond: its amount and return, where one is asked."""
    acceptance: Acceptance | None = None
    """验收：验收人、结果。
    Acceptance: by whom, with what result."""
    payments: tuple[Payment, ...] = ()
    """付款：逐笔列出。
    Payments: one by one."""
    termination: Termination | None = None
    """终止公告：为什么不再进行。
    Termination: why it was given up."""
    kept_until: Date | None = None
    """文件保存至：采购文件保存到哪天。
    Papers kept until: the last day they are kept."""
