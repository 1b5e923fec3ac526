"""The references a record holds, found by the shape of its fields."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from site_builder.model.corpus import Reference
from site_builder.model.form import REFERENCE, fits
from site_builder.model.problem import Trail
from site_builder.model.record import Audience
from site_builder.model.shape import Cells, Leaf, Many, Nested, Shape, Slot, slots_of


def references(record: msgspec.Struct) -> tuple[Reference, ...]:
    """Every reference in a record, in the order of its fields."""
    return tuple(_of_group(record, (), Audience.PUBLIC))


def _of_group(group: msgspec.Struct, trail: Trail, audience: Audience) -> Iterator[Reference]:
    own = getattr(group, "audience", None)
    if isinstance(own, Audience):
        audience = audience.narrower(own)
    for slot in _referring(type(group)):
        value = getattr(group, slot.name)
        if slot.shape == Many(Cells()):
            columns: Iterable[Any] = getattr(group, "columns", ())
            yield from _of_rows(columns, value, audience)
        elif value is not None and value != ():
            yield from _of_value(slot.shape, value, (*trail, slot.name), audience.narrower(slot.audience))


def _of_value(shape: Shape, value: Any, trail: Trail, audience: Audience) -> Iterator[Reference]:
    match shape:
        case Leaf(refers=refers) if refers is not None:
            kind, _, written = value.partition("/") if refers.kind == "*" else (refers.kind, "", value)
            id, _, part = written.partition("#")
            yield Reference(trail, kind, id, part, refers.part, audience)
        case Many():
            for index, item in enumerate(value):
                yield from _of_value(shape.item, item, (*trail, index), audience)
        case Nested():
            yield from _of_group(value, trail, audience)
        case _:
            pass


def _of_rows(
    columns: Iterable[Any], rows: Iterable[dict[str, str]], audience: Audience
) -> Iterator[Reference]:
    """The records that cells of a register name, where its columns say that they do."""
    referring = [column for column in columns if column.refers]
    for index, row in enumerate(rows if referring else ()):
        for column in referring:
            written = row.get(column.name, "")
            if fits(REFERENCE, written) is not None:
                kind, _, parts = column.refers.partition("#")
                id, _, part = written.partition("#")
                trail = ("rows", index, column.name)
                yield Reference(trail, kind, id, part, parts, audience.narrower(column.audience))


@cache
def _referring(record: type[msgspec.Struct]) -> tuple[Slot, ...]:
    """The fields of a class in which a reference may stand."""
    return tuple(slot for slot in slots_of(record) if _may_refer(slot.shape))


def _may_refer(shape: Shape) -> bool:
    match shape:
        case Leaf(refers=refers):
            return refers is not None
        case Many(item=item):
            return _may_refer(item)
        case Nested(record=record):
            return bool(_referring(record))
        case Cells():
            return True
        case _:
            return False
