"""What the sheet of a plan shows beyond its record: the weeks it covers, and the money behind its measures."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class WallDay:
    """A day of the weekly calendar."""

    date: date
    worked: bool
    made_up: bool
    """Whether it is a weekend day that is worked."""
    holiday: str = ""
    holiday_en: str = ""


@dataclass(frozen=True, slots=True)
class WallWeek:
    """Seven days from Monday on."""

    number: int | None
    """Which week of term it is; None out of term."""
    days: tuple[WallDay, ...]
    vacation: str = ""
    vacation_en: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """A budget line that pays for measures."""

    path: str
    """As measures name it: ``2026#repairs``."""
    title: str
    title_en: str
    budgeted: Decimal
    spent: Decimal | None


@dataclass(frozen=True, slots=True)
class Annex:
    """Both together."""

    weeks: tuple[WallWeek, ...] = ()
    money: tuple[Money, ...] = ()
