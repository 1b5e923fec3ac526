"""How a single value of a field is written; the field decides what a scalar is, never YAML's guesses."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Annotated

import msgspec

from site_builder.model.words import Words


class Form(msgspec.Struct, frozen=True):
    """A way of writing one value: its name, an example, and how it is read."""

    name: str
    title: Words
    """What it is called in messages and in the field help."""
    example: str
    pattern: str
    """What the text must look like, as a regular expression without anchors; also given to editors."""
    read: Callable[[str], object | None]
    """The value, or None when the text is not so written although it fits the pattern (31 February)."""


class Refers(msgspec.Struct, frozen=True):
    """Marks a field that names another record by its id, or a part of it as ``id#part``."""

    kind: str
    """The kind it names; ``*`` where it may be any, and then the kind is written too: ``kind/id``."""
    part: str = ""
    """The list inside the record whose member is named, where one is: ``lines``."""


def _date(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


def _time(text: str) -> time | None:
    hour, minute = text.split(":")
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None


def _datetime(text: str) -> datetime | None:
    day, clock = _date(text[:10]), _time(text[11:])
    return None if day is None or clock is None else datetime.combine(day, clock)


def _month(text: str) -> str | None:
    return text if 1 <= int(text[5:]) <= 12 else None


def _school_year(text: str) -> str | None:
    return text if int(text[5:]) == int(text[:4]) + 1 else None


_CENTURIES = r"(?:19|20)\d{2}"
LINE = Form("line", Words("一行文字", "a line of text"), "三月行事历", r"\S(?:.*\S)?", str)
CODE = Form("code", Words("编号", "a code"), "00123", r"[^\s#](?:[^\n]*\S)?", str)
MONEY = Form(
    "money",
    Words("金额（元）", "an amount in yuan"),
    "1200.50",
    r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?",
    Decimal,
)
NUMBER = Form("number", Words("数", "a number"), "12.5", r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", Decimal)
PERCENT = Form("percent", Words("百分数", "a percentage"), "12.5%", r"-?(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?%",
               lambda text: Decimal(text[:-1]))  # fmt: skip
COUNT = Form("count", Words("整数", "a whole number"), "120", r"(?:0|[1-9]\d{0,11})", int)
DATE = Form("date", Words("日期", "a date"), "2026-03-02", rf"{_CENTURIES}-\d{{2}}-\d{{2}}", _date)
TIME = Form("time", Words("时刻", "a time of day"), "08:30", r"\d{1,2}:\d{2}", _time)
DATETIME = Form(
    "datetime", Words("日期和时刻", "a day and time"), "2026-03-02 08:30",
    rf"{_CENTURIES}-\d{{2}}-\d{{2}} \d{{1,2}}:\d{{2}}", _datetime,
)  # fmt: skip
DURATION = Form("duration", Words("时限", "a time limit"), "3wd", r"[1-9]\d{0,3}(?:h|d|wd)", str)
MONTH = Form("month", Words("月份", "a month"), "2026-03", rf"{_CENTURIES}-\d{{2}}", _month)
TERM = Form("term", Words("学期", "a term"), "2026S", rf"{_CENTURIES}[SA]", str)
YEAR = Form("year", Words("年度", "a year"), "2026", _CENTURIES, int)
SCHOOL_YEAR = Form(
    "school_year", Words("学年", "a school year"), "2025-2026", rf"{_CENTURIES}-{_CENTURIES}", _school_year
)
_OFTEN = r"daily|weekly|monthly|standing|on-event|per-meal|per-delivery|[1-9]\d?/(?:week|month|term|year)"
CADENCE = Form("cadence", Words("频次", "a cadence"), "monthly", _OFTEN, str)
PHONE = Form("phone", Words("办公电话", "an office telephone"), "0571-88880000",
             r"(?:0\d{2,3}-\d{7,8}(?:-\d{1,6})?|\d{3,5}|400-?\d{3}-?\d{4})", str)  # fmt: skip
URL = Form("url", Words("网址", "a web address"), "https://www.example.org/", r"https?://[^\s<>\"'\\]+", str)
FILE = Form("file", Words("content/files 里的文件名", "the name of a file in content/files"), "budget-2026.xlsx",
            r"[^\s/\\.][^/\\\n]*\.[A-Za-z0-9]{1,5}", str)  # fmt: skip
DIGEST = Form("digest", Words("校验值（64 位十六进制数字）", "a digest of 64 hexadecimal figures"), "5d" * 32,
              r"[0-9A-Fa-f]{64}", str.lower)  # fmt: skip

_SLUG = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
SLUG = Form("slug", Words("短名", "a short name"), "water-fees", _SLUG, str)
REFERENCE = Form("reference", Words("另一条记录的文件名", "the file name of another record"), "budget-2026",
                 rf"{_SLUG}(?:#{_SLUG})?", str)  # fmt: skip

NAMED = Form("named", Words("任何一条记录的名字", "the name of any record"), "registers/meters-2026",
             rf"[a-z][a-z-]*/{_SLUG}(?:#{_SLUG})?", str)  # fmt: skip

FORMS = (LINE, CODE, MONEY, NUMBER, PERCENT, COUNT, DATE, TIME, DATETIME, DURATION, MONTH, TERM, YEAR, SCHOOL_YEAR,
         CADENCE, PHONE, URL, FILE, DIGEST, SLUG, REFERENCE, NAMED)  # fmt: skip

Line = Annotated[str, LINE]
"""One line of text, as typed."""
Code = Annotated[str, CODE]
"""A number that is a name: its zeros stay."""
Money = Annotated[Decimal, MONEY]
"""Yuan, exact, at most two decimals."""
Number = Annotated[Decimal, NUMBER]
"""An exact decimal number; its unit is said by the field beside it."""
Percent = Annotated[Decimal, PERCENT]
"""A share in hundredths, written with its sign: ``12.5%``."""
Count = Annotated[int, COUNT]
"""A whole number from zero."""
Date = Annotated[date, DATE]
"""A civil date, without a zone."""
Time = Annotated[time, TIME]
"""A time of day."""
DateTime = Annotated[datetime, DATETIME]
"""A civil day with a time of day, without a zone."""
Duration = Annotated[str, DURATION]
"""A time limit: ``2h`` hours, ``3wd`` working days, ``20d`` days."""
Month = Annotated[str, MONTH]
"""A month of a year: ``2026-03``."""
Term = Annotated[str, TERM]
"""A school term: ``2026S`` is spring 2026, ``2025A`` autumn 2025."""
Year = Annotated[int, YEAR]
"""A calendar or fiscal year."""
SchoolYear = Annotated[str, SCHOOL_YEAR]
"""A school year: ``2025-2026``."""
Cadence = Annotated[str, CADENCE]
"""How often something is due: ``daily``, ``weekly``, ``monthly``, ``2/term`` …"""
Phone = Annotated[str, PHONE]
"""An office telephone; mobile numbers are not written so."""
Url = Annotated[str, URL]
"""A web address."""
File = Annotated[str, FILE]
"""A file that is offered for download, by its name in ``content/files``."""
Digest = Annotated[str, DIGEST]
"""What tells whether a file is the one that was meant: its SHA-256."""
Slug = Annotated[str, SLUG]
"""The short name of a part of a record, to be referred to."""


def fits(form: Form, text: str) -> object | None:
    """The value of `text` read as `form`, or None when it is not so written."""
    if not _compiled(form.pattern).fullmatch(text):
        return None
    return form.read(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # To an editor, which speaks JavaScript, a digit is 0 to 9; to Python a full-width one is as good, and to `int` too.
    return re.compile(pattern.replace(r"\d", "[0-9]"))
