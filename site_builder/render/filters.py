"""How values look on a page: money, days, terms, codes, in the language of the interface."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.model.corpus import place_of
from site_builder.model.docs import label
from site_builder.model.numerals import in_words
from site_builder.model.profile import UNITS
from site_builder.model.record import Prose
from site_builder.model.words import Words
from site_builder.render.charts import bars, curve
from site_builder.render.frame import Frame, Ref
from site_builder.render.gantt import Bar, gantt
from site_builder.render.numbering import mark
from site_builder.render.paper import on_paper
from site_builder.render.widths import signed, widths

NONE = "—"
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


def money(value: Decimal | None) -> str:
    """Yuan with two decimals and thousands separators."""
    return NONE if value is None else f"{value:,.2f}"


def capital(value: Decimal | None) -> str:
    """Yuan in the capital numerals of contracts and receipts, which nobody can alter with one stroke."""
    return NONE if value is None else in_words(value)


def number(value: Decimal | int | None) -> str:
    """A number with the digits it was written with."""
    return NONE if value is None else f"{value:,}"


def percent(value: Decimal | int | None) -> str:
    """A share in hundredths with its sign."""
    return NONE if value is None else f"{value}%"


def meter(value: Decimal | int | None) -> Markup:
    """A share in hundredths with a bar beside it, which says nothing that the figure does not."""
    bar = (
        Markup("")
        if value is None
        else Markup(' <progress max="100" value="{}" aria-hidden="true"></progress>')
    )
    return escape(percent(value)) + bar.format(value)


def clock(value: time | None) -> str:
    """A time of day."""
    return NONE if value is None else value.strftime("%H:%M")


@lru_cache(maxsize=5_000)
def day(language: str, value: date | None) -> Markup:
    """A day as people write it, with the machine's form beside it."""
    if value is None:
        return Markup("—")
    chinese = f"{value.year}年{value.month}月{value.day}日"
    written = chinese if language.startswith("zh") else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return Markup(f'<time datetime="{value.isoformat()}">{written}</time>')  # noqa: S704 - digits only


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
    return f"{value.month}月{value.day}日" if chinese else f"{value.day} {_MONTHS[value.month - 1][:3]}"


def month(language: str, value: str | None) -> str:
    """A month of a year."""
    if value is None:
        return NONE
    year, number_ = int(value[:4]), int(value[5:])
    return f"{year}年{number_}月" if language.startswith("zh") else f"{_MONTHS[number_ - 1]} {year}"


def term(language: str, value: str | None) -> str:
    """A school term."""
    if value is None:
        return NONE
    name = Words("春季学期", "spring term") if value.endswith("S") else Words("秋季学期", "autumn term")
    return f"{value[:4]}年{name.zh}" if language.startswith("zh") else f"{name.en} {value[:4]}"


@lru_cache(maxsize=2_000, typed=True)  # codes of two kinds may be the same text
def choice(language: str, value: StrEnum | None) -> str:
    """The label of a code."""
    return NONE if value is None else label(type(value), value.name).say(language)


def cadence(language: str, value: str | None) -> str:
    """How often something is due."""
    if value is None:
        return NONE
    if value in _CADENCES:
        return _CADENCES[value].say(language)
    times, _, period = value.partition("/")
    every = _PERIODS[period].say(language)
    return f"{every}{times}次" if language.startswith("zh") else f"{times} times {every}"


def weekday(language: str, value: date) -> str:
    """The day of the week."""
    return _WEEKDAYS[value.weekday()].say(language)


def flag(language: str, value: bool | None) -> str:
    """Yes or no."""
    return NONE if value is None else Words("是" if value else "否", "yes" if value else "no").say(language)


@pass_context
def prose(context: Context, value: Prose | None) -> Markup:
    """A text, its links inside the site made relative to the page; it was cleaned where it was read."""
    if value is None:
        return Markup("")
    if "sheet" in context:
        return Markup(on_paper(value.html, context["sheet"].address))  # noqa: S704 - as below
    return rooted(value.html, context.get("root", ""))


