"""The files that are offered beside the page of a record and beside a list."""

from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.model.corpus import Entry
from site_builder.model.kind import Export, Kind
from site_builder.model.words import Words
from site_builder.render.frame import Download

PDF = Words("打印版（PDF）", "To print (PDF)")
POSTED = Words("张贴版（大字，PDF）", "For the notice board (large type, PDF)")


def of_tables(exports: Iterable[Export]) -> tuple[Export, ...]:
    """The formats that a single table can be given in."""
    return tuple(export for export in exports if export.suffix == "csv")


def beside_record(
    kind: Kind[Any], entry: Entry[Any], exports: Iterable[Export], *, sheet: bool
) -> Iterator[Download]:
    """What is offered with a record: its sheet, if there are sheets, and its own table."""
    if sheet and kind.printed:
        yield Download(f"{entry.id}.pdf", PDF, "application/pdf")
        if kind.posted:
            yield Download(f"{entry.id}-board.pdf", POSTED, "application/pdf")
    for one in of_tables(exports) if kind.table is not None else ():
        yield Download(f"{entry.id}.{one.suffix}", one.title, one.media_type)


def beside_list(kind: Kind[Any], exports: Iterable[Export], *, board: bool) -> Iterator[Download]:
    """What is offered with a list: the sheet for the notice board, if there is one, and the whole list."""
    if board:
        yield Download(f"{kind.name}.pdf", PDF, "application/pdf")
    for one in exports:
        yield Download(f"{kind.name}.{one.suffix}", one.title, one.media_type)
