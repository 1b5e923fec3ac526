"""Puts marks into everything that not everybody may see, and looks for them in what was published."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml
from pypdf import PdfReader

from site_builder.catalogue import catalogue
from site_builder.model.form import LINE
from site_builder.model.record import Audience
from site_builder.model.shape import Leaf, Many, Nested, Text, slots_of

LEVELS = tuple(Audience)[1:]
_NAMES = frozenset({"subject"})
"""Fields that may be any text as far as their form goes, but name a record."""
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


def narrow_fields(group: type[msgspec.Struct]) -> Iterator[tuple[tuple[str, ...], Audience]]:
    """Where in a kind's records there are fields that not everybody may see, and who may."""
    for slot in slots_of(group):
        shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
        if slot.audience is not Audience.PUBLIC:
            yield (slot.name,), slot.audience
        if isinstance(shape, Nested):
            yield from (((slot.name, *rest), level) for rest, level in narrow_fields(shape.record))


def plant(record: Any, trail: tuple[str, ...], mark: str) -> None:
    """Put a mark into a field, in the first item of each list on the way."""
    for name in trail[:-1]:
        record = record[name][0] if isinstance(record[name], list) else record[name]
    record[trail[-1]] = mark


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
