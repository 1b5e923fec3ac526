"""Sheets to print: a record, or all records of a kind on one board, set as a PDF."""

from datetime import date
from typing import Any

import msgspec

from site_builder.model.job import Kit
from site_builder.render.engine import environment
from site_builder.render.frame import Frame, RecordInputs
from site_builder.render.page import record_values, spoken_title
from site_builder.render.views import RelatedView, Row

STYLE = "print/print.css"


class SheetInputs(msgspec.Struct, frozen=True):
    """All that the sheet of one record may see."""

    record: RecordInputs
    day: date
    template: str


class BoardInputs(msgspec.Struct, frozen=True):
    """All that a board of a whole kind may see."""

    kind: str
    records: tuple[RecordInputs, ...]
    day: date
    template: str


class Sheet(msgspec.Struct, frozen=True):
    """What a sheet says of itself."""

    title: str
    subtitle: str
    institution: str
    address: str
    language: str
    date: date


def render_sheet(inputs: SheetInputs, kit: Kit) -> bytes:
    """The sheet of one record."""
    record, frame = inputs.record, kit.frame
    written = record.entry.record
    subtitle = getattr(written, "doc_no", None) or ""
    sheet = _sheet(spoken_title(written, frame), subtitle, f"{record.entry.name}/", inputs.day, frame)
    values = {"names": record.names, "related": _related(record, frame)}
    return _print(inputs.template, record_values(record, frame) | values, sheet, kit)


def render_board(inputs: BoardInputs, kit: Kit) -> bytes:
    """The sheet that shows all records of a kind, for the notice board."""
    frame: Frame = kit.frame
    title = frame.kinds[inputs.kind][0].say(frame.language)
    names = {name: titles for record in inputs.records for name, titles in record.names.items()}
    values = {"items": tuple(record_values(record, frame) for record in inputs.records), "names": names}
    return _print(inputs.template, values, _sheet(title, "", f"{inputs.kind}/", inputs.day, frame), kit)


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


def _sheet(title: str, subtitle: str, path: str, day: date, frame: Frame) -> Sheet:
    site = frame.site
    chinese = frame.language.startswith("zh")
    base = (site.base_url or "").rstrip("/")
    institution = site.name if chinese or not site.name_en else site.name_en
    return Sheet(title, subtitle, institution, f"{base}/{path}" if base else "", frame.language, day)


def _print(template: str, values: dict[str, Any], sheet: Sheet, kit: Kit) -> bytes:
    # Whoever makes no sheets need not wait for this.
    from site_builder.render.pdf import Details, print_sheet
    from site_builder.render.typeset import typeset

    frame: Frame = kit.frame
    html = (
        environment(kit)
        .get_template(template)
        .render(
            values
            | {
                "sheet": sheet,
                "site": frame.site,
                "language": frame.language,
                "content_lang": frame.content_language,
            }
        )
    )
    details = Details(sheet.title, sheet.language, sheet.institution, sheet.title, (), sheet.date)
    style = kit.assets[STYLE].decode()
    return print_sheet(typeset(html), style, {}, kit.faces, details)
