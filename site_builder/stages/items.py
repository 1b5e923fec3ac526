"""The lines of lists: records in their order, each with what its line says."""

from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.model.corpus import Entry
from site_builder.model.kind import Kind, Related
from site_builder.render.frame import Group, Item, MovedInputs


def ordered(kind: Kind[Any], entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    """The records as their list has them: the newest first where the kind names a date, those without one last."""
    every = list(entries)
    if not kind.newest_first:
        return every
    name = kind.newest_first
    dated = [entry for entry in every if getattr(entry.record, name) is not None]
    undated = [entry for entry in every if getattr(entry.record, name) is None]
    return [*sorted(dated, key=lambda entry: getattr(entry.record, name), reverse=True), *undated]


def item_of(entry: Entry[Any], values: tuple[Any, ...]) -> Item:
    """The line of a record."""
    record = entry.record
    return Item(entry.folder, record.title, record.title_en or record.title, values)


def group_of(related: Related) -> Group:
    """Records that are listed on the page of another."""
    return Group(related.title, tuple(item_of(entry, ()) for entry in related.entries))


def moved_from(entry: Entry[Any], folder: str) -> Iterator[MovedInputs]:
    """What stands at the addresses a record once had."""
    for old in entry.record.moved_from:
        path = f"{folder.rpartition('/')[0]}/{old}/".lstrip("/")
        yield MovedInputs(path, f"{folder}/", entry.record.title)
