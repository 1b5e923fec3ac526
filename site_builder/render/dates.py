"""The day a record speaks of, for whoever sorts or filters by it."""

from datetime import date
from functools import cache
from typing import Any

_NAMES = (
    "published_on",
    "approved_on",
    "written_on",
    "starts_on",
    "valid_from",
    "month",
    "term",
    "fiscal_year",
    "school_year",
)


def day_of(record: Any) -> str:
    """A day as 2026-03-02, or only its month or year where the record says no more; empty where it says nothing."""
    for name in _dates_in(record.__class__):
        found = getattr(record, name)
        if isinstance(found, date):
            return found.isoformat()
        if found is not None:
            return str(found) if name == "month" else str(found)[:4]
    return ""


@cache
def _dates_in(record: type[Any]) -> tuple[str, ...]:
    return tuple(name for name in _NAMES if hasattr(record, name))
