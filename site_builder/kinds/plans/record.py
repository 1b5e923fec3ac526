"""A work plan: what an office means to reach, by which measures, and who answers for each."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Cadence, Count, Date, Line, Refers, Slug, Term
from site_builder.model.record import Part, PostRef, Prose, Record

BudgetLineRef = Annotated[str, REFERENCE, Refers("budgets", "lines")]


class EvidenceKind(StrEnum):
    """What will show that a measure was carried out."""

    MINUTES = "minutes"
    """会议记录 / Minutes"""
    SIGN_IN = "sign-in"
    """签到表 / Sign-in sheet"""
    REGISTER = "register"
    """登记台账 / Register"""
    CHECK_SHEET = "check-sheet"
    """检查记录 / Check sheet"""
    PHOTOS = "photos"
    """照片 / Photographs"""
    VOUCHER = "voucher"
    """票据凭证 / Vouchers"""
    ACCEPTANCE = "acceptance"
    """验收单 / Acceptance note"""
    REPORT = "report"
    """总结报告 / Report"""
    PUBLICATION = "publication"
    """公开页面 / Published page"""


class Slogan(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A counted phrase such as "three assurances", with what it stands for."""

    label: Line
    """名称：例如“三个保障”。
    Label: "three assurances", for example."""
    label_en: Line | None = None
    """英文名称：可不填。
    Label in English: optional."""
    declared: Count
    """数目：名称里说的是几个。
    Declared: how many the label speaks of."""
    items: tuple[Line, ...]
    """内容：逐条列出。
    Items: what they are, one a line."""


class Goal(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something the plan means to reach."""

    id: Slug
    """短名：措施用它指明属于哪个目标。
    Short name: measures say by it which goal they serve."""
    title: Line
    """目标：一句话说清要达到什么。
    Goal: what is to be reached, in one sentence."""
    title_en: Line | None = None
    """英文：可不填。
    Goal in English: optional."""
    text: Prose | None = None
    """说明：补充说明；可不填。
    Text: what else there is to say; optional."""


class Measure(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something that will be done for a goal."""

    id: Slug
    """短名：行事历引用时写 2026-spring#m-safety。
    Short name: schedules name it as 2026-spring#m-safety."""
    goal: Slug
    """所属目标：goals 里的短名。
    Goal: the short name of one of the goals."""
    title: Line
    """措施名称：几个字的名称，用在表格里。
    Measure: a name of a few words, for tables."""
    title_en: Line | None = None
    """英文名称：可不填。
    Measure in English: optional."""
    text: Line
    """具体做法：做什么、做到什么程度。
    What is done: what, and how far."""
    owner: PostRef | None = None
    """责任岗位：例如 general-affairs#director。
    Owner: the post that answers for it, such as general-affairs#director."""
    due_from: Date | None = None
    """最早：可以开始的日子；只有一个期限时不填。
    Not before: when it may begin; empty where there is only a deadline."""
    due: Date | None = None
    """期限：最迟完成的日子。
    Due: the day by which it is done."""
    cadence: Cadence | None = None
    """频次：经常做的事多久做一次。
    Cadence: how often it is done, for what is done again and again."""
    evidence: EvidenceKind | None = None
    """凭据：用什么证明做到了。
    Evidence: what will show that it was done."""
    budget_line: BudgetLineRef | None = None
    """经费来源：预算的哪一行，例如 2026#repairs。
    Budget line: the line that pays for it, such as 2026#repairs."""


class Plan(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A work plan for a term, a year or a project."""

    term: Term | None = None
    """学期：学期计划填写。
    Term: for a plan of one term."""
    starts_on: Date
    """开始：计划管到的第一天。
    First day: the first day the plan covers."""
    ends_on: Date
    """结束：计划管到的最后一天。
    Last day: the last day the plan covers."""
    owner: PostRef | None = None
    """负责岗位：对整个计划负责的岗位。
    Owner: the post that answers for the whole plan."""
    doc_no: Line | None = None
    """发文字号：以正式文件印发时填写。
    Document number: when it is issued as an official document."""
    copies_to: tuple[Line, ...] = ()
    """抄送：以正式文件印发时还抄送哪些单位，印在末页的版记里；可不填。
    Copies to: the bodies that get a copy of an official document, named at its foot; optional."""
    signed_by: PostRef | None = None
    """签发岗位：由谁签发。
    Signed by: the post that signs it."""
    approved_by: PostRef | None = None
    """批准岗位：由谁批准。
    Approved by: the post that approved it."""
    approved_on: Date | None = None
    """批准日期：哪天批准的。
    Approved on: the day it was approved."""
    approved_in: Line | None = None
    """批准会议：在哪次会议上通过；可不填。
    Approved in: the meeting that adopted it; optional."""
    guiding: Prose | None = None
    """指导思想：本计划的总要求。
    Guiding principles: what the whole plan follows."""
    slogans: tuple[Slogan, ...] = ()
    """工作口号：带数目的提法，数目要和内容相符。
    Slogans: counted phrases; as many items as they declare."""
    goals: tuple[Goal, ...]
    """工作目标：每个目标至少有一条措施。
    Goals: each has at least one measure."""
    measures: tuple[Measure, ...]
    """工作措施：逐条写明做法、责任岗位和期限。
    Measures: each says what is done, by which post, by when."""
