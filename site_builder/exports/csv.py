"""Comma-separated values for spreadsheet programs: UTF-8 with a mark, so that Excel reads the Chinese."""

import csv
import io
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Export, Table
from site_builder.model.words import Words

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|", "%")
"""Signs that make a spreadsheet take a text for a formula (OWASP, CSV injection)."""


def write(table: Table, entries: tuple[Entry[Any], ...], language: str) -> bytes:
    """A heading line and one line a row; money and numbers in plain digits, dates in ISO 8601."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([name.say(language) for name in table.columns])
    writer.writerows([[_cell(value, language) for value in row] for row in table.rows])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def _cell(value: Any, language: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return Words("是" if value else "否", "yes" if value else "no").say(language)
        case StrEnum():
            return label(type(value), value.name).say(language)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case Decimal() | int():
            return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


EXPORT = Export("csv", "text/csv", Words("表格（CSV）", "Table (CSV)"), write)
