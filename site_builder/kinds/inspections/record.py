"""An inspection: who looked at which places when, and what dangers were found and removed."""

from enum import StrEnum

from site_builder.model.form import Date, Line, Month, Slug, Term
from site_builder.model.record import Part, PostRef, Record


class InspectionType(StrEnum):
    """What was looked for."""

    SAFETY = "safety"
    """校园安全 / Campus safety"""
    ELECTRIC = "electric"
    """用电线路 / Electrical wiring"""
    FIRE = "fire"
    """消防 / Fire safety"""
    PROPERTY = "property"
    """财产设施 / Property and fittings"""
    OPENING = "opening"
    """开学准备 / Readiness for term"""
    LIGHTING = "lighting"
    """照明 / Lighting"""
    SAVING = "saving"
    """节水节电 / Saving water and power"""
    CANTEEN = "canteen"
    """食堂 / Canteen"""
    HYGIENE = "hygiene"
    """卫生 / Hygiene"""
    HANDOVER = "handover"
    """交接 / Hand-over"""
    OTHER = "other"
    """其他 / Other"""


class HazardLevel(StrEnum):
    """How grave a danger is."""

    GENERAL = "general"
    """一般隐患 / General"""
    MAJOR = "major"
    """重大隐患 / Major"""


class Hazard(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A danger that was found, and what became of it."""

    id: Slug
    """短名：这条隐患的短名，如 loose-rail。
    Short name: of the hazard, such as loose-rail."""
    what: Line
    """隐患：发现了什么。
    Hazard: what was found."""
    level: HazardLevel
    """等级：一般或重大。
    Level: general or major."""
    place: Line
    """场所：哪一类场所，如宿舍、楼道。
    Place: the class of place, such as dormitory or stairs."""
    found_on: Date
    """发现日期：哪天发现的。
    Found on: the day it was found."""
    due: Date
    """整改期限：最迟哪天改好。
    Due: the day by which it is to be removed."""
    owner: PostRef
    """整改岗位：由谁负责改。
    Owner: the post that removes it."""
    measure: Line | None = None
    """整改措施：怎样改。
    Measure: how it is removed."""
    closed_on: Date | None = None
    """改好日期：哪天改好的。
    Closed on: the day it was removed."""
    rechecked_by: PostRef | None = None
    """复查岗位：由另一个岗位复查。
    Re-checked by: another post than the owner."""
    reported_on: Date | None = None
    """上报日期：重大隐患哪天报告主管部门。
    Reported on: the day a major one was reported to the authority."""


class Inspection(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One inspection with what it found."""

    type: InspectionType
    """类别：查的是哪方面。
    Type: what was looked for."""
    month: Month
    """月份：算哪个月的检查。
    Month: for which it counts."""
    term: Term | None = None
    """学期：开学、期末检查填写。
    Term: for an inspection at its beginning or end."""
    date: Date
    """检查日期：哪天查的。
    Date: of the inspection."""
    inspector: PostRef
    """检查岗位：谁查的。
    Inspector: the post that looked."""
    areas_expected: tuple[Line, ...] = ()
    """应查部位：这次应当查到的地方。
    Areas expected: the places that were to be looked at."""
    areas_done: tuple[Line, ...] = ()
    """已查部位：实际查到的地方，名称与应查部位一致。
    Areas done: the places that were looked at, named as above."""
    hazards: tuple[Hazard, ...] = ()
    """隐患：逐条列出；没有发现就不写。
    Hazards: one by one; none when nothing was found."""
