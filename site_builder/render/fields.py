"""A record drawn from its fields, for pages that know nothing of its kind."""

import typing
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from site_builder.model.docs import docs_of, label
from site_builder.model.form import Form
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Text, slots_of
from site_builder.render.frame import ref

_PLAIN: tuple[tuple[type, str], ...] = (
    (bool, "flag"), (StrEnum, "choice"), (Decimal, "number"), (int, "number"), (date, "date"), (time, "time"),
)  # fmt: skip
_SINGLE = (bool, StrEnum, Decimal, int, date, time, str)
LEFT_OUT = frozenset(
    {"title", "audience", "body", "attachments", "corrections", "withheld", "exceptions", "moved_from"}
)
"""What every page shows in places of its own."""
CHECKED = "stated_"
"""How the fields begin that are only compared with what is reckoned: readers see the reckoned figure."""


class FieldView(msgspec.Struct, frozen=True):
    """A field that has a value, ready to be drawn."""

    name: str
    label: str
    help: str
    value: Any
    form: str


def fields(language: str, group: msgspec.Struct) -> tuple[FieldView, ...]:
    """The fields of a record or of a part of it that have a value, in the order they are declared."""
    owner = type(group)
    docs = docs_of(owner)
    views = []
    for slot in slots_of(owner):
        value = getattr(group, slot.name)
        if value is None or value == () or slot.name in LEFT_OUT or slot.name.startswith(CHECKED):
            continue
        text = label(owner, slot.name).say(language)
        help_ = docs[slot.name].help.say(language) if slot.name in docs else ""
        views.append(_view(language, slot.name, text, help_, value, slot.shape))
    return tuple(views)


def reckoned(language: str, figures: msgspec.Struct | None) -> tuple[FieldView, ...]:
    """The single figures that were computed from a record and have a label, in the order they are declared."""
    if figures is None:
        return ()
    owner = type(figures)
    hints, docs = typing.get_type_hints(owner, include_extras=True), docs_of(owner)
    views = []
    for name in owner.__struct_fields__:
        value = getattr(figures, name)
        if name in docs and value is not None and isinstance(value, _SINGLE):
            words, form = docs[name], _form_of_figure(hints[name], value)
            views.append(FieldView(name, words.label.say(language), words.help.say(language), value, form))
    return tuple(views)


def _form_of_figure(hint: Any, value: Any) -> str:
    """How a figure is written: as its annotation says, else by what it is; a plain number keeps its digits."""
    notes = [note for part in (hint, *typing.get_args(hint)) for note in getattr(part, "__metadata__", ())]
    named = [note.name for note in notes if isinstance(note, Form)]
    return [*named, *(form for base, form in _PLAIN if isinstance(value, base)), "line"][0]


def _view(language: str, name: str, text: str, help_: str, value: Any, shape: Shape) -> FieldView:
    if isinstance(shape, Many):
        items = tuple(_view(language, name, text, "", item, shape.item) for item in value)
        return FieldView(name, text, help_, items, "many")
    if isinstance(shape, Leaf) and shape.refers is not None:
        value = ref(shape.refers.kind, value)
    return FieldView(name, text, help_, value, form_of(shape))


def form_of(shape: Shape) -> str:
    """The name by which templates tell how a value is written."""
    match shape:
        case Leaf():
            return shape.form.name
        case Choice():
            return "choice"
        case Flag():
            return "flag"
        case Text():
            return "prose"
        case Many():
            return "many"
        case Nested():
            return "part"
        case Cells():
            return "cells"
