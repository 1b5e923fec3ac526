"""The columns of a list: what a kind's names stand for in its records and figures."""

import types
import typing
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union

import msgspec

from site_builder.model.docs import label
from site_builder.model.kind import Entry, Kind
from site_builder.model.shape import Nested, slots_of
from site_builder.render.fields import form_of
from site_builder.render.frame import Column

_FORMS: tuple[tuple[type, str], ...] = (
    (bool, "flag"), (StrEnum, "choice"), (Decimal, "money"), (int, "count"), (date, "date"), (time, "time"),
)  # fmt: skip


@cache
def columns_of(kind: Kind[Any]) -> tuple[Column, ...]:
    """The columns of a kind's list.

    Raises TypeError when a name stands for nothing: that is a programmer's mistake.
    """
    return tuple(_column(kind, name) for name in kind.columns)


def figures_type(kind: Kind[Any]) -> type[msgspec.Struct] | None:
    """The class of what a kind computes, by the annotation of its function."""
    if kind.figures is None:
        return None
    returned = _bare(typing.get_type_hints(kind.figures)["return"])
    return returned if isinstance(returned, type) else None


def _column(kind: Kind[Any], name: str) -> Column:
    computed = figures_type(kind)
    if computed is not None and name in computed.__struct_fields__:
        hint = _bare(typing.get_type_hints(computed)[name])
        form = next(
            (form for base, form in _FORMS if isinstance(hint, type) and issubclass(hint, base)), "line"
        )
        return Column(name, label(computed, name), form)
    owner: type[msgspec.Struct] = kind.record
    for step in name.split("."):
        slot = next((slot for slot in slots_of(owner) if slot.name == step), None)
        if slot is None:
            raise TypeError(f"kind {kind.name}: no field or figure is called {name}")
        found = Column(name, label(owner, step), form_of(slot.shape))
        if isinstance(slot.shape, Nested):
            owner = slot.shape.record
    return found


def _bare(hint: Any) -> Any:
    """The type without `| None`."""
    if typing.get_origin(hint) in (Union, types.UnionType):
        return next(argument for argument in typing.get_args(hint) if argument is not type(None))
    return hint


def reader(kind: Kind[Any]) -> Callable[[Entry[Any], Any], tuple[Any, ...]]:
    """A function from a record and its figures to the values of the columns."""
    computed = figures_type(kind)
    own = frozenset(computed.__struct_fields__) if computed is not None else frozenset()
    steps = tuple((name in own, tuple(name.split("."))) for name in kind.columns)

    def values(entry: Entry[Any], figures: Any) -> tuple[Any, ...]:
        return tuple(_reach(figures if inside else entry.record, path) for inside, path in steps)

    return values


def _reach(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        value = getattr(value, step, None)
    return value
