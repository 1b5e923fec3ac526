"""JSON with everything the records say; money as text, so that no reader rounds it."""

from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.kind import Export, Table
from site_builder.model.words import Words


def write(table: Table, entries: tuple[Entry[Any], ...], language: str) -> bytes:
    """The records by id, their fields named as in the data files."""
    records = {entry.id: entry.record for entry in entries}
    return msgspec.json.format(msgspec.json.encode(records, order="deterministic"), indent=1) + b"\n"


EXPORT = Export("json", "application/json", Words("数据（JSON）", "Data (JSON)"), write)
