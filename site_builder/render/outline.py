"""How a record that no template knows is laid out: what stands as facts, what as a table, what as parts of their own.

Page and sheet draw the same outline, each in its own way.
"""

from typing import Any

import msgspec
from msgspec.structs import replace

from site_builder.model.docs import docs_of, label
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
    seen: set[str] = set()
    views = [one for one in _shown(language, foreign, record) if one.name not in _ELSEWHERE]
    groups = [_group(language, foreign, one, seen) for one in views if _is_group(one)]
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


def _shown(language: str, foreign: bool, group: msgspec.Struct) -> tuple[FieldView, ...]:
    """The fields that are shown: ids are for the tool, and English stands in place of its Chinese or not at all."""
    shown = []
    for one in fields(language, group):
        if one.name != "id" and not one.name.endswith("_en"):
            english = getattr(group, f"{one.name}_en", None) if foreign else None
            shown.append(msgspec.structs.replace(one, value=english) if english else one)
    return tuple(shown)


def _is_group(view: FieldView) -> bool:
    """Whether it needs more room than a cell or a line."""
    return view.form in ("prose", "part", "cells") or (view.form == "many" and _is_group(view.value[0]))


def _group(language: str, foreign: bool, view: FieldView, seen: set[str]) -> GroupView | None:
    if view.form == "prose":
        return GroupView(view.name, view.label, "prose", view.value)
    written = [one.value for one in view.value] if view.form == "many" else [view.value]
    if not isinstance(written[0], msgspec.Struct):
        return None
    heading = label(type(written[0]), "title").say(language) if hasattr(written[0], "title") else ""
    parts = [_part(language, foreign, one, seen) for one in written]
    columns = {field.name: field for part in parts for field in part.facts}
    if view.form == "part" or any(map(_is_group, columns.values())):
        return GroupView(view.name, view.label, "parts", view.value, heading, parts=tuple(parts))
    rows = tuple(replace(part, cells=_cells(part, tuple(columns))) for part in parts)
    return GroupView(view.name, view.label, "table", view.value, heading, tuple(columns.values()), rows)


def _cells(part: PartView, columns: tuple[str, ...]) -> tuple[FieldView | None, ...]:
    named = {one.name: one for one in part.facts}
    return tuple(named.get(name) for name in columns)


def _part(language: str, foreign: bool, written: msgspec.Struct, seen: set[str]) -> PartView:
    anchor = getattr(written, "id", "")
    anchor = "" if anchor in seen else anchor
    seen.add(anchor)
    english = getattr(written, "title_en", None) if foreign else None
    title = str(english or getattr(written, "title", ""))
    facts = tuple(_nested(language, foreign, one) for one in _shown(language, foreign, written))
    return PartView(anchor, title, facts)


def _nested(language: str, foreign: bool, view: FieldView) -> FieldView:
    """A field with the parts in it drawn out; only the parts of a group themselves are pointed at."""
    if view.form == "part":
        return msgspec.structs.replace(
            view, value=replace(_part(language, foreign, view.value, set()), anchor="")
        )
    if view.form == "many":
        return msgspec.structs.replace(
            view, value=tuple(_nested(language, foreign, one) for one in view.value)
        )
    return view