def rooted(html: str, root: str) -> Markup:
    """The text of an office with its links inside the site made relative to the page."""
    relative = html.replace('href="/', f'href="{root or "./"}').replace('src="/', f'src="{root or "./"}')
    return Markup(relative)  # noqa: S704 - stages.prose made it from an allow-list


@pass_context
def link(context: Context, written: str | None, kind: str) -> Markup:
    """A reference as a link that bears the title of the record it leads to."""
    if not written:
        return Markup("—")
    if kind == "*":
        kind, _, written = written.partition("/")
    id, _, part = written.partition("#")
    names = context["names"]
    title, english = names.get(f"{kind}/{written}") or names.get(f"{kind}/{id}") or (written, written)
    chinese = context["language"].startswith("zh")
    text = escape(title if chinese else english)
    if "root" not in context:
        return text
    tongue = "" if chinese or english != title else f' lang="{escape(context["content_lang"])}"'
    address = escape(f"{context['root']}{place_of(kind, id, part)}")
    return Markup(f'<a href="{address}"{tongue}>{text}</a>')  # noqa: S704 - every piece is escaped


@pass_context
def show(context: Context, value: Any, form: str) -> Any:
    """Any value by its form, for tables that do not know what they hold."""
    if value is None or value == "":
        return NONE
    if isinstance(value, Ref):
        return link(context, value.written, value.kind)
    language = context["language"]
    if isinstance(value, StrEnum):
        return choice(language, value)
    if form.startswith("ref:"):
        return link(context, value, form.removeprefix("ref:"))
    in_language: dict[str, Callable[[str, Any], Any]] = {
        "date": day, "datetime": moment, "duration": duration, "month": month, "term": term, "choice": choice,
        "cadence": cadence, "flag": flag,
    }  # fmt: skip
    plain: dict[str, Callable[[Any], Any]] = {
        "money": money,
        "percent": percent,
        "time": clock,
        "number": number,
        "count": number,
    }
    if form in in_language:
        return in_language[form](language, value)
    if form in plain:
        return plain[form](value)
    if form == "prose":
        return prose(context, value)
    if form == "url":
        return Markup(f'<a href="{escape(value)}" rel="external">{escape(value)}</a>')  # noqa: S704 - escaped
    return value


def plainly(value: Any, form: str, language: str) -> str:
    """A value in running text: no links, no marks, no machine's form beside it."""
    in_language: dict[str, Callable[[str, Any], Any]] = {
        "date": day, "datetime": moment, "duration": duration, "month": month, "term": term, "choice": choice,
        "cadence": cadence, "flag": flag,
    }  # fmt: skip
    if form in in_language:
        return Markup(in_language[form](language, value)).striptags()  # noqa: S704 - its marks are taken off
    plain: dict[str, Callable[[Any], str]] = {
        "money": money, "percent": percent, "time": clock, "number": number, "count": number,
    }  # fmt: skip
    return plain[form](value) if form in plain else str(value)


def filters_for(frame: Frame) -> dict[str, Callable[..., Any]]:
    """Every filter that templates may use, in the language of the frame."""
    language = frame.language

    def spoken(write: Callable[..., Any]) -> Callable[..., Any]:
        return lambda value, *more: write(language, value, *more)

    return {
        "money": money, "number": number, "percent": percent, "meter": meter, "clock": clock, "prose": prose,
        "link": link, "show": show, "day": spoken(day), "month": spoken(month), "term": spoken(term),
        "choice": spoken(choice), "cadence": spoken(cadence), "since": spoken(since), "weekday": spoken(weekday),
        "flag": spoken(flag), "capital": capital, "monthday": spoken(monthday), "mark": spoken(mark),
        "widths": widths, "signed": signed,
        "gantt": lambda rows, first, last: gantt([Bar(*row) for row in rows], first, last, language),
        "bars": bars, "curve": curve,
        "say": spoken(lambda tongue, words: words.say(tongue)),
    }  # fmt: skip
