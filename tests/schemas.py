"""Reads a record as editors do, and holds it against a schema: as much of both as our schemas use."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str, "number": (int, float), "boolean": bool, "null": type(None), "array": list, "object": dict,
}  # fmt: skip
_KNOWN = frozenset(
    "$schema title description type properties required additionalProperties items pattern enum examples "
    "enumDescriptions".split()
)


class Reader(yaml.SafeLoader):
    """YAML 1.2, in which a day is a text and ``on`` is a word."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - declared so by the library


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    Reader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def seen(text: str) -> Any:
    """A record as an editor sees it."""
    return yaml.load(text, Reader)


def complaints(value: Any, schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """What an editor would underline."""
    assert schema.keys() <= _KNOWN, f"this test does not know {schema.keys() - _KNOWN}"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, one) for one in types):
        yield f"{place}: {value!r} is none of {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield from complaints(item, schema["items"], f"{place}/{number}")
    if isinstance(value, dict):
        yield from _fields(value, schema, place)


def _fields(value: dict[str, Any], schema: dict[str, Any], place: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name in schema.get("required", []):
        if name not in value:
            yield f"{place}: {name} is missing"
    for name, found in value.items():
        if name in known:
            yield from complaints(found, known[name], f"{place}/{name}")
        elif isinstance(others, dict):
            yield from complaints(found, others, f"{place}/{name}")
        elif not others:
            yield f"{place}: there is no {name}"


def _is(value: Any, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and (name == "boolean") == isinstance(value, bool)
