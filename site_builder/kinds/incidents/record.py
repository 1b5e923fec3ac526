"""An incident: when it was found, to whom it was reported when, and what was done."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import Count, Date, DateTime, Line
from site_builder.model.record import At, Audience, Part, Prose, Record


class IncidentType(StrEnum):
    """What happened."""

    FOOD = "food"
    """食品安全 / Food safety"""
    HEALTH = "health"
    """传染病等公共卫生 / Public health"""
    INJURY = "injury"
    """人身伤害 / Injury"""
    FIRE = "fire"
    """火灾 / Fire"""
    TRAFFIC = "traffic"
    """交通 / Traffic"""
    ORDER = "order"
    """治安 / Public order"""
    FACILITY = "facility"
    """设施设备 / Facilities"""
    OTHER = "other"
    """其他 / Other"""


class Body(StrEnum):
    """Who has to be told."""

    EDUCATION = "education"
    """教育主管部门 / Education authority"""
    MARKET = "market"
    """市场监督管理部门 / Market regulator"""
    HEALTH = "health"
    """卫生健康部门 / Health authority"""
    POLICE = "police"
    """公安机关 / Police"""
    FIRE = "fire"
    """消防救援机构 / Fire service"""
    GUARDIANS = "guardians"
    """家长 / Guardians"""
    OTHER = "other"
    """其他 / Other"""


class Report(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One report to a body."""

    to: Body
    """报告对象：报给谁。
    To: who was told."""
    at: DateTime
    """报告时间：几日几点几分。
    At: the day and the time."""


class Incident(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What happened, without anybody's name; what is not for the public stands in the narrative."""

    type: IncidentType
    """类别：哪一类事件。
    Type: what happened."""
    found_at: DateTime
    """发现时间：几日几点几分。
    Found at: the day and the time."""
    reported: tuple[Report, ...] = ()
    """报告：逐次写明报给谁、什么时候。
    Reported: to whom and when, one by one."""
    persons: Count
    """涉及人数：有多少人受影响；没有写 0。
    Persons: how many were affected; 0 for none."""
    measures: Line | None = None
    """处置：采取了什么措施。
    Measures: what was done."""
    closed_on: Date | None = None
    """结束日期：哪天处置完毕。
    Closed on: the day it was over."""
    narrative: Annotated[Prose | None, At(Audience.INTERNAL)] = None
    """经过：只供内部，不写姓名。
    Narrative: internal, and without names."""
