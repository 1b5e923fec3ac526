"""From single records to the corpus that rules and pages see."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from site_builder.kinds.calendars.figures import workdays
from site_builder.kinds.profile.figures import profile_of
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.seal import Seal


def gather(
    entries: Iterable[Entry[Any]],
    today: date,
    files: frozenset[str] = frozenset(),
    sealed: Mapping[str, Seal] | None = None,
) -> Corpus:
    """All records in a fixed order, with the working days that the calendars among them say."""
    ordered = tuple(sorted(entries, key=lambda entry: (entry.kind, entry.id)))
    calendars = (entry.record for entry in ordered if entry.kind == "calendars")
    written = next((entry.record for entry in ordered if entry.kind == "profile"), None)
    return Corpus(ordered, today, workdays(calendars), files, profile_of(written), sealed or {})
