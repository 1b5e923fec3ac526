"""What a cell of a register means: the column says how its text is read."""

import re
from datetime import date, time
from decimal import Decimal

from site_builder.kinds.registers.record import CellType, Column
from site_builder.model.form import DATE, LINE, MONEY, MONTH, NUMBER, TIME, Form, fits
from site_builder.model.words import Words

Value = str | int | Decimal | date | time | bool

_TRUTH = {"true": True, "是": True, "false": False, "否": False}
TRUTH = Form("boolean", Words("是或否", "yes or no"), "是", "|".join(_TRUTH), _TRUTH.get)
INTEGER = Form("integer", Words("整数", "a whole number"), "120", r"-?(?:0|[1-9]\d{0,14})", int)
FORMS = {
    CellType.STRING: LINE,
    CellType.INTEGER: INTEGER,
    CellType.NUMBER: NUMBER,
    CellType.MONEY: MONEY,
    CellType.DATE: DATE,
    CellType.TIME: TIME,
    CellType.MONTH: MONTH,
    CellType.BOOLEAN: TRUTH,
}
NUMERIC = (CellType.INTEGER, CellType.NUMBER, CellType.MONEY)
"""The types that can be added up."""


def read_cell(column: Column, text: str) -> Value | None:
    """The value of a cell, or None when it is not written as its column asks; an empty cell has no value either."""
    value = fits(FORMS[column.type], text)
    return value if isinstance(value, Value) else None


def number(column: Column, row: dict[str, str]) -> Decimal:
    """The number in a cell, 0 where there is none."""
    value = read_cell(column, row.get(column.name, ""))
    return Decimal(value) if isinstance(value, int | Decimal) else Decimal(0)


def day(column: Column, row: dict[str, str]) -> date | None:
    """The day a row is about; a month counts as its first day."""
    value = read_cell(column, row.get(column.name, ""))
    if column.type is CellType.MONTH and isinstance(value, str):
        return date(int(value[:4]), int(value[5:]), 1)
    return value if isinstance(value, date) else None


def day_column(columns: tuple[Column, ...]) -> Column | None:
    """The column that tells when: the first that holds dates or months."""
    return next((one for one in columns if one.type in (CellType.DATE, CellType.MONTH)), None)


def compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern of a constraint, or None when it is not a regular expression."""
    try:
        return re.compile(pattern)
    except re.error:
        return None
