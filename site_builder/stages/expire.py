"""What may only be shown for a time leaves here by itself: people named in a notice, when objections are closed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from site_builder.kinds.notices.figures import last_day
from site_builder.kinds.notices.record import NoticeType
from site_builder.model.corpus import Entry
from site_builder.model.days import Workdays
from site_builder.stages.digest import digest
from site_builder.stages.refer import references


def expire(entries: Iterable[Entry[Any]], today: date, worked: Workdays) -> tuple[Entry[Any], ...]:
    """The same records; notices whose period for objections has ended without the people they named."""
    return tuple(_expired(entry) if _over(entry, today, worked) else entry for entry in entries)


def _over(entry: Entry[Any], today: date, worked: Workdays) -> bool:
    if entry.kind != "notices" or entry.record.persons is None:
        return False
    last = last_day(entry.record, worked)
    return entry.record.type is NoticeType.OBJECTION and last is not None and last < today


def _expired(entry: Entry[Any]) -> Entry[Any]:
    record = msgspec.structs.replace(entry.record, persons=None)
    return Entry(entry.kind, entry.id, record, digest(record), entry.path, references(record))
