"""From a tree to a record: each field decides what its value means, and every mistake of a file is found at once."""

from functools import cache
from typing import Any

import msgspec

from site_builder.mistakes import records, values
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Kind
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Slot, Text, slots_of
from site_builder.model.source import Document, Mapping, Node, Scalar, Sequence
from site_builder.model.told import Severity
from site_builder.stages.digest import digest
from site_builder.stages.grow import TOLD
from site_builder.stages.interpret import (
    NOTHING,
    WRONG,
    Wrong,
    blank,
    doubled_parts,
    example,
    fields_joined,
    in_lines,
    items_joined,
    name_swallowed,
    not_a_list,
    not_so_written,
    single,
)
from site_builder.stages.limits import MOST_TOLD, enough
from site_builder.stages.names import unknown
from site_builder.stages.passage import passage
from site_builder.stages.refer import references
from site_builder.stages.spots import spots


def decode(document: Document, kind: Kind[Any], id: str) -> tuple[Entry[Any] | None, tuple[Problem, ...]]:
    """The record a document holds, None when it cannot be published, and everything that is wrong with its fields."""
    reader = _Reader(document)
    record = reader.group(document.tree, kind.record, top=True)
    problems = enough(tuple(reader.problems))
    if not isinstance(record, kind.record) or any(one.severity is Severity.ERROR for one in problems):
        return None, problems
    named, seen = references(record), spots(record, id)
    return Entry(kind.name, id, record, digest(record), document.path, named, seen), problems


_SHORT = frozenset({"", "'", '"'})
"""The styles of a value in one line."""
_SINGLE = (Leaf, Choice, Flag)


@cache
def _slots(record: type[msgspec.Struct]) -> dict[str, Slot]:
    return {slot.name: slot for slot in slots_of(record)}


