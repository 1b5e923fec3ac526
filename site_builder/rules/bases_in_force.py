"""What a record rests on was in force when it was used."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from site_builder.kinds.bases.record import Basis, BasisState
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import EVERY, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_ACTS = frozenset({"bases", "calendars", "catalogue", "offices", "pages", "policies", "profile", "site"})
"""The kinds whose records do not rest on a document from a day on: they say what there is."""

_USED_ON = ("valid_from", "starts_on", "published_on")
"""The fields that say on which day a record begins to use its basis; the first that is filled in counts."""

NOT_IN_FORCE = Mistake("DOC-03")
SUPERSEDED = Mistake("DOC-06")

_STATES = {BasisState.REPEALED: Words("废止", "repealed"), BasisState.EXPIRED: Words("失效", "lapsed")}


def bases_were_in_force(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """On the day a record begins to hold, or else is published, each of its bases has begun and has not ended."""
    day = used_on(entry.record)
    if day is None or entry.kind in NOT_ACTS:
        return
    for place, basis in _bases(entry, corpus):
        begun = basis.record.valid_from or basis.record.written_on
        ended = basis.record.valid_until
        if day < begun:
            fault = Words(f"{begun} 起才施行", f"it took effect on {begun}")
        elif ended is not None and ended < day:
            fault = Words(f"到 {ended} 为止", f"it ended on {ended}")
        else:
            continue
        yield Finding(
            ("bases", place), NOT_IN_FORCE, {"day": day, "title": basis.record.title, "fault": fault}
        )


def ended_bases_say_when(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """A repealed or lapsed document that is still cited says until when it held."""
    for place, basis in _bases(entry, corpus) if entry.kind not in NOT_ACTS else ():
        state = _STATES.get(basis.record.state)
        if state is None or basis.record.valid_until is not None:
            continue
        by = basis.record.superseded_by
        instead = Words(f"，或改引 {by}", f", or cite {by} instead") if by else Words("", "")
        add = f"bases/{basis.id}"
        values = {
            "title": basis.record.title,
            "state": state,
            "fault": Words("没有写有效到哪天", "and nothing says until when it held"),
            "remedy": Words(
                f"在 {add} 里补上 valid_until{instead.zh}", f"add valid_until to {add}{instead.en}"
            ),
        }
        yield Finding(("bases", place), SUPERSEDED, values)


def used_on(record: Any) -> date | None:
    """The day a record begins to use what it rests on, as far as it says so."""
    days = (getattr(record, field, None) for field in _USED_ON)
    return next((day for day in days if isinstance(day, date)), None)


def _bases(entry: Entry[Any], corpus: Corpus) -> Iterator[tuple[int, Entry[Basis]]]:
    for place, id in enumerate(entry.record.bases):
        found = corpus.find("bases", id)
        if found is not None:
            yield place, found


RULE = (Rule(NOT_IN_FORCE, EVERY, bases_were_in_force), Rule(SUPERSEDED, EVERY, ended_bases_say_when))
