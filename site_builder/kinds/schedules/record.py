"""A month of the calendar of duties: what is done on which day, by which post, and what came of it."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Date, Line, Month, Refers, Slug
from site_builder.model.record import Part, PostRef, Record, RecordRef

PlanRef = Annotated[str, REFERENCE, Refers("plans")]
MeasureRef = Annotated[str, REFERENCE, Refers("plans", "measures")]


class Area(StrEnum):
    """Which part of the work an entry belongs to."""

    TEAM = "team"
    """队伍建设 / Team"""
    PROPERTY = "property"
    """财产管理 / Property"""
    PROCUREMENT = "procurement"
    """物资采购 / Purchasing"""
    FINANCE = "finance"
    """财务收费 / Finance and fees"""
    CANTEEN = "canteen"
    """食堂卫生 / Canteen"""
    SAFETY = "safety"
    """安全保卫 / Safety"""
    ENVIRONMENT = "environment"
    """绿化环境 / Grounds"""
    SERVICE = "service"
    """维修服务 / Repairs and service"""
    DISCLOSURE = "disclosure"
    """信息公开 / Disclosure"""


class EntryState(StrEnum):
    """How far an entry has come."""

    PLANNED = "planned"
    """未开始 / Planned"""
    DOING = "doing"
    """进行中 / Under way"""
    DONE = "done"
    """已完成 / Done"""
    POSTPONED = "postponed"
    """已延期 / Postponed"""
    DROPPED = "dropped"
    """已取消 / Dropped"""


class ScheduleEntry(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to be done in the month: on a day, over some days, or at any time in it."""

    id: Slug
    """短名：本月内不重复。
    Short name: unique within the month."""
    text: Line
    """事项：做什么。
    Entry: what is done."""
    text_en: Line | None = None
    """英文：可不填。
    Entry in English: optional."""
    area: Area
    """工作方面：属于哪一块工作。
    Area: which part of the work it belongs to."""
    measure: MeasureRef | None = None
    """对应措施：计划里的哪条措施，例如 2026-spring#m-safety。
    Measure: the one of the plan that it carries out, such as 2026-spring#m-safety."""
    owner: PostRef | None = None
    """责任岗位：例如 general-affairs#director。
    Owner: the post that answers for it, such as general-affairs#director."""
    day: Date | None = None
    """日期：一天做完的事填这一项。
    Day: for what is done on one day."""
    starts_on: Date | None = None
    """开始：要做几天的事，从哪天起。
    From: for what takes several days, the first."""
    ends_on: Date | None = None
    """结束：要做几天的事，到哪天止。
    To: for what takes several days, the last."""
    about_month: Month | None = None
    """所属月份：公布哪个月的考勤、账目等。
    About month: the month whose attendance or accounts it is about."""
    about_holiday: Line | None = None
    """所属节日：例如 清明节、暑假，名称与校历一致。
    About holiday: the holiday or vacation it is about, as the calendar names it."""
    state: EntryState = EntryState.PLANNED
    """状态：未开始、进行中、已完成、已延期或已取消。
    State: planned, under way, done, postponed or dropped."""
    done_on: Date | None = None
    """完成日期：实际做完的日子。
    Done on: the day it was really done."""
    result: Line | None = None
    """结果：做成了什么样。
    Result: what came of it."""
    evidence: tuple[RecordRef, ...] = ()
    """佐证：做完的凭据，例如 inspections/2026-03、registers/meters-2026。
    Evidence: records that show it was done, such as inspections/2026-03."""
    postponed_to: Date | None = None
    """延期到：改在哪天做。
    Postponed to: the day it was moved to."""
    reason: Line | None = None
    """原因：为什么延期或取消。
    Reason: why it was postponed or dropped."""


class Schedule(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The calendar of duties for one month."""

    month: Month
    """月份：例如 2026-03。
    Month: 2026-03, for example."""
    plan: PlanRef | None = None
    """所属计划：plans 里的文件名。
    Plan: the file name in plans."""
    owner: PostRef | None = None
    """负责岗位：对本月安排负责的岗位。
    Owner: the post that answers for the month."""
    entries: tuple[ScheduleEntry, ...]
    """事项：本月要做的事。
    Entries: what is to be done in the month."""
