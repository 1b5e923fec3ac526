"""What the public has read is never changed in silence: every field as it was, compared with what is there now."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Kind
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.record import Audience, Prose
from site_builder.model.seal import Seal
from site_builder.model.shape import slots_of
from site_builder.stages.narrow import narrow
from site_builder.stages.texts import texts

CHANGED = Mistake("PUB-04")
_ASIDE = frozenset({"corrections", "exceptions", "withheld", "audience", "persons"})
"""Fields about the publication of a record, and people whom the log must not remember."""
_LONG = 60
"""Characters of an old text that a message quotes."""


def seals(
    entries: Iterable[Entry[Any]], kinds: Mapping[str, Kind[Any]], today: date, files: Mapping[str, str]
) -> Iterator[Seal]:
    """The log of what is public on a day: every record that the public may see and that has been published.

    `files` holds the SHA-256 of what records offer for download.
    """
    for entry in narrow(entries, Audience.PUBLIC):
        published = entry.record.published_on
        if published is not None and published <= today:
            said = {name: text for name, (text, _) in _said(entry, kinds).items()}
            own = {name: files[name] for name in files_of(entry) if name in files}
            yield Seal(entry.name, today, entry.digest, said, len(entry.record.corrections), own)


def files_of(entry: Entry[Any]) -> Iterator[str]:
    """The files in content/files that a record names."""
    record = entry.record
    yield from (one.file for one in record.attachments)
    for _, prose in texts(record):
        yield from (link.removeprefix("/files/") for link in prose.links if link.startswith("/files/"))
    if getattr(record, "emblem", None):
        yield record.emblem


def silent_changes(entry: Entry[Any], kind: Kind[Any], corpus: Corpus) -> Iterator[Finding]:
    """Everything that said something else when it was noted as public, and for which no correction was added since.

    What was added since then is no change; a correction more than there were answers for all of them.
    """
    seal = corpus.sealed.get(entry.name)
    if seal is None or len(entry.record.corrections) > seal.corrections:
        return
    shown = next(iter(narrow((entry,), Audience.PUBLIC)), None)
    if shown is not None and shown.digest == seal.digest:
        return
    now = _said(shown, {entry.kind: kind}) if shown is not None else {}
    for name, was in seal.fields.items():
        text, trail = now.get(name, ("", (name.partition(".")[0],)))
        if text != was and not kind.living.intersection(name.split(".")):
            field = label(kind.record, name.partition(".")[0])
            values = {"field": field, "place": name, "was": _short(was), "now": _short(text) or "—"}
            yield Finding(trail, CHANGED, {**values, "today": corpus.today})


def _said(entry: Entry[Any], kinds: Mapping[str, Kind[Any]]) -> dict[str, tuple[str, Trail]]:
    """Every value of a record as text, by its place; what goes on after publication is left aside."""
    aside = _ASIDE | kinds[entry.kind].living
    return {".".join(names): (text, trail) for names, trail, text in _values(entry.record, (), (), aside)}


def _values(
    value: Any, names: tuple[str, ...], trail: Trail, aside: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], Trail, str]]:
    if value is None or value == ():
        return
    if isinstance(value, Prose):
        yield names, trail, value.text
    elif isinstance(value, msgspec.Struct):
        for slot in slots_of(type(value)):
            if slot.name not in aside:
                yield from _values(getattr(value, slot.name), (*names, slot.name), (*trail, slot.name), aside)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*names, _called(item, index)), (*trail, index), aside)
    elif isinstance(value, dict):
        for name, cell in value.items():
            yield from _values(cell, (*names, name), (*trail, name), aside)
    else:
        yield names, trail, str(value)


def _called(item: Any, index: int) -> str:
    """The name of a part of a list: its own, where it has one, so that a part may be put before it."""
    own = getattr(item, "id", None)
    return own if isinstance(own, str) else str(index)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONG else f"{flat[:_LONG]}…"
