"""Data files and files that are handed on as they are."""

from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.job import Kit
from site_builder.model.kind import Table


class FileInputs(msgspec.Struct, frozen=True):
    """What a data file is made from; the format is named, so that the inputs can be sent to another process."""

    suffix: str
    table: Table
    entries: tuple[Entry[Any], ...]


def render_file(inputs: FileInputs, kit: Kit) -> bytes:
    """A list or table in an open-data format."""
    write = kit.exports[inputs.suffix].write
    return write(inputs.table, inputs.entries, kit.frame.language)


def hand_on(inputs: bytes, kit: Kit) -> bytes:
    """A file as it is."""
    return inputs
