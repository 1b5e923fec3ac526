"""The fields of a kind as JSON Schema, so that editors complete, explain and underline while one types."""

from enum import StrEnum
from typing import Any

import msgspec

from site_builder.model.docs import docs_of, label
from site_builder.model.kind import Kind
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Text, slots_of
from site_builder.model.words import Words

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that the YAML language servers of the common editors know."""

_WORDS = frozenset({"line", "code", "phone", "slug", "reference", "named"})
_NUMBERS = frozenset({"money", "number", "count", "year"})


def schema(kind: Kind[Any]) -> dict[str, Any]:
    """The JSON Schema of one kind's files."""
    return {
        "$schema": DIALECT,
        "title": _both(kind.title),
        "description": _both(kind.about),
        **_group(kind.record),
    }


def _group(record: type[msgspec.Struct]) -> dict[str, Any]:
    slots = slots_of(record)
    docs = docs_of(record)
    properties = {}
    for slot in slots:
        found = _shape(slot.shape)
        doc = docs.get(slot.name)
        if doc is not None:
            text = Words(f"{doc.label.zh}：{doc.help.zh}", f"{doc.label.en}: {doc.help.en}")
            found = {"title": _both(doc.label), "description": f"{text.zh}\n\n{text.en}", **found}
        properties[slot.name] = found
    required = [slot.name for slot in slots if slot.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def _shape(shape: Shape) -> dict[str, Any]:
    match shape:
        case Leaf():
            # A figure is typed without quotes, so an editor sees a number: both ways of seeing it are right.
            types = ["string", "number"] if shape.form.name in _NUMBERS else ["string", "number", "boolean"]
            kinds: Any = types if shape.form.name in (*_NUMBERS, *_WORDS) else "string"
            return {"type": kinds, "pattern": f"^(?:{shape.form.pattern})$", "examples": [shape.form.example]}
        case Choice():
            return _choice(shape.codes)
        case Flag():
            return {"type": "boolean"}
        case Text():
            return {"type": "string"}
        case Many():
            return {"type": "array", "items": _shape(shape.item)}
        case Nested():
            return _group(shape.record)
        case Cells():
            return {
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "boolean", "null"]},
            }


def _choice(codes: type[StrEnum]) -> dict[str, Any]:
    told = [_both(label(codes, code.name)) for code in codes]
    # A code that is a figure is typed without quotes, so an editor sees a number: both are right.
    figures = {int(code.value): name for code, name in zip(codes, told, strict=True) if code.value.isdigit()}
    return {
        "enum": [*(code.value for code in codes), *figures],
        "enumDescriptions": [*told, *figures.values()],
    }


def _both(words: Words) -> str:
    return words.zh if words.zh == words.en else f"{words.zh} / {words.en}"
