"""What templates write with: links, texts, and any value by its form, in the language of the interface."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.model.corpus import place_of
from site_builder.model.record import Prose
from site_builder.model.words import Tongue
from site_builder.render.charts import bars, curve
from site_builder.render.filters import (
    NONE,
    cadence,
    capital,
    choice,
    clock,
    day,
    duration,
    flag,
    meter,
    moment,
    money,
    month,
    monthday,
    number,
    percent,
    since,
    term,
    turned,
    weekday,
)
from site_builder.render.frame import Frame, Ref
from site_builder.render.gantt import Bar, gantt
from site_builder.render.numbering import mark
from site_builder.render.paper import on_paper
from site_builder.render.widths import signed, widths

SEVERAL = re.compile(r'(?<= srcset=")[^"]*(?=")')
"""The sizes in which a picture is there."""
_PART = re.compile(r'href="/([a-z-]+)/([a-z0-9-]+)/#([a-z0-9-]+)"')
"""A link to a part of a record, which may have a page of its own."""


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
    top = root or "./"
    if "/#" in html:
        html = _PART.sub(lambda found: f'href="/{place_of(*found.groups())}"', html)
    relative = html.replace('href="/', f'href="{top}').replace('src="/', f'src="{top}')
    if "srcset=" in relative:
        relative = SEVERAL.sub(lambda found: found[0].replace("/files/", f"{top}files/"), relative)
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
    if form in _FORMS:
        return _FORMS[form](language, value)
    if form == "time":
        return clock(value)
    if form == "prose":
        return prose(context, value)
    if form == "url":
        return Markup(f'<a href="{escape(value)}" rel="external">{escape(value)}</a>')  # noqa: S704 - escaped
    return value


def plainly(value: Any, form: str, language: str) -> str:
    """A value in running text: no links, no marks, no machine's form beside it."""
    if form in _FORMS:
        return Markup(_FORMS[form](language, value)).striptags()  # noqa: S704 - its marks are taken off
    return clock(value) if form == "time" else str(value)


_FORMS: dict[str, Callable[[str, Any], Any]] = {
    "date": day, "datetime": moment, "duration": duration, "month": month, "term": term, "choice": choice,
    "cadence": cadence, "flag": flag, "money": turned(money), "percent": turned(percent),
    "number": turned(number), "count": turned(number),
}  # fmt: skip
"""How values of each form are written in a language."""


def filters_for(frame: Frame) -> dict[str, Callable[..., Any]]:
    """Every filter that templates may use, in the language of the frame."""
    language = frame.tongue

    def spoken(write: Callable[..., Any]) -> Callable[..., Any]:
        return lambda value, *more: write(language, value, *more)

    def plain(write: Callable[..., Any]) -> Callable[..., Any]:
        return spoken(turned(write)) if isinstance(language, Tongue) else write

    return {
        "money": plain(money), "number": plain(number), "percent": plain(percent), "meter": plain(meter),
        "clock": clock, "prose": prose,
        "link": link, "show": show, "day": spoken(day), "month": spoken(month), "term": spoken(term),
        "choice": spoken(choice), "cadence": spoken(cadence), "since": spoken(since), "weekday": spoken(weekday),
        "flag": spoken(flag), "capital": capital, "monthday": spoken(monthday), "mark": spoken(mark),
        "widths": widths, "signed": signed,
        "gantt": lambda rows, first, last: gantt([Bar(*row) for row in rows], first, last, language),
        "bars": bars, "curve": curve,
        "say": spoken(lambda tongue, words: words.say(tongue)),
    }  # fmt: skip
