"""Until when a notice is open to objection; reckoned from its first day and the school calendar."""

from datetime import date
from enum import StrEnum

import msgspec

from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays

LONGEST = 60
"""Working days for objections at most; more is a slip of the pen, and a rule says so."""


class NoticeState(StrEnum):
    """Where a notice stands on the day of the build."""

    NOT_YET = "not-yet"
    """未开始 / Not begun"""
    OPEN = "open"
    """公示中 / Open to objection"""
    CLOSED = "closed"
    """公示结束 / Closed"""
    POSTED = "posted"
    """已发布 / Posted"""


class NoticeFigures(msgspec.Struct, frozen=True):
    """The dates that follow from a notice."""

    state: NoticeState
    """状态：还没开始、公示中、已结束或已发布。
    State: not begun, open, closed or posted."""
    last_day: date | None
    """截止日期：可以提出异议的最后一天，按校历计算。
    Last day: on which one may object, reckoned with the school calendar."""
    working_days: int | None
    """公示工作日：从发布第二天算起有几个工作日。
    Working days: how many one has to object, the first day not counted."""
    days_left: int | None
    """剩余天数：公示中离截止还有几天，最后一天为 0。
    Days left: until the last day, while the notice is open; 0 on the last day itself."""


def figures(entry: Entry[Notice], corpus: Corpus) -> NoticeFigures:
    """The last day for objections and how many days are left."""
    record = entry.record
    last = last_day(record, corpus.workdays)
    state = _state(record, last, corpus.today)
    objection = record.type is NoticeType.OBJECTION
    return NoticeFigures(
        state=state,
        last_day=last,
        working_days=days_to_object(record, corpus.workdays) if objection else None,
        days_left=(last - corpus.today).days if last and state is NoticeState.OPEN else None,
    )


def last_day(record: Notice, worked: Workdays) -> date | None:
    """The last day, as written or reckoned from the working days."""
    return record.ends_on if record.ends_on is not None else reckoned_end(record, worked)


def reckoned_end(record: Notice, worked: Workdays) -> date | None:
    """The last of the working days; the day the notice goes up is not one of them."""
    if record.working_days is None:
        return None
    return worked.after(record.starts_on, min(record.working_days, LONGEST))


def days_to_object(record: Notice, worked: Workdays) -> int | None:
    """How many working days lie after the first day up to the last one; None when no end is given."""
    last = last_day(record, worked)
    if last is None:
        return None
    return worked.count(record.starts_on, last) - worked.worked(record.starts_on)


def _state(record: Notice, last: date | None, today: date) -> NoticeState:
    if today < record.starts_on:
        return NoticeState.NOT_YET
    if record.type is not NoticeType.OBJECTION or last is None:
        return NoticeState.POSTED
    return NoticeState.OPEN if today <= last else NoticeState.CLOSED
