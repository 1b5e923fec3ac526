"""The texts in Markdown that a record holds, wherever in it they stand."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec

from site_builder.model.problem import Trail
from site_builder.model.record import Prose
from site_builder.model.shape import Many, Nested, Shape, Slot, Text, slots_of

Texts = tuple[tuple[Trail, Prose], ...]
"""The texts that a record holds, with their places."""


def texts(group: msgspec.Struct, trail: Trail = ()) -> Iterator[tuple[Trail, Prose]]:
    """Every text in Markdown that a record holds, with its place."""
    for slot in _telling(group.__class__):
        value = getattr(group, slot.name)
        for index, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            place = (*trail, slot.name) if index is None else (*trail, slot.name, index)
            if isinstance(item, Prose):
                yield place, item
            elif isinstance(item, msgspec.Struct):
                yield from texts(item, place)


def retold(group: msgspec.Struct, change: Callable[[Prose], Prose]) -> Any:
    """The record with every text of it changed."""
    changes: dict[str, Any] = {}
    for slot in _telling(group.__class__):
        value = getattr(group, slot.name)
        if isinstance(value, tuple):
            changes[slot.name] = tuple(_retold_one(item, change) for item in value)
        elif value is not None:
            changes[slot.name] = _retold_one(value, change)
    return msgspec.structs.replace(group, **changes)


def _retold_one(value: Any, change: Callable[[Prose], Prose]) -> Any:
    if isinstance(value, Prose):
        return change(value)
    return retold(value, change) if isinstance(value, msgspec.Struct) else value


@cache
def _telling(record: type[msgspec.Struct]) -> tuple[Slot, ...]:
    """The fields of a class in which a text in Markdown may stand."""
    return tuple(slot for slot in slots_of(record) if _may_tell(slot.shape))


def _may_tell(shape: Shape) -> bool:
    match shape:
        case Text():
            return True
        case Many(item=item):
            return _may_tell(item)
        case Nested(record=record):
            return bool(_telling(record))
        case _:
            return False
