"""Reads every text of a record once and notes what rules should look at: persons, holes, careless typing."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from site_builder.model.lexicon import words
from site_builder.model.record import OUTSIDE, Audience, Prose, Record
from site_builder.model.shape import Many, Nested, Text, slots_of
from site_builder.model.spot import Spot
from site_builder.stages.names_of_people import FEWEST, name_list
from site_builder.stages.spots_personal import FOR_NOBODY, Noticed, heading, personal, worth_a_look
from site_builder.stages.spots_text import perhaps_unfinished, structure, unfinished

MOST = 40
"""Spots of a record that are worth telling; whoever has more begins with these."""


class _Text(NamedTuple):
    """One text of a record."""

    trail: tuple[str | int, ...]
    text: str
    audience: Audience
    prose: bool = False
    listed: bool = False
    """Whether it is a list of lines, which are also looked at one by one."""


def spots(record: Record, id: str) -> tuple[Spot, ...]:
    """Everything worth a look in a record and in its name."""
    found = [*_lists(record), *_columns(record), *_pictures(record)]
    # One quick look at everything it says: nine records in ten hold nothing, and need not be gone through.
    body = record.body
    said = record if body is None else msgspec.structs.replace(record, body=Prose(body.text, ""))
    whole = f'{msgspec.json.encode(said).decode()} "{id}"'
    if worth_a_look(whole) or perhaps_unfinished(whole):
        found += _gone_through(record, id)
    return tuple(found[:MOST])


def _gone_through(record: Record, id: str) -> Iterator[Spot]:
    attached = len(record.attachments)
    titles = "".join(one.title for one in record.attachments)
    for one in (_Text((), id, record.audience), *_texts(record, (), record.audience)):
        noticed = personal(one.text)
        more = () if one.listed else unfinished(one.text, attached, titles, one.prose)
        for each in (*noticed, *more):
            if one.listed and each.code != "PRV-04":
                continue
            if _matters(each, one.audience) and not _lawful(each, one.trail):
                yield Spot(each.code, one.trail, *each[1:])


def _lists(record: msgspec.Struct, trail: tuple[str | int, ...] = ()) -> Iterator[Spot]:
    """What the texts with headings, lists and tables in a record are like."""
    for name, deeper in _prose_in(type(record)):
        value = getattr(record, name)
        for at, one in enumerate(value if isinstance(value, tuple) else () if value is None else (value,)):
            place = (*trail, name, at) if isinstance(value, tuple) else (*trail, name)
            if deeper:
                yield from _lists(one, place)
            else:
                for each in (*structure(one.text), *_tables(one.text)):
                    yield Spot(each.code, place, *each[1:])


@cache
def _prose_in(group: type[msgspec.Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class of groups that hold such texts, and whether they do so further in."""
    found = []
    for slot in slots_of(group):
        shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
        if isinstance(shape, Text):
            found.append((slot.name, False))
        elif isinstance(shape, Nested) and _prose_in(shape.record):
            found.append((slot.name, True))
    return tuple(found)


def _matters(noticed: Noticed, audience: Audience) -> bool:
    return noticed.code in FOR_NOBODY or not noticed.code.startswith("PRV") or audience in OUTSIDE


def _lawful(noticed: Noticed, trail: tuple[str | int, ...]) -> bool:
    return noticed.code == "PRV-04" and any(step in words("lawful_fields") for step in trail)


def _texts(group: msgspec.Struct, trail: tuple[str | int, ...], audience: Audience) -> Iterator[_Text]:
    """Every text in a group of fields with who may read it."""
    columns = _audiences(group)
    for slot in slots_of(type(group)):
        value = getattr(group, slot.name)
        if value is None or value == ():
            continue
        level, place = audience.narrower(slot.audience), (*trail, slot.name)
        if isinstance(value, tuple):
            if len(value) >= FEWEST and type(value[0]) is str:
                yield _Text(place, "、".join(value), level, listed=True)
            for at, one in enumerate(value):
                if isinstance(one, dict):
                    yield from _cells(one, (*place, at), level, columns)
                else:
                    yield from _value(one, (*place, at), level)
        else:
            yield from _value(value, place, level)


def _value(value: Any, trail: tuple[str | int, ...], audience: Audience) -> Iterator[_Text]:
    if isinstance(value, Prose):
        yield _Text(trail, value.text, audience, prose=True)
    elif type(value) is str:
        yield _Text(trail, value, audience)
    elif isinstance(value, msgspec.Struct):
        own = getattr(value, "audience", audience)
        yield from _texts(value, trail, audience.narrower(own) if isinstance(own, Audience) else audience)


def _audiences(group: Any) -> dict[str, Audience]:
    """Who may read the columns of a table, by name."""
    return {
        column.name: column.audience
        for column in getattr(group, "columns", ())
        if hasattr(column, "audience")
    }


def _cells(
    row: dict[str, str], trail: tuple[str | int, ...], audience: Audience, columns: dict[str, Audience]
) -> Iterator[_Text]:
    for name, cell in row.items():
        yield _Text((*trail, name), cell, audience.narrower(columns.get(name, audience)))


def _columns(record: Any) -> Iterator[Spot]:
    """Columns of a table whose titles say that they tell of persons, where they have been filled in."""
    rows = getattr(record, "rows", ())
    for at, column in enumerate(getattr(record, "columns", ())):
        filled = [row[column.name] for row in rows if row.get(column.name)]
        if not filled or record.audience.narrower(column.audience) not in OUTSIDE:
            continue
        if (noticed := heading(column.title)) is not None:
            yield Spot(noticed.code, ("columns", at, "title"), noticed.found, noticed.sort)
        elif found := name_list(dict.fromkeys(filled)):
            yield Spot("PRV-04", ("columns", at, "title"), found)


def _tables(text: str) -> Iterator[Noticed]:
    """The same of tables inside a text."""
    lines = text.split("\n")
    for line, below, first in zip(lines, lines[1:], lines[2:], strict=False):
        if "|" in line and set(below.strip()) <= set("|-: ") and "-" in below:
            cells = first.strip().strip("|").split("|")
            for title, cell in zip(line.strip().strip("|").split("|"), cells, strict=False):
                if cell.strip() and (noticed := heading(title.strip())) is not None:
                    yield noticed


def _pictures(record: Record) -> Iterator[Spot]:
    """Pictures that say of themselves that they show children."""
    if record.audience not in OUTSIDE:
        return
    for at, one in enumerate(record.attachments):
        picture = one.file.lower().endswith((".jpg", ".jpeg", ".png", ".webp"))
        if picture and any(word in one.title for word in words("persons")):
            yield Spot("PRV-10", ("attachments", at, "title"), one.title, "photo")
