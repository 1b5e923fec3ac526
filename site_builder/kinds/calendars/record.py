"""The school calendar: terms, vacations, public holidays and the working days made up for them."""

from site_builder.model.form import Date, Line, SchoolYear, Term
from site_builder.model.record import BasisRef, Part, Record


class TermDates(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A term with its first and last day."""

    term: Term
    """学期：2025A 是 2025 年秋季学期，2026S 是 2026 年春季学期。
    Term: 2025A is autumn 2025, 2026S is spring 2026."""
    starts_on: Date
    """开始：学期第一天。
    First day: the first day of the term."""
    ends_on: Date
    """结束：学期最后一天。
    Last day: the last day of the term."""
    teaching_from: Date | None = None
    """正式上课：学生开始上课的日子；可不填。
    Lessons from: the day lessons begin; optional."""
    basis: BasisRef | None = None
    """依据：校历通知，bases 里的文件名。
    Basis: the notice that sets it, a file name in bases."""


class Vacation(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A winter or summer vacation."""

    name: Line
    """名称：寒假、暑假等。
    Name: winter vacation, summer vacation."""
    name_en: Line | None = None
    """英文名称：可不填。
    Name in English: optional."""
    starts_on: Date
    """开始：放假第一天。
    First day: the first day off."""
    ends_on: Date
    """结束：放假最后一天。
    Last day: the last day off."""
    basis: BasisRef | None = None
    """依据：校历通知，bases 里的文件名。
    Basis: the notice that sets it, a file name in bases."""


class Holiday(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A public holiday as announced, weekends within it included."""

    name: Line
    """名称：春节、清明节等。
    Name: Spring Festival, Qingming."""
    name_en: Line | None = None
    """英文名称：可不填。
    Name in English: optional."""
    starts_on: Date
    """开始：放假第一天。
    First day: the first day off."""
    ends_on: Date
    """结束：放假最后一天。
    Last day: the last day off."""
    basis: BasisRef | None = None
    """依据：放假通知，bases 里的文件名。
    Basis: the notice that announces it, a file name in bases."""


class MakeUpDay(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A Saturday or Sunday that is worked in exchange for a day off."""

    date: Date
    """日期：要上班的周六或周日。
    Date: the Saturday or Sunday that is worked."""
    makes_up_for: Line | None = None
    """调休原因：为哪个节日调的。
    For: the holiday it is exchanged for."""
    basis: BasisRef | None = None
    """依据：放假通知，bases 里的文件名。
    Basis: the notice that announces it, a file name in bases."""


class Calendar(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The calendar of one school year, from August to the next August; every deadline is reckoned with it."""

    school_year: SchoolYear
    """学年：例如 2025-2026。
    School year: 2025-2026, for example."""
    provisional: bool = False
    """暂定：其中有一部分放假安排国家还没有公布。
    Provisional: part of the holidays has not been announced yet."""
    terms: tuple[TermDates, ...]
    """学期：按先后填写。
    Terms: in order."""
    vacations: tuple[Vacation, ...] = ()
    """寒暑假：按先后填写。
    Vacations: in order."""
    holidays: tuple[Holiday, ...] = ()
    """节假日：法定节假日及调休形成的连休，按先后填写。
    Public holidays: with the days joined to them, in order."""
    make_up_days: tuple[MakeUpDay, ...] = ()
    """调休上班日：周末上班的日子。
    Swapped working days: weekend days that are worked."""


Span = TermDates | Vacation | Holiday
"""What has a first and a last day."""
