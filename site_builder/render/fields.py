"""A record drawn from its fields, for pages that know nothing of its kind."""

from dataclasses import dataclass
from typing import Any

import msgspec

from site_builder.model.docs import docs_of, label
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Text, slots_of
from site_builder.render.frame import ref

LEFT_OUT = frozenset({"title", "audience", "body", "attachments"})
"""What every page shows in places of its own."""


@dataclass(frozen=True, slots=True)
class FieldView:
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
        if value is None or value == () or slot.name in LEFT_OUT:
            continue
        text = label(owner, slot.name).say(language)
        help_ = docs[slot.name].help.say(language) if slot.name in docs else ""
        views.append(_view(language, slot.name, text, help_, value, slot.shape))
    return tuple(views)


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
