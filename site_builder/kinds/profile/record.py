"""What a place says of its own limits, periods and lists."""

from site_builder.model.form import Code, Date, Line
from site_builder.model.record import Part, Record


class Setting(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One limit, period or list that differs here from the profile it builds on, or that was confirmed."""

    name: Code
    """名称：参数的名字，如 expense.major。
    Name: of the setting, such as expense.major."""
    value: Code | None = None
    """值：一个数，单位见参数说明。
    Value: a figure, in the unit of the setting."""
    values: tuple[Line, ...] = ()
    """列表：参数是列表时，逐项写。
    Values: the items, where the setting is a list."""
    off: bool = False
    """不设：本单位没有这项限制。
    Off: this place has no such limit."""
    basis: Line | None = None
    """依据：凭什么这样定。
    Basis: on what ground it is so."""
    confirmed_on: Date | None = None
    """确认日期：哪天确认按此执行。
    Confirmed on: the day the place decided to go by it."""


class Profile(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The profile a site goes by, and what differs here."""

    extends: Code = "cn-school"
    """以哪套标准为底：cn-school（中小学）、team（临时队伍）、bare（空白）。
    Builds on: cn-school, team or bare."""
    settings: tuple[Setting, ...] = ()
    """参数：和底本不同的，或者已经确认的。
    Settings: those that differ, or were confirmed."""
