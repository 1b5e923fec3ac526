"""What the fields of a record class are, read once from its annotations."""

import types
import typing
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union

import msgspec

from site_builder.model.form import Form, Refers, fits
from site_builder.model.record import At, Audience, Prose


class Leaf(msgspec.Struct, frozen=True):
    """A single value written in a certain form."""

    form: Form
    refers: Refers | None = None

    def meaning(self, text: str) -> object | None:
        """What a text typed in one line means, None when it is not so written."""
        return fits(self.form, text)


class Flag(msgspec.Struct, frozen=True):
    """True or false."""

    def meaning(self, text: str) -> bool | None:
        """What is said by a word for true or false, None by any other."""
        return text == "true" if text in ("true", "false") else None


class Choice(msgspec.Struct, frozen=True):
    """One of a few codes."""

    codes: type[StrEnum]

    def meaning(self, text: str) -> StrEnum | None:
        """The code that is so written, None when there is none."""
        return members(self.codes).get(text)


class Text(msgspec.Struct, frozen=True):
    """A text in Markdown."""


class Many(msgspec.Struct, frozen=True):
    """A list."""

    item: "Shape"


class Nested(msgspec.Struct, frozen=True):
    """A group of fields."""

    record: type[msgspec.Struct]


class Cells(msgspec.Struct, frozen=True):
    """A row of a register: what its columns are, the record itself says."""


Shape = Leaf | Flag | Choice | Text | Many | Nested | Cells


class Slot(msgspec.Struct, frozen=True):
    """One field: its name, its shape, whether it must be there, who may see it."""

    name: str
    shape: Shape
    required: bool
    audience: Audience = Audience.PUBLIC


@cache
def members(codes: type[StrEnum]) -> dict[str, StrEnum]:
    """The codes by how they are written."""
    return {code.value: code for code in codes}


@cache
def slots_of(record: type[msgspec.Struct]) -> tuple[Slot, ...]:
    """The fields of a record class in the order they are declared.

    Raises TypeError when a field is declared in a way the tool cannot read: that is a programmer's mistake.
    """
    hints = typing.get_type_hints(record, include_extras=True)
    return tuple(
        _slot(field.name, hints[field.name], field.required, record)
        for field in msgspec.structs.fields(record)
    )


def _slot(name: str, hint: Any, required: bool, record: type) -> Slot:
    audience = Audience.PUBLIC
    if typing.get_origin(hint) is Annotated:
        for note in typing.get_args(hint)[1:]:
            if isinstance(note, At):
                audience = note.audience
    if audience is not Audience.PUBLIC and required:
        raise TypeError(f"{record.__name__}.{name}: a field that not everybody may see needs a default")
    shape = _shape(hint, ())
    if shape is None:
        raise TypeError(f"{record.__name__}.{name}: no way to write {hint!r} is known")
    return Slot(name, shape, required, audience)


def _shape(hint: Any, notes: tuple[Any, ...]) -> Shape | None:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return _shape(arguments[0], (*notes, *arguments[1:]))
    if origin in (Union, types.UnionType):
        rest = [argument for argument in arguments if argument is not type(None)]
        return _shape(rest[0], notes) if len(rest) == 1 else None
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _shape(arguments[0], ())
        return Many(item) if item else None
    if origin is dict:
        return Cells()
    return _single(hint, notes)


def _single(hint: Any, notes: tuple[Any, ...]) -> Shape | None:
    form = next((note for note in notes if isinstance(note, Form)), None)
    if form is not None:
        return Leaf(form, next((note for note in notes if isinstance(note, Refers)), None))
    if hint is bool:
        return Flag()
    if hint is Prose:
        return Text()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Nested(hint)
    return None
