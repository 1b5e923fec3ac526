"""The columns of a list: what a kind's names stand for in its records and figures."""

import types
import typing
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.form import Form
from site_builder.model.kind import Kind
from site_builder.model.shape import Leaf, Nested, slots_of
from site_builder.render.fields import form_of
from site_builder.render.frame import Column, ref

_FORMS: tuple[tuple[type, str], ...] = (
    (bool, "flag"), (StrEnum, "choice"), (Decimal, "money"), (int, "count"),
    (datetime, "datetime"), (date, "date"), (time, "time"),
)  # fmt: skip


@cache
def columns_of(kind: Kind[Any]) -> tuple[Column, ...]:
    """The columns of a kind's list.

    Raises TypeError when a name stands for nothing: that is a programmer's mistake.
    """
    return tuple(_column(kind, name) for name in kind.columns)


def figures_type(kind: Kind[Any]) -> type[msgspec.Struct] | None:
    """The class of what a kind computes, by the annotation of its function."""
    return None if kind.figures is None else _returned(kind.figures)


@cache
def _returned(function: Callable[..., Any]) -> type[msgspec.Struct] | None:
    found = _bare(typing.get_type_hints(function)["return"])
    return found if isinstance(found, type) else None


def _column(kind: Kind[Any], name: str) -> Column:
    computed = figures_type(kind)
    if computed is not None and name in computed.__struct_fields__:
        return Column(
            name, label(computed, name), _form(typing.get_type_hints(computed, include_extras=True)[name])
        )
    owner: type[msgspec.Struct] = kind.record
    for step in name.split("."):
        slot = next((slot for slot in slots_of(owner) if slot.name == step), None)
        if slot is None:
            raise TypeError(f"kind {kind.name}: no field or figure is called {name}")
        found = Column(name, label(owner, step), form_of(slot.shape))
        if isinstance(slot.shape, Nested):
            owner = slot.shape.record
    return found


@cache
def form_of_figure(owner: type[msgspec.Struct], name: str) -> str:
    """How a field of a record, a part or a figure is written."""
    return _form(typing.get_type_hints(owner, include_extras=True)[name])


def _form(hint: Any) -> str:
    """How a figure is written: as its form says, where its annotation has one, else by its type; decimals are money."""
    hint = _bare(hint)
    named = [note.name for note in getattr(hint, "__metadata__", ()) if isinstance(note, Form)]
    bare = getattr(hint, "__origin__", hint) if named else hint
    plain = [form for base, form in _FORMS if isinstance(bare, type) and issubclass(bare, base)]
    return [*named, *plain, "line"][0]


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
    kinds = tuple("" if inside else _refers_to(kind.record, path) for inside, path in steps)

    def values(entry: Entry[Any], figures: Any) -> tuple[Any, ...]:
        found = []
        for (inside, path), to in zip(steps, kinds, strict=True):
            value = figures if inside else entry.record
            for step in path:
                value = getattr(value, step, None)
            found.append(ref(to, value) if to and value else value)
        return tuple(found)

    return values


def _refers_to(owner: type[msgspec.Struct], path: tuple[str, ...]) -> str:
    """The kind that a column's values refer to, if they do."""
    slot = next(slot for slot in slots_of(owner) if slot.name == path[0])
    if isinstance(slot.shape, Nested) and len(path) > 1:
        return _refers_to(slot.shape.record, path[1:])
    return slot.shape.refers.kind if isinstance(slot.shape, Leaf) and slot.shape.refers else ""
