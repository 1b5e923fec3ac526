"""A duty roster: which posts are on duty when, at one place."""

from enum import StrEnum

from site_builder.model.form import Count, Date, Line, Time
from site_builder.model.record import Part, PostRef, Record


class Scope(StrEnum):
    """What kind of duty it is."""

    GATE = "gate"
    """门卫 / Gate"""
    HOLIDAY = "holiday"
    """节假日值班 / Public holiday"""
    VACATION = "vacation"
    """寒暑假值班 / Vacation"""
    ESCORT = "escort"
    """护导 / Pupil escort"""
    DORMITORY = "dormitory"
    """宿舍值班 / Dormitory"""
    TRAFFIC = "traffic"
    """校门口交通 / Traffic at the gate"""


class Days(StrEnum):
    """On which days something recurs."""

    DAILY = "daily"
    """每天 / Every day"""
    WORKDAYS = "workdays"
    """工作日 / Working days"""
    DAYS_OFF = "days-off"
    """休息日 / Days off"""
    MON = "mon"
    """周一 / Monday"""
    TUE = "tue"
    """周二 / Tuesday"""
    WED = "wed"
    """周三 / Wednesday"""
    THU = "thu"
    """周四 / Thursday"""
    FRI = "fri"
    """周五 / Friday"""
    SAT = "sat"
    """周六 / Saturday"""
    SUN = "sun"
    """周日 / Sunday"""


class Band(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of the day in which somebody has to be there."""

    days: tuple[Days, ...] = ()
    """哪些天：不写就是每天。
    Days: every day unless said otherwise."""
    begins: Time
    """开始：几点。
    Begins: at what time."""
    ends: Time
    """结束：几点；不晚于开始的算第二天。
    Ends: at what time; not later than the beginning means the next day."""


class Shift(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A turn of duty, on one day or again and again."""

    date: Date | None = None
    """日期：只在这一天的班次填写。
    Date: for a turn on one day only."""
    days: tuple[Days, ...] = ()
    """哪些天：反复的班次填写；不写就是每天。
    Days: for a turn that recurs; every day unless said otherwise."""
    begins: Time
    """开始：几点。
    Begins: at what time."""
    ends: Time
    """结束：几点；不晚于开始的算第二天，08:00 到 08:00 是 24 小时。
    Ends: at what time; not later than the beginning means the next day: 08:00 to 08:00 is 24 hours."""
    leader: PostRef | None = None
    """带班岗位：值班领导。
    Leader: the post that leads."""
    staff: tuple[PostRef, ...] = ()
    """值班岗位：一人一个岗位，如 security#guard-day。
    Staff: a post for each person, such as security#guard-day."""


class Roster(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Who is on duty at one place over a period; people appear as posts."""

    scope: Scope
    """类别：门卫、节假日、护导等。
    Scope: gate, holiday, escort and so on."""
    place: Line | None = None
    """地点：哪个门、哪栋楼。
    Place: which gate or building."""
    starts_on: Date
    """开始：第一天。
    From: the first day."""
    ends_on: Date
    """结束：最后一天。
    To: the last day."""
    around_the_clock: bool = False
    """全天值守：24 小时都要有人时写 true。
    Around the clock: true where somebody has to be there for 24 hours."""
    bands: tuple[Band, ...] = ()
    """值守时段：只在某些时段要有人时填写。
    Bands: where somebody has to be there for parts of the day."""
    shifts: tuple[Shift, ...]
    """班次：逐班写明时间和岗位。
    Shifts: turn by turn, with times and posts."""
    phone: Line | None = None
    """值班电话：办公电话，不写手机。
    Telephone: an office line, never a mobile."""
    guards: Count | None = None
    """保安员数：全校专职保安员人数，门卫值班表填写。
    Guards: how many the school has in all, for a gate roster."""
