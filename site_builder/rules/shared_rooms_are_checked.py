"""Rooms that several share are checked at least once a term."""

from collections.abc import Iterator

from site_builder.kinds.rooms.record import Rooms
from site_builder.kinds.stocktakes.record import Scope
from site_builder.kinds.stocktakes.rules import NOT_FINISHED
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding
from site_builder.model.words import Words


def checked_once_a_term(entry: Entry[Rooms], corpus: Corpus) -> Iterator[Finding]:
    """In the last term that is over, a check of rooms was finished; told at the first shared room of the list.

    Terms before the first check that was written down here are not asked about.
    """
    place = next((index for index, room in enumerate(entry.record.rooms) if room.shared), None)
    terms = (one for calendar in corpus.of("calendars") for one in calendar.record.terms)
    over = max(
        (one for one in terms if one.ends_on < corpus.today), key=lambda one: one.ends_on, default=None
    )
    if place is None or over is None:
        return
    checks = (one.record.done_on for one in corpus.by("stocktakes", "scope").get(Scope.ROOMS, ()))
    until = [day for day in checks if day is not None and day <= over.ends_on]
    if until and max(until) < over.starts_on:
        fault = Words(f"公用的室 {over.term} 没有查过", f"shared rooms were not checked in {over.term}")
        yield Finding(("rooms", place, "title"), NOT_FINISHED, {"fault": fault})


RULE = Rule(NOT_FINISHED, "rooms", checked_once_a_term)