@cache
def _required(record: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(slot.name for slot in slots_of(record) if slot.required)


class _Reader:
    """Reads one document; keeps the problems it meets so that reading never stops at the first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.path = document.path
        self.problems: list[Problem] = []

    def tell(
        self, node: Node, mistake: Mistake, found: dict[str, object] | None = None, column: int = 0
    ) -> Wrong:
        if len(self.problems) < MOST_TOLD:
            where = Location(self.path, max(node.line, 1), node.column + column)
            self.problems.append(Problem(where, mistake, found or {}))
        return WRONG

    def told(self, node: Node, value: Any) -> Any:
        """The value, or WRONG after telling what is wrong with it."""
        if isinstance(value, Wrong) and value.mistake is not None:
            return self.tell(node, value.mistake, value.values, value.column)
        return value

    def group(self, tree: Mapping, record: type[msgspec.Struct], top: bool = False) -> Any:
        slots = _slots(record)
        found: dict[str, Any] = {}
        partial = self.document.partial
        for key, node in tree.pairs:
            slot = slots.get(key.text)
            if slot is not None:
                joined = fields_joined(key, node, slots)
                found[slot.name] = (
                    self.value(slot.shape, node, slot.name, f"{slot.name}: ")
                    if joined is None
                    else self.told(node, joined)
                )
            elif key.style == TOLD:
                partial = True
            else:
                self.misnamed(key, node, record, found)
        if top and self.document.rows is not None and "rows" in slots:
            found["rows"] = self.beside(found, tree)
        lacking = not _required(record) <= found.keys()
        for slot in slots.values() if lacking and not partial else ():
            if not slot.required or slot.name in found:
                continue
            suggestion = f"{slot.name}: {example(slot.shape)}"
            values_ = {"key": slot.name, "label": label(record, slot.name), "corrected": suggestion}
            self.tell(tree, records.MISSING_KEY, values_)
        if lacking or partial or any(value is WRONG for value in found.values()):
            return WRONG
        return record(**found)

    def misnamed(self, key: Scalar, node: Node, record: type[msgspec.Struct], found: dict[str, Any]) -> None:
        """Tell a name that is none, and read the value as that of the field that was most likely meant."""
        if len(self.problems) >= MOST_TOLD:
            return
        slots = _slots(record)
        value = node.text if isinstance(node, Scalar) and node.lines == 1 else ""
        meant, mistake, values_ = unknown(key.text, value, record, slots)
        self.tell(key, mistake, values_)
        if meant and meant not in found:
            self.value(slots[meant].shape, node, meant, f"{meant}: ")
            found[meant] = WRONG

    def beside(self, found: dict[str, Any], tree: Mapping) -> Any:
        """The rows that stand in a table beside the file."""
        rows = self.document.rows
        if rows is None or "rows" in found:
            node = next((value for key, value in tree.pairs if key.text == "rows"), tree)
            return self.tell(node, records.ROWS_TWICE, {"table": rows.path if rows else ""})
        self.path = rows.path
        value = self.value(Many(Cells()), rows.tree, "rows", "")
        self.path = self.document.path
        return value

    def value(self, shape: Shape, node: Node, key: str, start: str) -> Any:
        if isinstance(node, Scalar):
            if isinstance(shape, _SINGLE) and node.lines == 1 and node.style in _SHORT:
                meaning = shape.meaning(node.text)
                if meaning is not None and (node.style or node.text not in NOTHING):
                    return meaning
            if (nothing := blank(node, key, start, shape)) is not None:
                return self.told(node, nothing)
        match shape:
            case Leaf() | Choice() | Flag():
                return self.told(node, self.one(shape, node, key, start))
            case Text():
                return self.text(node, key, start)
            case Many():
                return self.many(shape, node, key)
            case Nested():
                return self.nested(shape, node, key, start)
            case Cells():
                return self.cells(node, key)

    def one(self, shape: Leaf | Choice | Flag, node: Node, key: str, start: str) -> Any:
        scalar = single(node, key, start, shape)
        if isinstance(scalar, Wrong):
            return scalar
        if isinstance(shape, Leaf) and scalar.style in ("|", ">"):
            return in_lines(scalar, key, start)
        meaning = shape.meaning(scalar.text)
        return not_so_written(shape, scalar.text, key, start) if meaning is None else meaning

    def text(self, node: Node, key: str, start: str) -> Any:
        if not isinstance(node, Scalar):
            return self.told(node, single(node, key, start, Text()))
        prose, problems = passage(node, self.path, self.document.text, key)
        self.problems += problems[:MOST_TOLD]
        return prose or WRONG

    def many(self, shape: Many, node: Node, key: str) -> Any:
        if not isinstance(node, Sequence):
            return self.told(node, not_a_list(shape, node, key))
        items = []
        for item in node.items:
            if (
                isinstance(item, Scalar)
                and not item.style
                and "，" in item.text
                and isinstance(shape.item, Leaf)
            ):
                joined = items_joined(shape.item.form, item)
                items.append(self.told(item, joined) if joined else self.value(shape.item, item, key, "- "))
            else:
                items.append(self.value(shape.item, item, key, "- "))
        if isinstance(shape.item, Nested) and "id" in _slots(shape.item.record):
            for value, found in doubled_parts(node):
                self.tell(value, records.DUPLICATE_PART, found)
        return WRONG if any(item is WRONG for item in items) else tuple(items)

    def nested(self, shape: Nested, node: Node, key: str, start: str) -> Any:
        if isinstance(node, Mapping):
            return self.group(node, shape.record)
        slots = _slots(shape.record)
        if isinstance(node, Scalar) and (swallowed := name_swallowed(node, slots, start)) is not None:
            return self.told(node, swallowed)
        fields = [slot.name for slot in slots.values() if slot.required] or list(slots)
        lines = "；".join(f"{name}: {example(slots[name].shape)}" for name in fields)
        return self.tell(node, values.GROUP_EXPECTED, {"key": key, "fields": lines})

    def cells(self, node: Node, key: str) -> Any:
        if not isinstance(node, Mapping):
            return self.tell(node, values.GROUP_EXPECTED, {"key": key, "fields": "…"})
        row: dict[str, str] = {}
        for name, cell in node.pairs:
            scalar = self.told(cell, single(cell, name.text, f"{name.text}: ", Cells()))
            if not isinstance(scalar, Scalar) or TOLD in (scalar.style, name.style):
                return WRONG
            row[name.text] = scalar.text
        return row
