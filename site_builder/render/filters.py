"""How single values look on a page: money, days, terms, codes, in the language of the interface."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from site_builder.model.docs import label
from site_builder.model.numerals import in_words
from site_builder.model.profile import UNITS
from site_builder.model.words import Tongue, Words
from site_builder.render.tongue import figure, pattern, word

NONE = "—"
ENGLISH = "en"
"""Whose figures are written as those of Chinese are."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_WEEKDAYS = (Words("周一", "Mon"), Words("周二", "Tue"), Words("周三", "Wed"), Words("周四", "Thu"),
             Words("周五", "Fri"), Words("周六", "Sat"), Words("周日", "Sun"))  # fmt: skip
_CADENCES = {
    "daily": Words("每天", "daily"),
    "weekly": Words("每周", "weekly"),
    "monthly": Words("每月", "monthly"),
    "standing": Words("长期", "standing"),
    "on-event": Words("随时", "on each occasion"),
    "per-meal": Words("每餐", "at every meal"),
    "per-delivery": Words("每批", "with every delivery"),
}
_PERIODS = {
    "week": Words("每周", "a week"),
    "month": Words("每月", "a month"),
    "term": Words("每学期", "a term"),
    "year": Words("每年", "a year"),
}


def money(value: Decimal | None, language: str = ENGLISH) -> str:
    """Yuan with two decimals and thousands separators."""
    return NONE if value is None else figure(language, f"{value:,.2f}")


def capital(value: Decimal | None) -> str:
    """Yuan in the capital numerals of contracts and receipts, which nobody can alter with one stroke."""
    return NONE if value is None else in_words(value)


def number(value: Decimal | int | None, language: str = ENGLISH) -> str:
    """A number with the digits it was written with."""
    return NONE if value is None else figure(language, f"{value:,}")


def percent(value: Decimal | int | None, language: str = ENGLISH) -> str:
    """A share in hundredths with its sign."""
    return NONE if value is None else figure(language, f"{value}%")


def meter(value: Decimal | int | None, language: str = ENGLISH) -> Markup:
    """A share in hundredths with a bar beside it, which says nothing that the figure does not."""
    bar = (
        Markup("")
        if value is None
        else Markup(' <progress max="100" value="{}" aria-hidden="true"></progress>')
    )
    return escape(percent(value, language)) + bar.format(value)


def clock(value: time | None) -> str:
    """A time of day."""
    return NONE if value is None else value.strftime("%H:%M")


def day(language: str, value: date | None) -> Markup:
    """A day as people write it, with the machine's form beside it."""
    return _day(language, value) if isinstance(language, Tongue) else _known_day(language, value)


def _day(language: str, value: date | None) -> Markup:
    if value is None:
        return Markup("—")
    month = word(language, _MONTHS[value.month - 1])
    written = f"{value.year}年{value.month}月{value.day}日"
    if not language.startswith("zh"):
        written = pattern(language, "{day} {month} {year}", day=value.day, month=month, year=value.year)
    written = escape(written)
    return Markup(f'<time datetime="{value.isoformat()}">{written}</time>')  # noqa: S704 - escaped


# A catalogue may change from one build to the next, what is in the source may not.
_known_day = lru_cache(maxsize=5_000)(_day)


def moment(language: str, value: datetime | None) -> Markup:
    """A day with a time of day."""
    return Markup("—") if value is None else day(language, value.date()) + f" {value:%H:%M}"


def since(language: str, value: datetime, begin: datetime) -> Markup:
    """A moment beside an earlier one: on the same day its time is enough."""
    return escape(f"{value:%H:%M}") if value.date() == begin.date() else moment(language, value)


def duration(language: str, value: str | None) -> str:
    """A time limit with its unit."""
    if value is None:
        return NONE
    figure = value.rstrip("hdw")
    unit = UNITS[value[len(figure) :]].say(language)
    return f"{figure} {unit.removesuffix('s') if figure == '1' else unit}"


def monthday(language: str, value: date) -> str:
    """A day whose year is plain from what stands around it."""
    chinese = language.startswith("zh")
    if chinese:
        return f"{value.month}月{value.day}日"
    return pattern(
        language, "{day} {month}", day=value.day, month=word(language, _MONTHS[value.month - 1][:3])
    )


def month(language: str, value: str | None) -> str:
    """A month of a year."""
    if value is None:
        return NONE
    year, number_ = int(value[:4]), int(value[5:])
    if language.startswith("zh"):
        return f"{year}年{number_}月"
    return pattern(language, "{month} {year}", month=word(language, _MONTHS[number_ - 1]), year=year)


def term(language: str, value: str | None) -> str:
    """A school term."""
    if value is None:
        return NONE
    name = Words("春季学期", "spring term") if value.endswith("S") else Words("秋季学期", "autumn term")
    if language.startswith("zh"):
        return f"{value[:4]}年{name.zh}"
    return pattern(language, "{term} {year}", term=name.say(language), year=value[:4])


def choice(language: str, value: StrEnum | None) -> str:
    """The label of a code."""
    return NONE if value is None else _label(value.__class__, value.name).say(language)


_label = lru_cache(maxsize=2_000)(label)


def cadence(language: str, value: str | None) -> str:
    """How often something is due."""
    if value is None:
        return NONE
    if value in _CADENCES:
        return _CADENCES[value].say(language)
    times, _, period = value.partition("/")
    every = _PERIODS[period].say(language)
    if language.startswith("zh"):
        return f"{every}{times}次"
    return pattern(language, "{n} times {period}", n=times, period=every)


def weekday(language: str, value: date) -> str:
    """The day of the week."""
    return _WEEKDAYS[value.weekday()].say(language)


def flag(language: str, value: bool | None) -> str:
    """Yes or no."""
    return NONE if value is None else Words("是" if value else "否", "yes" if value else "no").say(language)


def turned(write: Callable[[Any, str], Any]) -> Callable[[str, Any], Any]:
    """A function of a figure and a language as one of a language and a value, like the others here."""
    return lambda language, value: write(value, language)
