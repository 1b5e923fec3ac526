"""Sheets to print: a record, or all records of a kind on one board, set as a PDF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.job import Kit
from site_builder.model.kind import Table
from site_builder.model.words import Words
from site_builder.render.annex import Annex
from site_builder.render.edition import Edition
from site_builder.render.engine import environment
from site_builder.render.frame import Frame, RecordInputs
from site_builder.render.identity import Sheet, address, institution, sheet_of
from site_builder.render.page import record_values, spoken_title
from site_builder.render.pdf import Carried, Details, print_sheet
from site_builder.render.typeset import typeset
from site_builder.render.views import RelatedView, Row

STYLE = "print/print.css"


class SheetInputs(msgspec.Struct, frozen=True):
    """All that the sheet of one record may see."""

    record: RecordInputs
    day: date
    template: str
    table: Table | None = None
    """The record's own table; it travels with the sheet as a file."""
    annex: Annex | None = None
    """What is annexed to a plan."""
    edition: Edition | None = None
    """Where it is for the notice board."""


class BoardInputs(msgspec.Struct, frozen=True):
    """All that a board of a whole kind may see."""

    kind: str
    records: tuple[RecordInputs, ...]
    day: date
    template: str
    edition: Edition | None = None


def render_sheet(inputs: SheetInputs, kit: Kit) -> bytes:
    """The sheet of one record."""
    html, sheet = html_of(inputs, kit)
    entry = inputs.record.entry
    carried = tuple(carried_by(entry.id, (entry,), inputs.table, kit))
    return _print(html, details_of(sheet, carried, inputs.edition), kit)


def html_of(inputs: SheetInputs, kit: Kit) -> tuple[str, Sheet]:
    """The page of a sheet before it is set, and what it says of itself."""
    record, frame = inputs.record, kit.frame
    sheet = sheet_of(record.entry, spoken_title(record.entry.record, frame), inputs.day, frame)
    sheet = replace(sheet, pinned=inputs.edition is not None)
    values = record_values(record, frame) | surroundings(frame)
    values |= {
        "sheet": sheet,
        "names": record.names,
        "related": _related(record, frame),
        "annex": inputs.annex,
    }
    return environment(kit).get_template(inputs.template).render(values), sheet


def render_board(inputs: BoardInputs, kit: Kit) -> bytes:
    """The sheet that shows all records of a kind, for the notice board."""
    frame: Frame = kit.frame
    title = frame.kinds[inputs.kind][0].say(frame.language)
    names = {name: titles for record in inputs.records for name, titles in record.names.items()}
    values = {"items": tuple(record_values(record, frame) for record in inputs.records), "names": names}
    place = address(frame, f"{inputs.kind}/")
    sheet = Sheet(title, "", institution(frame), place, frame.language, inputs.day)
    carried = tuple(carried_by(inputs.kind, tuple(record.entry for record in inputs.records), None, kit))
    html = (
        environment(kit).get_template(inputs.template).render(values | surroundings(frame) | {"sheet": sheet})
    )
    return _print(html, details_of(sheet, carried, inputs.edition), kit)


def _related(record: RecordInputs, frame: Frame) -> tuple[RelatedView, ...]:
    """The other records a sheet may name; on paper nothing leads to them but their titles."""
    chinese = frame.language.startswith("zh")
    return tuple(
        RelatedView(
            group.title.say(frame.language),
            tuple(Row("", item.title if chinese else item.title_en, item.values) for item in group.items),
        )
        for group in record.related
    )


def carried_by(
    name: str, entries: tuple[Entry[Any], ...], table: Table | None, kit: Kit
) -> Iterator[Carried]:
    """The data behind a sheet as files that travel inside it: all of it as JSON, the table as CSV too."""
    language = kit.frame.language
    for suffix, about, whole in (
        ("json", Words("本件所依据的数据", "The data this sheet was made from"), True),
        ("csv", Words("本件的表格", "The table on this sheet"), False),
    ):
        if suffix in kit.exports and (whole or table is not None):
            content = kit.exports[suffix].write(table or Table((), ()), entries, language)
            yield Carried(f"{name}.{suffix}", content, about.say(language), whole)


def surroundings(frame: Frame) -> dict[str, Any]:
    """What every sheet is handed besides its own."""
    return {"site": frame.site, "language": frame.language, "content_lang": frame.content_language}


def details_of(sheet: Sheet, carried: tuple[Carried, ...], edition: Edition | None = None) -> Details:
    """What the file of a sheet says about itself, and the files in it."""
    return Details(
        sheet.title, sheet.language, sheet.institution, sheet.title, (), sheet.date, carried, edition
    )


def _print(html: str, details: Details, kit: Kit) -> bytes:
    return print_sheet(typeset(html), kit.assets[STYLE].decode(), {}, kit.faces, details)
