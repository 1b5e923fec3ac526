"""What a school writes down about a charge before it collects it."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Date, Line, Money, Phone, Refers, Slug, Term
from site_builder.model.record import Part, Record


class Nature(StrEnum):
    """What kind of charge it is; the law treats them differently."""

    TUITION = "tuition"
    """学费 / Tuition"""
    BOARDING = "boarding"
    """住宿费 / Boarding fee"""
    ADMINISTRATIVE = "administrative"
    """行政事业性收费 / Administrative fee"""
    SERVICE = "service"
    """服务性收费 / Service fee"""
    AGENCY = "agency"
    """代收费 / Agency fee"""
    DEPOSIT = "deposit"
    """押金 / Deposit"""
    OTHER = "other"
    """其他 / Other"""


CHOSEN = (Nature.SERVICE, Nature.AGENCY)
"""What pupils may take or leave: 教财〔2020〕5号 on charges in schools."""


class ChargeUnit(StrEnum):
    """What one payment is for."""

    PUPIL_TERM = "pupil-term"
    """每生每学期 / per pupil and term"""
    PUPIL_MONTH = "pupil-month"
    """每生每月 / per pupil and month"""
    PUPIL_DAY = "pupil-day"
    """每生每天 / per pupil and day"""
    PUPIL_YEAR = "pupil-year"
    """每生每学年 / per pupil and school year"""
    MEAL = "meal"
    """每餐 / per meal"""
    SET = "set"
    """每套 / per set"""
    COPY = "copy"
    """每册 / per copy"""
    TIME = "time"
    """每次 / each time"""


class Pricing(StrEnum):
    """Who sets the price."""

    APPROVED = "approved"
    """政府定价 / Set by the authorities"""
    GUIDED = "guided"
    """政府指导价 / Within a limit set by the authorities"""
    FILED = "filed"
    """学校定价并备案 / Set by the school and filed"""
    AT_COST = "at-cost"
    """按成本据实结算 / At cost, settled at the end"""


class Consent(StrEnum):
    """How guardians agree to a charge they need not take."""

    WRITTEN = "written"
    """书面同意 / In writing"""
    ONLINE = "online"
    """网上确认，留存记录 / Online, with a record"""
    NOT_REQUIRED = "not-required"
    """不需要 / Not required"""


class Receipt(StrEnum):
    """What the payer gets."""

    FISCAL = "fiscal"
    """财政票据 / Fiscal receipt"""
    TAX_INVOICE = "tax-invoice"
    """税务发票 / Tax invoice"""


class GradeStandard(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A standard that holds for some grades only."""

    id: Slug | None = None
    """短名：别处引用这几个年级的标准时用，如 g3-4；可不填。
    Short name: by which other records name it, such as g3-4; optional."""
    grades: Line
    """年级：如“一、二年级”。
    Grades: such as “grades 1 and 2”."""
    standard: Money
    """收费标准：这些年级的金额。
    Standard: the amount for these grades."""


class Contact(Part, frozen=True, kw_only=True, omit_defaults=True):
    """An office to complain to."""

    office: Line
    """单位：受理监督举报的部门。
    Office: that takes complaints."""
    phone: Phone
    """电话：办公电话或热线。
    Telephone: of the office, or a hotline."""


class Fee(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One charge, as the fee board shows it."""

    nature: Nature
    """收费性质：服务性收费、代收费等。
    Nature: service fee, agency fee, and so on."""
    charge_unit: ChargeUnit
    """计费单位：每生每学期、每餐等。
    Charging unit: per pupil and term, per meal, and so on."""
    pricing: Pricing
    """定价方式：谁定价；按成本结算写 at-cost。
    Pricing: who sets the price; at-cost where it is settled at cost."""
    standard: Money | None = None
    """收费标准：金额；按成本结算且不预收时可不填。
    Standard: the amount; may be left out where it is at cost and nothing is paid in advance."""
    by_grade: tuple[GradeStandard, ...] = ()
    """分年级标准：各年级不同时写在这里，不再写收费标准。
    Standards by grade: here instead of one standard where grades differ."""
    approved_max: Money | None = None
    """批准上限：文件规定的最高标准。
    Approved maximum: the highest standard the document allows."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购：标准由采购确定的，写 tenders 里的文件名；标准和成交单价核对。
    Purchase: the file name in tenders, where a purchase fixed the standard; it is compared with the unit prices."""
    scope: Line
    """收费范围：向哪些学生收。
    Scope: which pupils pay."""
    voluntary: bool
    """自愿：是否由学生和家长自愿选择。
    Voluntary: whether pupils and guardians choose."""
    consent: Consent | None = None
    """同意方式：家长怎样表示同意。
    Consent: how guardians agree."""
    content: Line | None = None
    """服务内容：这笔钱包括什么。
    Content: what is given for it."""
    provider: Line | None = None
    """提供单位：代收费的收款单位。
    Provider: who is paid in the end, for agency fees."""
    refund_rule: Line
    """退费办法：多收、中途退出怎样退。
    Refund rule: what is returned and when."""
    reduction_policy: Line | None = None
    """减免政策：哪些学生少收或免收。
    Reduction: which pupils pay less or nothing."""
    receipt_type: Receipt | None = None
    """票据：财政票据或税务发票。
    Receipt: fiscal receipt or tax invoice."""
    phones: tuple[Contact, ...]
    """监督电话：价格、教育部门和学校的办公电话。
    Supervision telephones: of the authorities and the school."""
    term: Term | None = None
    """学期：只收一个学期的写学期；长期执行的不填。
    Term: where it is collected for one term only."""
    valid_from: Date
    """执行起始：从哪天起执行。
    Valid from: the first day it holds."""
    valid_until: Date | None = None
    """执行截止：到哪天为止；长期执行不填。
    Valid until: the last day it holds, if there is one."""
    first_collected_on: Date | None = None
    """首次收取：第一次收这笔钱的日子。
    First collected on: the first day money is taken."""
    changed_on: Date | None = None
    """变动日期：标准、范围等最近一次变动的日子。
    Changed on: the day the standard, the scope or the like last changed."""
    updated_on: Date | None = None
    """公示更新：变动以后公示栏更新的日子。
    Board updated on: the day the fee board followed the change."""
