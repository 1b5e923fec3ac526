"""The attendance of a month in totals; there is no place to write who was away, or why."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import Count, Line, Month, Number
from site_builder.model.record import At, Audience, Part, Record


class Ground(StrEnum):
    """On what ground somebody is away."""

    PERSONAL = "personal"
    """事假 / Personal leave"""
    SICK = "sick"
    """病假 / Sick leave"""
    FAMILY = "family"
    """婚、丧、产、护理假 / Family leave"""
    BUSINESS = "business"
    """公假、外出培训 / Official leave and training"""
    OTHER = "other"
    """其他 / Other"""


class Leave(Part, frozen=True, kw_only=True, omit_defaults=True):
    """All leave on one ground, of everybody together."""

    ground: Ground
    """假别：哪一类假。
    Ground: of the leave."""
    days: Number
    """天数：全校合计，半天写 0.5。
    Days: of all staff together; half a day is 0.5."""


class Attendance(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The attendance of all staff in one month."""

    month: Month
    """月份：哪个月的考勤。
    Month: 2026-04, for example."""
    staff: Count
    """应考勤人数：列入考勤的教职工。
    Staff: how many are counted."""
    working_days: Count
    """工作日：这个月的工作日，与校历一致。
    Working days: of the month, as the calendar has them."""
    due: Number
    """应出勤：人数乘工作日，单位是人天。
    Due: staff times working days, in person-days."""
    present: Number
    """实出勤：实际出勤的人天。
    Present: person-days that were worked."""
    leave: Annotated[tuple[Leave, ...], At(Audience.STAFF)] = ()
    """请假：按假别合计，只给教职工看；不写个人。
    Leave: by ground, for staff to see; never by person."""
    note: Line | None = None
    """说明：不写姓名和请假原因。
    Note: without names and reasons."""
