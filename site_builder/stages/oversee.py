"""From all records together to what the pages on compliance, corrections and standards may see."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from site_builder.kinds.catalogue.figures import DONE, CatalogueFigures, Row, State, figures
from site_builder.kinds.notices.record import NoticeType
from site_builder.kinds.profile.figures import rows_of
from site_builder.kinds.statements.record import Stated
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.record import Correction
from site_builder.model.words import Words
from site_builder.render.frame import Item, SpecialInputs
from site_builder.render.oversight import (
    OWN_PAGES,
    ComplianceInputs,
    CorrectionsInputs,
    Duty,
    Heading,
    Pointer,
    ProfileInputs,
)

SHOWN = 1
"""Periods of an item that were published in time and are listed, the newest; its own page has all of them."""
COMING = 12
"""Days by which something has to be public that are listed ahead."""


def oversee(corpus: Corpus) -> Iterator[SpecialInputs]:
    """The three pages with all that they may see."""
    years: dict[int, list[Pointer]] = {}
    for one in corrections(corpus):
        years.setdefault(one.what.on.year, []).append(one)
    settings = corpus.profile.settings
    lists = tuple(name for name, one in settings.items() if one.unit == "list")
    every = {
        "compliance": compliance(corpus),
        "corrections": CorrectionsInputs(tuple((year, tuple(mine)) for year, mine in years.items())),
        "profile": ProfileInputs(corpus.profile.name, rows_of(corpus.profile), lists),
    }
    for name, values in every.items():
        names = _names(corpus) if name == "compliance" else {}
        yield SpecialInputs(f"{name}/", *OWN_PAGES[name], f"{name}.html", values, names=names)


def duties(corpus: Corpus) -> tuple[tuple[Entry[Any], CatalogueFigures], ...]:
    """Every item of the disclosure catalogue with all its periods."""
    return corpus.once(_duties)


def compliance(corpus: Corpus) -> ComplianceInputs:
    """What was due and what became of it, and everything that is not shown, set aside or still to be confirmed."""
    every = [(entry, row) for entry, found in duties(corpus) for row in found.rows]
    states = Counter(row.state for _, row in every)
    overdue = sorted((one for one in every if one[1].state is State.OVERDUE), key=_by_day)
    coming = sorted((one for one in every if one[1].state in (State.DUE, State.NOT_YET)), key=_by_day)
    return ComplianceInputs(
        today=corpus.today,
        counts=tuple((state, states[state]) for state in State if states[state]),
        headings=_headings(corpus),
        overdue=tuple(_pointer(entry, row) for entry, row in overdue),
        coming=tuple(_pointer(entry, row) for entry, row in coming[:COMING]),
        withheld=tuple(_withheld(corpus)),
        waivers=tuple(_waivers(corpus)),
        to_confirm=tuple(row for row in rows_of(corpus.profile) if row.to_confirm),
        provisional=tuple(_pointer(one, None) for one in corpus.of("calendars") if one.record.provisional),
    )


def corrections(corpus: Corpus) -> list[Pointer]:
    """Everything that records and notices say was put right, the newest first."""
    found = [_pointer(entry, one) for entry in corpus.entries for one in entry.record.corrections]
    for entry in corpus.of("notices"):
        record = entry.record
        if record.type is NoticeType.CORRECTION:
            on = record.published_on or record.starts_on
            found += [
                _pointer(
                    entry,
                    Correction(on=on, field=one.what, was=one.was, now=one.now, why=record.reason or "—"),
                )
                for one in record.changes
            ]
    return sorted(found, key=lambda one: (-one.what.on.toordinal(), one.name))


def silences(corpus: Corpus, kind: str) -> tuple[Item, ...]:
    """The statements that say why there is nothing of a kind for a period."""
    items = {entry.id for entry in corpus.of("catalogue") if entry.record.record_kind == kind}
    mine = [one for one in corpus.of("statements") if one.record.item in items] if items else []
    return tuple(
        Item(f"{one.name}/", one.record.title, one.record.title_en or one.record.title) for one in mine
    )


def _duties(corpus: Corpus) -> tuple[tuple[Entry[Any], CatalogueFigures], ...]:
    return tuple((entry, corpus.each(figures, entry)) for entry in corpus.of("catalogue"))


def _headings(corpus: Corpus) -> tuple[Heading, ...]:
    found: dict[str, list[Duty]] = {}
    titles: dict[str, Words] = {}
    for entry, computed in duties(corpus):
        record = entry.record
        known = titles.setdefault(record.level1, Words(record.level1, record.level1_en or record.level1))
        found.setdefault(known.zh, []).append(_duty(entry, computed))
    return tuple(Heading(titles[name], tuple(mine)) for name, mine in found.items())


def _duty(entry: Entry[Any], computed: CatalogueFigures) -> Duty:
    """The periods that are open or came late, and the newest of the others."""
    newest = computed.rows[::-1]
    settled = [row for row in newest if row.state in DONE and row.state is not State.LATE]
    shown = tuple(row for row in newest if row not in settled[SHOWN:])
    record = entry.record
    return Duty(
        name=entry.name,
        title=_title(record),
        every=record.every,
        deadline=computed.deadline,
        owner=record.owner,
        bases=record.bases,
        rows=shown,
        further=len(computed.rows) - len(shown),
    )


def _withheld(corpus: Corpus) -> Iterator[Pointer]:
    for entry in corpus.entries:
        yield from (_pointer(entry, one) for one in entry.record.withheld)
    for entry in corpus.of("statements"):
        if entry.record.state is Stated.WITHHELD:
            yield _pointer(entry, entry.record)


def _waivers(corpus: Corpus) -> Iterator[Pointer]:
    for entry in corpus.entries:
        yield from (_pointer(entry, one) for one in entry.record.exceptions if one.until >= corpus.today)


def _names(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Titles of the posts and documents that the page names."""
    found: dict[str, tuple[str, str]] = {}
    for entry in corpus.of("bases"):
        found[entry.name] = (entry.record.title, entry.record.title_en or entry.record.title)
    for entry in corpus.of("offices"):
        for post in entry.record.posts:
            found[f"{entry.name}#{post.id}"] = (post.title, post.title_en or post.title)
    return found


def _pointer(entry: Entry[Any], what: msgspec.Struct | None) -> Pointer:
    return Pointer(entry.name, _title(entry.record), what, entry.folder)


def _title(record: Any) -> Words:
    return Words(record.title, record.title_en or record.title)


def _by_day(one: tuple[Entry[Any], Row]) -> tuple[date, str]:
    return one[1].due, one[0].id
