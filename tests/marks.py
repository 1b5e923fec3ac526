"""Puts marks into everything that not everybody may see, and looks for them in what was published."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import yaml
from pypdf import PdfReader

from site_builder.catalogue import catalogue
from site_builder.model.form import CODE, LINE, Refers
from site_builder.model.record import Audience
from site_builder.model.shape import Choice, Leaf, Many, Nested, Shape, Slot, Text, slots_of

LEVELS = tuple(Audience)[1:]
_NAMES = frozenset({"subject", "phone"})
"""Fields that may be any text as far as their form goes, but must be of a certain kind: a rule sees to that."""
_MARK = re.compile(rb"zq\d+x", re.IGNORECASE)


class Stamp:
    """Gives out marks, each once, and knows for whom they are."""

    def __init__(self) -> None:
        self.audience: dict[str, Audience] = {}

    def mark(self, audience: Audience) -> str:
        """A new mark, not to be seen below an audience."""
        mark = f"zq{len(self.audience)}x"
        self.audience[mark] = audience
        return mark

    def meant_for(self, audience: Audience) -> set[str]:
        """The marks that somebody may see."""
        return {mark for mark, level in self.audience.items() if audience.admits(level)}


def read(path: Path) -> Any:
    """A record as it is written, every value a text."""
    text = path.read_text("utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, yaml.BaseLoader)


def write(path: Path, record: Any) -> None:
    """A record back in its file; JSON is YAML too."""
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    path.write_text(f"---\n{text}---\n正文\n" if path.suffix == ".md" else text, "utf-8")


def hide(path: Path, kind: str, audience: Audience, stamp: Stamp) -> Path:
    """A copy of a record that only some may see, with a mark in every text and in its name."""
    record = marked(read(path), catalogue().kinds[kind].record, audience, stamp)
    columns = {
        one["name"]: audience.narrower(Audience(one.get("audience", "public")))
        for one in record.get("columns", ())
    }
    for row in record.get("rows", ()):
        row |= {name: stamp.mark(columns[name]) for name in row if name not in ("month", "use")}
    hidden = path.with_stem(stamp.mark(audience))
    write(hidden, record | {"audience": audience.value})
    return hidden


def marked(value: Any, group: type[msgspec.Struct], audience: Audience, stamp: Stamp) -> Any:
    """A group of fields with a mark in every text that may be anything."""
    found = {}
    ours = audience.narrower(Audience(value.get("audience", "public")))
    for slot in slots_of(group):
        level = ours.narrower(slot.audience)
        shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
        written = value.get(slot.name)
        many = written if isinstance(written, list) else [written]
        if written is None:
            continue
        if isinstance(shape, Nested):
            many = [marked(one, shape.record, level, stamp) for one in many]
        elif isinstance(shape, Text) or (
            isinstance(shape, Leaf) and shape.form == LINE and slot.name not in _NAMES
        ):
            many = [stamp.mark(level) for _ in many]
        found[slot.name] = many if isinstance(written, list) else many[0]
    return found


def fitted(value: Any, group: type[msgspec.Struct], others: Mapping[str, tuple[str, Any]]) -> Any:
    """A group of fields whose references lead to `others`: of each kind a name and a record.

    What is only given to be compared with figures is left out, for the figures are now other ones.
    """
    found = {}
    for slot in slots_of(group):
        shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
        written = value.get(slot.name)
        many = written if isinstance(written, list) else [written]
        if written is None or slot.name.startswith("stated_"):
            continue
        if isinstance(shape, Nested):
            many = [fitted(one, shape.record, others) for one in many]
        elif isinstance(shape, Leaf) and shape.refers is not None:
            many = [reference(shape.refers, others)]
        found[slot.name] = many if isinstance(written, list) else many[0]
    return found


def reference(refers: Refers, others: Mapping[str, tuple[str, Any]]) -> str:
    """A reference to the one record of a kind, or to one of its parts, each time to the next."""
    id, record = others[refers.kind]
    if not refers.part:
        return id
    parts = record[refers.part]
    parts.append(parts.pop(0))
    return f"{id}#{parts[-1]['id']}"


def holds_text(shape: Shape) -> bool:
    """Whether a mark can stand anywhere in a field."""
    match shape:
        case Many():
            return holds_text(shape.item)
        case Nested():
            return any(holds_text(slot.shape) for slot in slots_of(shape.record))
        case Leaf():
            return shape.refers is None and shape.form in (LINE, CODE)
        case _:
            return isinstance(shape, Text)


def sample(shape: Shape, mark: Callable[[], str], others: Mapping[str, tuple[str, Any]]) -> Any:
    """Something that may stand in a field of a shape, with marks wherever there may be any text."""
    match shape:
        case Many():
            return [sample(shape.item, mark, others)]
        case Nested():
            return {one.name: sample(one.shape, mark, others) for one in slots_of(shape.record)}
        case Leaf() if shape.refers is not None:
            return reference(shape.refers, others)
        case Leaf():
            return mark() if shape.form in (LINE, CODE) else shape.form.example
        case Choice():
            return next(iter(shape.codes)).value
        case Text():
            return mark()
        case _:
            return "true"


def narrow_fields(group: type[msgspec.Struct]) -> Iterator[tuple[tuple[str, ...], Slot]]:
    """Where in a kind's records there are fields that not everybody may see."""
    for slot in slots_of(group):
        shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
        if slot.audience is not Audience.PUBLIC:
            yield (slot.name,), slot
        elif isinstance(shape, Nested):
            yield from (((slot.name, *rest), inner) for rest, inner in narrow_fields(shape.record))


def plant(
    record: Any, trail: tuple[str, ...], slot: Slot, stamp: Stamp, others: Mapping[str, tuple[str, Any]]
) -> None:
    """Put marks into a field, in the first item of each list on the way; what stands there keeps its figures."""
    level = Audience(record.get("audience", "public")).narrower(slot.audience)
    for name in trail[:-1]:
        record = record[name][0] if isinstance(record[name], list) else record[name]
    shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
    written = record.get(trail[-1])
    if written and isinstance(shape, Nested):
        record[trail[-1]] = [marked(one, shape.record, level, stamp) for one in written]
    else:
        record[trail[-1]] = sample(slot.shape, partial(stamp.mark, level), others)


def found_in(output: Path) -> dict[Path, set[str]]:
    """The marks in each published file: its name, its bytes and, of a sheet, what it says when it is read."""
    found = {}
    for path in sorted(path for path in output.rglob("*") if path.is_file()):
        content = bytes(path.relative_to(output)) + path.read_bytes()
        if path.suffix == ".pdf":
            reader = PdfReader(path)
            text = f"{reader.metadata}{reader.outline}" + "".join(
                page.extract_text() for page in reader.pages
            )
            content += "".join(text.split()).encode()
        if marks := {mark.decode().lower() for mark in _MARK.findall(content)}:
            found[path.relative_to(output)] = marks
    return found
