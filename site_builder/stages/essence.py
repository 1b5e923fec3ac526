"""What inputs come down to: for a key, for the day on a sheet, for files in which nothing can be followed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from site_builder.model.corpus import Entry
from site_builder.render import sheet
from site_builder.render.frame import RecordInputs, Ref


def in_words(values: tuple[Any, ...], names: Mapping[str, tuple[str, str]]) -> tuple[Any, ...]:
    """Each reference by the title of the record it leads to, for files in which nothing can be followed."""
    return tuple(
        [
            names.get(f"{value.kind}/{value.written}", (value.written, ""))[0]
            if isinstance(value, Ref)
            else value
            for value in values
        ]
    )


def essence(inputs: Any) -> Any:
    """What the key of a job is made from: all its inputs, a record standing by the digest it got where it was made."""
    match inputs:
        case RecordInputs():
            entry = inputs.entry
            named = (entry.kind, entry.id, entry.digest, entry.path)
            return (*named, inputs.figures, inputs.related, inputs.names, inputs.downloads)
        case sheet.SheetInputs():
            # The table is reckoned from the record and its figures, which stand here already.
            return (essence(inputs.record), inputs.day, inputs.template, inputs.annex, inputs.edition)
        case sheet.BoardInputs():
            records = [essence(record) for record in inputs.records]
            return (inputs.kind, records, inputs.day, inputs.template, inputs.edition)
        case _:
            return inputs


def sheet_date(entry: Entry[Any], today: date) -> date:
    """The day a sheet bears: the record's own, so that an unchanged sheet stays the same byte for byte."""
    for name in ("published_on", "approved_on", "written_on", "starts_on", "valid_from"):
        found = getattr(entry.record, name, None)
        if isinstance(found, date):
            return found
    return today
