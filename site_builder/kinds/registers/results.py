"""What expressions come to, as a cell of a table or as words in a sentence."""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from site_builder.kinds.registers.cells import Cell
from site_builder.kinds.registers.column import CellType
from site_builder.kinds.registers.expressions.scope import Sort
from site_builder.model.words import Words

_NUMBERS = (Sort.NUMBER, Sort.PERCENT)
_FITTING = {
    CellType.STRING: (Sort.TEXT,), CellType.INTEGER: _NUMBERS, CellType.NUMBER: _NUMBERS, CellType.MONEY: _NUMBERS,
    CellType.PERCENT: _NUMBERS, CellType.DATE: (Sort.DATE,), CellType.TIME: (Sort.TIME,),
    CellType.DATETIME: (Sort.MOMENT,), CellType.MONTH: (Sort.MONTH,), CellType.BOOLEAN: (Sort.TRUTH,),
}  # fmt: skip
_UNITS = {
    CellType.INTEGER: "1",
    CellType.MONEY: "0.01",
    CellType.NUMBER: "0.000001",
    CellType.PERCENT: "0.01",
}


def fitting(sort: Sort, type_: CellType) -> bool:
    """Whether a column of that type can hold what a formula gives."""
    return sort in _FITTING[type_]


def as_cell(value: Any, type_: CellType) -> Cell:
    """A result as a cell: money to the fen, a share in hundredths, whole numbers whole; too large a number is none."""
    if value is None or type_ not in _UNITS:
        return value  # type: ignore[no-any-return]
    try:
        number = Decimal(value) * (100 if type_ is CellType.PERCENT else 1)
        rounded = number.quantize(Decimal(_UNITS[type_]), ROUND_HALF_UP)
    except InvalidOperation:
        return None
    if type_ is CellType.INTEGER:
        return int(rounded)
    return rounded if type_ is CellType.MONEY else plain(rounded)


def plain(value: Decimal) -> Decimal:
    """The same number without zeros at its end, and without an exponent."""
    bare = value.normalize()
    return bare.quantize(Decimal(1)) if bare == bare.to_integral_value() and bare.adjusted() < 20 else bare


def in_words(value: Any, sort: Sort) -> Words:
    """A value as it stands in a sentence; a dash where there is none."""
    match value:
        case None:
            return Words("—", "—")
        case bool():
            return Words("是", "yes") if value else Words("否", "no")
        case Decimal() | int():
            text = (
                f"{plain(round(Decimal(value) * 100, 2)):f}%"
                if sort is Sort.PERCENT
                else _figure(Decimal(value))
            )
        case datetime():
            text = f"{value:%Y-%m-%d %H:%M}"
        case date():
            text = value.isoformat()
        case time():
            text = f"{value:%H:%M}"
        case tuple():
            text = "、".join(in_words(item, sort).zh for item in value)
        case _:
            text = str(value)
    return Words(text, text)


def _figure(value: Decimal) -> str:
    """A number with the digits it was written with; one that came of a division with at most two decimals."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        value = plain(round(value, 2))
    return f"{value:f}"
