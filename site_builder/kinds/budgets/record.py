"""What a school writes down about its budget of one year."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import Code, Date, Line, Money, Percent, Slug, Year
from site_builder.model.record import At, Audience, BasisRef, Part, Record


class Side(StrEnum):
    """Whether money comes in or goes out."""

    INCOME = "income"
    """收入 / Income"""
    EXPENDITURE = "expenditure"
    """支出 / Expenditure"""


class Category(StrEnum):
    """The two parts every public budget is split into."""

    BASIC = "basic"
    """基本支出 / Basic expenditure"""
    PROJECT = "project"
    """项目支出 / Project expenditure"""


class ThreePublic(StrEnum):
    """The expenses that have to be shown apart in every public budget."""

    TRIPS = "trips"
    """因公出国（境）费 / Official trips abroad"""
    CAR_PURCHASE = "car-purchase"
    """公务用车购置费 / Purchase of official cars"""
    CAR_RUNNING = "car-running"
    """公务用车运行维护费 / Running of official cars"""
    RECEPTION = "reception"
    """公务接待费 / Official receptions"""


class Version(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One state of the budget: as approved, as adjusted, as carried out."""

    id: Slug
    """版本：approved 为批复数，adjusted-1、adjusted-2 为各次调整，executed 为执行数。
    Version: approved, adjusted-1, adjusted-2 … for each adjustment, executed for what was spent."""
    on: Date
    """日期：批复、调整之日；执行数写截止日。
    Date: of the reply or adjustment; for executed, the day up to which it counts."""
    basis: BasisRef | None = None
    """批复文件：bases 里的文件名。
    Approval: the file name in bases."""
    document: Line | None = None
    """文号：没有单独登记的批复写文号或会议。
    Document: number of the reply or the meeting, where it is not filed in bases."""
    reason: Line | None = None
    """理由：为什么调整。
    Reason: why it was adjusted."""


class Adjustment(Part, frozen=True, kw_only=True, omit_defaults=True):
    """By how much an adjustment changed a line."""

    version: Slug
    """版本：哪一次调整，如 adjusted-1。
    Version: which adjustment, such as adjusted-1."""
    change: Money
    """变动金额：增加为正，减少写负号。
    Change: an increase as it is, a decrease with a minus sign."""
    reason: Line | None = None
    """理由：这一行为什么变。
    Reason: why this line changed."""


class BudgetLine(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One line of income or expenditure; lines below it name it as their parent."""

    id: Slug
    """短名：别处引用这一行时用，如 water。
    Short name: by which other records refer to it, such as water."""
    title: Line
    """科目名称：打印在表里的名称。
    Line: its name in the table."""
    title_en: Line | None = None
    """英文名称：英文界面使用；可不填。
    English name: for the English interface; optional."""
    parent: Slug | None = None
    """上级行：上一级那一行的短名；最上级不填。
    Parent: the short name of the line above; left out at the top."""
    side: Side = Side.EXPENDITURE
    """收支：收入写 income；不填是支出。
    Side: income for income; expenditure unless said otherwise."""
    code: Code | None = None
    """经济分类：收入来源或支出经济分类编码，如 30205。
    Economic code: of the source or the economic classification, such as 30205."""
    function_code: Code | None = None
    """功能分类：如 2050202 小学教育。
    Function code: such as 2050202, primary education."""
    category: Category | None = None
    """支出类别：基本支出或项目支出。
    Category: basic or project expenditure."""
    three_public: ThreePublic | None = None
    """三公经费：属于哪一项；不属于就不填。
    Three public expenses: which of them it belongs to, if any."""
    previous: Money | None = None
    """上年数：上年预算数；网站上有上年预算的不用填。
    Previous: last year's budget; left out where that budget is on the site."""
    approved: Money | None = None
    """批复数：下面还有行时可不填，自动合计。
    Approved: may be left out where there are lines below, then it is summed."""
    adjustments: tuple[Adjustment, ...] = ()
    """调整：各次调整的变动金额；写在最下级。
    Adjustments: the change by each of them; written at the lowest level."""
    executed: Money | None = None
    """执行数：到截止日的实际收支；写在最下级。
    Executed: received or spent up to that day; written at the lowest level."""
    stated_share: Percent | None = None
    """占比（核对用）：占本边合计的百分之几，文件上印的数。
    Share (for checking): of its side, as printed."""
    note: Line | None = None
    """说明：差异或用途。
    Note: on differences or purpose."""
    internal_note: Annotated[Line | None, At(Audience.STAFF)] = None
    """内部说明：只给教职工看。
    Internal note: for staff only."""


class EmptyTable(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A prescribed table that this budget has no figures for."""

    title: Line
    """表名：如“政府性基金预算支出表”。
    Table: its name."""
    note: Line
    """说明：为什么没有数，或者在哪里公开。
    Note: why nothing is in it, or where it is published."""


class Budget(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The budget of a year: all its lines in all its versions, nothing added up by hand."""

    fiscal_year: Year
    """年度：预算年度。
    Fiscal year: of the budget."""
    fund: Line | None = None
    """资金说明：包括哪些资金。
    Funds: which money it covers."""
    versions: tuple[Version, ...]
    """版本：批复、各次调整、执行，按时间排列。
    Versions: approved, each adjustment, executed; in order of time."""
    lines: tuple[BudgetLine, ...]
    """预算行：收入行和支出行，最多三级。
    Lines: of income and expenditure, three levels at most."""
    staff_count: Line | None = None
    """编制人员：编制和在职情况。
    Staff: posts and persons employed."""
    empty_tables: tuple[EmptyTable, ...] = ()
    """空表：规定要公开而本单位没有数的表，逐张说明；有数的表作为附件。
    Empty tables: prescribed ones without figures, with a note each; those with figures are attachments."""
    stated_income: Money | None = None
    """收入合计（核对用）：批复文件上印的数。
    Total income (for checking): as printed in the reply."""
    stated_expenditure: Money | None = None
    """支出合计（核对用）：批复文件上印的数。
    Total expenditure (for checking): as printed in the reply."""
    stated_three_public: Money | None = None
    """三公经费合计（核对用）：文件上印的数。
    Three public expenses (for checking): as printed."""
    stated_rate: Percent | None = None
    """执行率（核对用）：决算说明里写的支出完成比例。
    Rate (for checking): of expenditure carried out, as the text has it."""
