"""By when an item has to be public, as a day and in words."""

import calendar
from datetime import date, timedelta
from typing import Any

from site_builder.kinds.catalogue.periods import Period
from site_builder.kinds.catalogue.record import CatalogueItem, Every, Start, Timer
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from site_builder.model.profile import Profile
from site_builder.model.words import Words

LONGEST, MOST_MONTHS = 3_660, 12
"""Days and months of a time limit: what is longer is a slip."""


def due_on(item: CatalogueItem, period: Period, record: Any, corpus: Corpus) -> date:
    """The last day that is in time.

    An event that no record tells of is reckoned to fall on the last day of the period.
    """
    timer = item.timer
    if timer is None:
        return period.first
    start = _start(timer, item.every, period, record)
    if timer.day_of_month is not None:
        return _in_month(start, min(timer.months, MOST_MONTHS), timer.day_of_month)
    length, working = length_of(timer, corpus.profile)
    if timer.start is Start.BEFORE:
        return corpus.workdays.before(start, length) if working else start - timedelta(days=length)
    return corpus.workdays.after(start, length) if working else start + timedelta(days=length)


def length_of(timer: Timer, profile: Profile) -> tuple[int, bool]:
    """How many days a timer runs, and whether working days are meant."""
    if timer.setting is not None:
        setting = profile.settings.get(timer.setting)
        length = (
            int(setting.value) if setting and setting.value and not isinstance(setting.value, tuple) else 0
        )
        return length, setting is not None and setting.unit == "wd"
    return min(timer.days or timer.working_days or 0, LONGEST), timer.working_days is not None


def between(first: date, last: date, working: bool, workdays: Workdays) -> int:
    """How many days `last` comes after `first`; less than 0 where it comes before."""
    if not working:
        return (last - first).days
    one = timedelta(days=1)
    return workdays.count(first + one, last) if last >= first else -workdays.count(last + one, first)


def in_words(item: CatalogueItem, profile: Profile) -> Words:
    """The time limit as readers are told it."""
    timer = item.timer
    if timer is None:
        return Words("随时可查", "at all times")
    if timer.day_of_month is not None:
        day = timer.day_of_month
        if timer.months == 1:
            return Words(f"次月 {day} 日前", f"by day {day} of the next month")
        return Words(f"之后第 {timer.months} 个月 {day} 日前", f"by day {day}, {timer.months} months later")
    length, working = length_of(timer, profile)
    zh, en = (
        (f"{length} 个工作日", f"{length} working days") if working else (f"{length} 天", f"{length} days")
    )
    if length == 0 and timer.start is not Start.END:
        return Words("最迟当天", "on the very day at the latest")
    match timer.start:
        case Start.END:
            return Words(f"结束后 {zh}内", f"within {en} of its end")
        case Start.BEGIN:
            return Words(f"开始后 {zh}内", f"within {en} of its beginning")
        case Start.BEFORE:
            return Words(f"开始前 {zh}", f"{en} ahead of it")
        case Start.EVENT:
            return Words(f"发生后 {zh}内", f"within {en} of the event")


def day_in(record: Any, field: str | None) -> date | None:
    """The day in a field of a record, which may lie in a part of it; of several parts the first counts."""
    value = record
    for step in (field or "").split("."):
        value = value[0] if isinstance(value, tuple) and value else value
        value = getattr(value, step, None)
    return value if isinstance(value, date) else None


def _start(timer: Timer, every: Every, period: Period, record: Any) -> date:
    if timer.start is Start.EVENT:
        return day_in(record, timer.event) or period.last
    if every is Every.STANDING:
        return period.first
    return period.last if timer.start is Start.END else period.first


def _in_month(day: date, months: int, number: int) -> date:
    """That day of the month which is so many months after the one `day` lies in; the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(max(number, 1), calendar.monthrange(year, month)[1]))
