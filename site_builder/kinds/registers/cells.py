"""What a cell of a register means: the column says how its text is read."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from site_builder.kinds.registers.column import CellState, CellType, Column
from site_builder.model.form import (
    DATE,
    DATETIME,
    LINE,
    MONEY,
    MONTH,
    NUMBER,
    PERCENT,
    REFERENCE,
    TIME,
    Form,
    fits,
)
from site_builder.model.words import Words

Value = str | int | Decimal | date | time | bool
"""A date with a time is a `datetime`, and so a date too."""
Cell = Value | CellState | None
"""None where a cell is empty, or not written as its column asks."""

_TRUTH = {"true": True, "是": True, "false": False, "否": False}
TRUTH = Form("boolean", Words("是或否", "yes or no"), "是", "|".join(_TRUTH), _TRUTH.get)
INTEGER = Form("integer", Words("整数", "a whole number"), "120", r"-?(?:0|[1-9]\d{0,14})", int)
FORMS = {
    CellType.STRING: LINE,
    CellType.INTEGER: INTEGER,
    CellType.NUMBER: NUMBER,
    CellType.MONEY: MONEY,
    CellType.PERCENT: PERCENT,
    CellType.DATE: DATE,
    CellType.TIME: TIME,
    CellType.DATETIME: DATETIME,
    CellType.MONTH: MONTH,
    CellType.BOOLEAN: TRUTH,
}
NUMERIC = (CellType.INTEGER, CellType.NUMBER, CellType.MONEY)
"""The types that can be added up."""
MEASURED = (*NUMERIC, CellType.PERCENT)
"""The types that have a smallest and a largest value."""
DATED = (CellType.DATE, CellType.DATETIME, CellType.MONTH)
"""The types that tell when."""
_STATES = {state.value: state for state in CellState}


def form_of(column: Column) -> Form:
    """How the cells of a column are written."""
    return REFERENCE if column.refers else FORMS[column.type]


def read_cells(column: Column, texts: Iterable[str]) -> list[Cell]:
    """The cells of a column from top to bottom; a word that is among its choices is a value, whatever it says."""
    form, known = form_of(column), dict[str, Cell]({"": None})
    choices = column.constraints.enum if column.constraints else ()
    found: list[Cell] = []
    for text in texts:
        if text not in known:
            value = fits(form, text)
            state = None if text in choices else _STATES.get(text)
            known[text] = state or (value if isinstance(value, Value) else None)
        found.append(known[text])
    return found


def day_of(cell: Cell) -> date | None:
    """The day a cell tells; a month counts as its first day."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def day_column(columns: tuple[Column, ...]) -> Column | None:
    """The column that tells when: the first that holds dates or months."""
    return next((one for one in columns if one.type in DATED), None)


LONGEST_MATCHED = 500
"""Characters of a cell that are compared with a pattern; what is longer fits none."""
_ATOM = re.compile(
    r"(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<\w+>))?)|(?P<close>\))|(?P<or>\|)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|."
)
_HOW_OFTEN = re.compile(r"(?P<endless>[*+]|\{[0-9]*,\})|\?|\{[0-9]*,[0-9]+\}")


def may_take_for_ever(pattern: str) -> bool:
    """Whether a group is repeated in which there is nothing but what is repeated itself, as in ``(a+)+``."""
    branches: list[tuple[bool, bool]] = [(False, False)]
    at = 0
    while found := _ATOM.match(pattern, at):
        at, loose = found.end(), False
        if found["open"]:
            branches.append((False, False))
            continue
        if found["or"]:
            endless, firm = branches[-1]
            branches[-1] = (endless and not firm, False)
            continue
        if found["close"] and len(branches) > 1:
            endless, firm = branches.pop()
            loose = endless and not firm
        often = _HOW_OFTEN.match(pattern, at)
        if often is None:
            branches[-1] = (branches[-1][0] or loose, branches[-1][1] or not loose)
            continue
        if often["endless"] and loose:
            return True
        branches[-1] = (branches[-1][0] or loose or bool(often["endless"]), branches[-1][1])
        at = often.end()
    return False


def compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern of a constraint, or None when it is not a regular expression, or one that may never end."""
    if may_take_for_ever(pattern):
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None
