"""From a tree to a record: each field decides what its value means, and every mistake of a file is found at once."""

from typing import Any

import msgspec

from site_builder.mistakes import records, values
from site_builder.mistakes import yaml as yaml_mistakes
from site_builder.model.docs import label
from site_builder.model.form import fits
from site_builder.model.kind import Entry, Kind
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.record import Prose
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Slot, Text, slots_of
from site_builder.model.source import Document, Mapping, Node, Scalar, Sequence
from site_builder.model.words import Words
from site_builder.stages.digest import digest
from site_builder.stages.prose import render_prose
from site_builder.stages.refer import references


def decode(document: Document, kind: Kind[Any], id: str) -> tuple[Entry[Any] | None, tuple[Problem, ...]]:
    """The record a document holds, or None and everything that is wrong with its fields."""
    reader = _Reader(document)
    record = reader.group(document.tree, kind.record, top=True)
    if reader.problems or not isinstance(record, kind.record):
        return None, tuple(reader.problems)
    return Entry(kind.name, id, record, digest(record), document.path, references(record)), ()


class _Wrong:
    """Stands for a value that could not be read; the problem is told already."""


_WRONG = _Wrong()


class _Reader:
    """Reads one document; keeps the problems it meets so that reading never stops at the first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.path = document.path
        self.problems: list[Problem] = []

    def tell(self, node: Node, mistake: Mistake, **found: object) -> _Wrong:
        self.problems.append(Problem(Location(self.path, max(node.line, 1), node.column), mistake, found))
        return _WRONG

    def group(self, tree: Mapping, record: type[msgspec.Struct], top: bool = False) -> Any:
        slots = {slot.name: slot for slot in slots_of(record)}
        found: dict[str, Any] = {}
        for key, node in tree.pairs:
            slot = slots.get(key.text)
            if slot is None:
                self.unknown(key, record, list(slots))
            else:
                found[key.text] = self.value(slot.shape, node, key.text)
        if top and self.document.rows is not None and "rows" in slots:
            found["rows"] = self.beside(found, tree)
        missing = [slot for slot in slots.values() if slot.required and slot.name not in found]
        if missing and not self.document.partial:
            for slot in missing:
                self.missing(tree, record, slot)
        if missing or any(value is _WRONG for value in found.values()):
            return _WRONG
        return record(**found)

    def beside(self, found: dict[str, Any], tree: Mapping) -> Any:
        """The rows that stand in a table beside the file."""
        rows = self.document.rows
        assert rows is not None
        if "rows" in found:
            node = next(value for key, value in tree.pairs if key.text == "rows")
            return self.tell(node, records.ROWS_TWICE, table=rows.path)
        self.path = rows.path
        value = self.value(Many(Cells()), rows.tree, "rows")
        self.path = self.document.path
        return value

    def unknown(self, key: Scalar, record: type, names: list[str]) -> None:
        labels = {label(record, name).zh: name for name in names}
        guess = values.meant(key.text, [*names, *labels])
        if key.text in labels:
            guess = Words(f"，请写 {labels[key.text]}", f"; write {labels[key.text]}")
        self.tell(key, records.UNKNOWN_KEY, key=key.text, guess=guess, fields=", ".join(names))

    def missing(self, tree: Mapping, record: type, slot: Slot) -> None:
        suggestion = _example(slot.shape)
        self.tell(tree, records.MISSING_KEY, key=slot.name, label=label(record, slot.name), suggestion=suggestion)

    def value(self, shape: Shape, node: Node, key: str) -> Any:
        if isinstance(node, Scalar):
            if node.style == "*":
                return _WRONG
            if not node.style and node.text in ("", "~", "null"):
                return self.tell(node, values.EMPTY, key=key)
        match shape:
            case Leaf():
                return self.leaf(shape, node, key)
            case Choice():
                return self.choice(shape, node, key)
            case Flag():
                return self.flag(node, key)
            case Text():
                return self.text(node, key)
            case Many():
                return self.many(shape, node, key)
            case Nested():
                return self.nested(shape, node, key)
            case Cells():
                return self.cells(node, key)

    def scalar(self, node: Node, key: str, suggestion: str) -> Scalar | None:
        if isinstance(node, Scalar):
            if node.lines > 1 and node.style not in ("|", ">"):
                self.tell(node, values.SEVERAL_LINES, key=key, lines=node.lines)
                return None
            return node
        found = Words("一个列表", "a list") if isinstance(node, Sequence) else Words("几个栏目", "several fields")
        self.tell(node, values.VALUE_EXPECTED, key=key, found=found, suggestion=suggestion)
        return None

    def leaf(self, shape: Leaf, node: Node, key: str) -> Any:
        scalar = self.scalar(node, key, shape.form.example)
        if scalar is None:
            return _WRONG
        if scalar.style in ("|", ">"):
            lines = scalar.text.strip().count("\n") + 1
            return self.tell(scalar, values.SEVERAL_LINES, key=key, lines=lines)
        value = fits(shape.form, scalar.text)
        if value is None:
            mistake, found = values.blame(key, scalar.text, shape.form)
            return self.tell(scalar, mistake, **found)
        return value

    def choice(self, shape: Choice, node: Node, key: str) -> Any:
        codes = [code.value for code in shape.codes]
        scalar = self.scalar(node, key, codes[0])
        if scalar is None:
            return _WRONG
        if scalar.text in codes:
            return shape.codes(scalar.text)
        labels = {label(shape.codes, code.name).zh: code.value for code in shape.codes}
        guess = values.meant(scalar.text, [*codes, *labels])
        if scalar.text in labels:
            guess = Words(f"，请写 {labels[scalar.text]}", f"; write {labels[scalar.text]}")
        choices = Words("、".join(f"{code}（{zh}）" for zh, code in labels.items()), ", ".join(codes))
        return self.tell(scalar, values.NOT_A_CHOICE, key=key, found=scalar.text, guess=guess, choices=choices)

    def flag(self, node: Node, key: str) -> Any:
        scalar = self.scalar(node, key, "true")
        if scalar is None:
            return _WRONG
        if scalar.text in ("true", "false"):
            return scalar.text == "true"
        suggestion = "false" if scalar.text.lower() in ("no", "off", "n", "否", "不", "0", "false") else "true"
        return self.tell(scalar, values.NOT_TRUE_OR_FALSE, key=key, found=scalar.text, suggestion=suggestion)

    def text(self, node: Node, key: str) -> Any:
        if not isinstance(node, Scalar):
            self.scalar(node, key, "|")
            return _WRONG
        if node.style == ">" or (node.style != "|" and node.lines > 1):
            return self.tell(node, yaml_mistakes.FOLDED, key=key)
        rendered, slips = render_prose(node.text)
        for slip in slips:
            self.problems.append(Problem(self.inside(node, slip.line, slip.column), slip.mistake, slip.values))
        return _WRONG if slips else Prose(node.text, rendered.html, tuple(link for link, _ in rendered.links))

    def inside(self, node: Scalar, line: int, column: int) -> Location:
        """The place of a character of a long text in the file it was typed in."""
        if node.style != "|":
            return Location(self.path, node.line, node.column + column - 1 + bool(node.style))
        below = self.document.text.split("\n")[node.line :] if node.line else []
        first = next((text for text in below if text.strip()), "")
        indent = 0 if self.path.endswith(".md") else len(first) - len(first.lstrip(" "))
        return Location(self.path, node.line + line, indent + column)

    def many(self, shape: Many, node: Node, key: str) -> Any:
        if not isinstance(node, Sequence):
            suggestion = node.text if isinstance(node, Scalar) else "…"
            return self.tell(node, values.LIST_EXPECTED, key=key, suggestion=suggestion.replace("，", ", "))
        items = []
        for item in node.items:
            if isinstance(item, Scalar) and not item.style and "，" in item.text and isinstance(shape.item, Leaf):
                if self.joined(shape.item, item):
                    items.append(_WRONG)
                    continue
            items.append(self.value(shape.item, item, key))
        self.doubles(node, shape)
        return _WRONG if any(item is _WRONG for item in items) else tuple(items)

    def joined(self, shape: Leaf, item: Scalar) -> bool:
        """Whether an item is several, typed with full-width commas between them; then that is told."""
        pieces = [piece.strip() for piece in item.text.split("，")]
        if shape.form.name == "line" or not all(fits(shape.form, piece) is not None for piece in pieces):
            return False
        self.tell(item, yaml_mistakes.FULL_WIDTH_COMMA, found=item.text, corrected=f"[{', '.join(pieces)}]")
        return True

    def doubles(self, node: Sequence, shape: Many) -> None:
        """Tell parts that share an id: nobody could say which of them a reference means."""
        if not isinstance(shape.item, Nested) or not any(slot.name == "id" for slot in slots_of(shape.item.record)):
            return
        seen: set[str] = set()
        for item in node.items:
            pairs = item.pairs if isinstance(item, Mapping) else ()
            for key, value in pairs:
                if key.text == "id" and isinstance(value, Scalar):
                    if value.text in seen:
                        self.tell(value, records.DUPLICATE_PART, found=value.text)
                    seen.add(value.text)

    def nested(self, shape: Nested, node: Node, key: str) -> Any:
        if isinstance(node, Mapping):
            return self.group(node, shape.record)
        fields = ", ".join(slot.name for slot in slots_of(shape.record) if slot.required) or "…"
        return self.tell(node, values.GROUP_EXPECTED, key=key, fields=fields)

    def cells(self, node: Node, key: str) -> Any:
        if not isinstance(node, Mapping):
            return self.tell(node, values.GROUP_EXPECTED, key=key, fields="…")
        row: dict[str, str] = {}
        for name, cell in node.pairs:
            scalar = self.scalar(cell, name.text, "…")
            if scalar is None or scalar.style == "*":
                return _WRONG
            row[name.text] = scalar.text
        return row


def _example(shape: Shape) -> str:
    match shape:
        case Leaf():
            return shape.form.example
        case Choice():
            return next(iter(shape.codes)).value
        case Flag():
            return "true"
        case Many():
            return f"[{_example(shape.item)}]"
        case _:
            return "…"
