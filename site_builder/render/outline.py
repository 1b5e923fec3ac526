"""How a record that no template knows is laid out: what stands as facts, what as a table, what as parts of their own.

Page and sheet draw the same outline, each in its own way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec.structs import replace

from site_builder.model.docs import docs_of, label
from site_builder.model.form import SLUG
from site_builder.model.words import Words
from site_builder.render.fields import FieldView, fields, reckoned

_ELSEWHERE = frozenset({"title_en", "office", "published_on", "index_no", "bases", "source"})
"""What head and foot of a page show already."""
_UPRIGHT = 7
"""Columns that stand side by side on an upright sheet."""


class PartView(msgspec.Struct, frozen=True):
    """One part of a group: a goal, a lot, a line."""

    anchor: str
    """Its id, by which others point at it; empty where an earlier part of the page has it."""
    title: str
    facts: tuple[FieldView, ...]
    """Its fields; a group within it holds parts again."""
    cells: tuple[FieldView | None, ...] = ()
    """The same fields under the columns of its table."""


class GroupView(msgspec.Struct, frozen=True):
    """A group of fields under a heading of its own."""

    name: str
    label: str
    form: str
    """``prose``, ``table`` or ``parts``."""
    value: Any
    heading: str = ""
    """What the titles of the parts are called; empty where they have none."""
    columns: tuple[FieldView, ...] = ()
    parts: tuple[PartView, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether its table needs a turned sheet."""
        return len(self.columns) + bool(self.heading) > _UPRIGHT


class Outline(msgspec.Struct, frozen=True):
    """The whole of a record but what every page shows in places of its own."""

    facts: tuple[FieldView, ...]
    groups: tuple[GroupView, ...]


def outline(language: str, foreign: bool, record: msgspec.Struct) -> Outline:
    """The outline of a record; `foreign` where the interface speaks another language than the office writes."""
    drawing = _Drawing(language, foreign, _titles(record, foreign))
    views = [one for one in drawing.shown(record) if one.name not in _ELSEWHERE]
    groups = [drawing.group(one) for one in views if _is_group(one)]
    return Outline(
        tuple(one for one in views if not _is_group(one)), tuple(one for one in groups if one is not None)
    )


def tallies(language: str, figures: msgspec.Struct | None) -> tuple[GroupView, ...]:
    """The figures that come in lists, such as hours by post, each list a table under what it is called."""
    if figures is None:
        return ()
    found, docs = [], docs_of(figures.__class__)
    for name in figures.__struct_fields__:
        items = getattr(figures, name)
        if name in docs and isinstance(items, tuple) and items and _counts(items[0]):
            words = docs[name].label.say(language)
            parts = [PartView("", _title(language, one), _counted(language, one)) for one in items]
            columns = {field.name: field for part in parts for field in part.facts}
            rows = tuple(replace(part, cells=_cells(part, tuple(columns))) for part in parts)
            heading = words if any(part.title for part in parts) else ""
            if columns:
                found.append(GroupView(name, words, "table", items, heading, tuple(columns.values()), rows))
    return tuple(found)


def _counts(item: Any) -> bool:
    return isinstance(item, msgspec.Struct)


def _counted(language: str, item: msgspec.Struct) -> tuple[FieldView, ...]:
    return tuple(
        one for one in reckoned(language, item) if one.name not in ("id", "post", "title", "title_en")
    )


def _title(language: str, item: msgspec.Struct) -> str:
    title = getattr(item, "title", "")
    return title.say(language) if isinstance(title, Words) else str(title or "")


def _titles(record: msgspec.Struct, foreign: bool) -> dict[str, str]:
    """What the parts of a record are called, by the short names by which others of its parts mean them."""
    lists = (getattr(record, name) for name in record.__struct_fields__)
    parts = [one for items in lists if isinstance(items, tuple) for one in items if hasattr(one, "id")]
    return {one.id: called for one in parts if (called := _called(one, foreign))}


def _called(part: Any, foreign: bool) -> str:
    """The title of a part, or what it says in place of one."""
    english = getattr(part, "title_en", None) if foreign else None
    return str(english or getattr(part, "title", None) or getattr(part, "purpose", None) or "")


def _is_group(view: FieldView) -> bool:
    """Whether it needs more room than a cell or a line."""
    return view.form in ("prose", "part", "cells") or (view.form == "many" and _is_group(view.value[0]))


def _cells(part: PartView, columns: tuple[str, ...]) -> tuple[FieldView | None, ...]:
    named = {one.name: one for one in part.facts}
    return tuple(named.get(name) for name in columns)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The drawing of one record."""

    language: str
    foreign: bool
    titles: dict[str, str]
    """What is called how, by its short name."""
    seen: set[str] = field(default_factory=set)
    """The anchors that are given already."""

    def shown(self, group: msgspec.Struct) -> Iterator[FieldView]:
        """The fields that are shown.

        Short names are for the tool: what they mean is shown instead, if it is of this record. English stands in
        place of its Chinese or not at all.
        """
        for one in fields(self.language, group):
            if one.form == SLUG.name:
                if one.value in self.titles and one.name != "id":
                    yield replace(one, value=self.titles[one.value], form="line")
            elif not one.name.endswith("_en"):
                english = getattr(group, f"{one.name}_en", None) if self.foreign else None
                yield replace(one, value=english) if english else one

    def group(self, view: FieldView) -> GroupView | None:
        """A field that needs more room than a line."""
        if view.form == "prose":
            return GroupView(view.name, view.label, "prose", view.value)
        written = [one.value for one in view.value] if view.form == "many" else [view.value]
        if not isinstance(written[0], msgspec.Struct):
            return None
        titled = hasattr(written[0], "title")
        heading = label(type(written[0]), "title").say(self.language) if titled else ""
        parts = [self.part(one) for one in written]
        columns = {field.name: field for part in parts for field in part.facts}
        if view.form == "part" or any(map(_is_group, columns.values())):
            return GroupView(view.name, view.label, "parts", view.value, heading, parts=tuple(parts))
        rows = tuple(replace(part, cells=_cells(part, tuple(columns))) for part in parts)
        return GroupView(view.name, view.label, "table", view.value, heading, tuple(columns.values()), rows)

    def part(self, written: msgspec.Struct, *, pointed_at: bool = True) -> PartView:
        """One part of a group; only the parts of a group themselves are pointed at."""
        anchor = getattr(written, "id", "") if pointed_at else ""
        anchor = "" if anchor in self.seen else anchor
        self.seen.add(anchor)
        english = getattr(written, "title_en", None) if self.foreign else None
        title = str(english or getattr(written, "title", ""))
        return PartView(anchor, title, tuple(self.nested(one) for one in self.shown(written)))

    def nested(self, view: FieldView) -> FieldView:
        """A field with the parts in it drawn out."""
        if view.form == "part":
            return replace(view, value=self.part(view.value, pointed_at=False))
        if view.form == "many":
            return replace(view, value=tuple(self.nested(one) for one in view.value))
        return view
