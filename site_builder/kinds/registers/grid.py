"""The table with values instead of text: read once, then looked at by every rule."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from site_builder.kinds.registers.cells import NUMERIC, Cell, day_column, day_of, read_cells
from site_builder.kinds.registers.column import CellState, CellType, Column
from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.meaning import meaning, steps
from site_builder.kinds.registers.expressions.scope import Field, Scope, Sort, Term
from site_builder.kinds.registers.record import Register
from site_builder.kinds.registers.results import as_cell, fitting
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.words import Words

SORTS = {
    CellType.STRING: Sort.TEXT, CellType.INTEGER: Sort.NUMBER, CellType.NUMBER: Sort.NUMBER,
    CellType.MONEY: Sort.NUMBER, CellType.PERCENT: Sort.PERCENT, CellType.DATE: Sort.DATE,
    CellType.TIME: Sort.TIME, CellType.DATETIME: Sort.MOMENT, CellType.MONTH: Sort.MONTH,
    CellType.BOOLEAN: Sort.TRUTH,
}  # fmt: skip
MOST_STEPS = 6_000_000
"""Steps of all checks on all rows, and again of all formulas; more would keep the clerk waiting."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A register's columns by name, their cells from top to bottom, and the formulas that cannot be reckoned."""

    record: Register
    columns: dict[str, Column]
    cells: dict[str, list[Cell]]
    faults: dict[str, Fault]
    """By the name of the column with the formula."""
    scope: Scope
    """The same for expressions."""

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self.record.rows)

    @property
    def when(self) -> str | None:
        """The name of the column that tells when."""
        found = day_column(self.record.columns)
        return found.name if found else None

    def days(self) -> list[date | None]:
        """The day each row is about; a month counts as its first day."""
        if self.when is None:
            return [None] * self.rows
        if self.columns[self.when].type is CellType.MONTH:
            return [_first_of(cell) for cell in self.cells[self.when]]
        return [day_of(cell) for cell in self.cells[self.when]]

    def numbers(self, name: str | None) -> list[Decimal]:
        """The numbers in a column that can be added up, 0 where there is none; all 0 without a column."""
        column = self.columns.get(name) if name else None
        if column is None or column.type not in NUMERIC:
            return [Decimal(0)] * self.rows
        return [_number(cell) for cell in self.cells[column.name]]


def _first_of(cell: Cell) -> date | None:
    written = isinstance(cell, str) and not isinstance(cell, CellState)
    return date(int(cell[:4]), int(cell[5:]), 1) if written and isinstance(cell, str) else None


def _number(cell: Cell) -> Decimal:
    return Decimal(cell) if isinstance(cell, int | Decimal) else Decimal(0)


def grid_of(entry: Entry[Register], corpus: Corpus) -> Grid:
    """A register as a grid: its cells read, what one word says of a whole row spread, its formulas reckoned."""
    record = entry.record
    columns = {column.name: column for column in record.columns}
    cells = {
        name: read_cells(column, ("" if column.formula else row.get(name, "") for row in record.rows))
        for name, column in columns.items()
    }
    _spread_states(record, cells)
    fields = {name: _field(column, cells[name]) for name, column in columns.items()}
    period = (record.starts_on, record.ends_on)
    scope = Scope(fields, len(record.rows), corpus.today, corpus.workdays, corpus.profile, period)
    faults: dict[str, Fault] = {}
    work = 0
    for name, column in columns.items():
        if column.formula is not None:
            work += steps(column.formula) * len(record.rows)
            found = _TOO_MUCH if work > MOST_STEPS else _reckoned(column, column.formula, scope)
            if isinstance(found, Fault):
                faults[name] = found
            else:
                cells[name] = found
                fields[name] = _field(column, found)
    return Grid(record, columns, cells, faults, scope)


_TOO_MUCH = Fault(
    0,
    Words("行数乘公式太多，没有计算", "rows times formulas are too many; nothing was reckoned"),
    Words("按月或者按学期分成几张表。", "split the table by month or term."),
)


def _spread_states(record: Register, cells: dict[str, list[Cell]]) -> None:
    """A row of a day and one of the words says that word of the whole row."""
    lead = day_column(record.columns) or record.columns[0] if record.columns else None
    for number, row in enumerate(record.rows):
        said = [name for name, text in row.items() if text and name in cells]
        if lead is None or len(said) != 2 or lead.name not in said:
            continue
        state = cells[next(name for name in said if name != lead.name)][number]
        if isinstance(state, CellState):
            for column in record.columns:
                if cells[column.name][number] is None and not row.get(column.name):
                    cells[column.name][number] = state


def _field(column: Column, cells: list[Cell]) -> Field:
    values = [None if isinstance(cell, CellState) else cell for cell in cells]
    if column.type is CellType.PERCENT:
        values = [value / 100 if isinstance(value, Decimal) else None for value in values]
    words = [cell.value if isinstance(cell, CellState) else None for cell in cells]
    choices = column.constraints.enum if column.constraints else ()
    sort = Sort.TEXT if column.refers else SORTS[column.type]
    return Field(sort, values, words, choices)


def _reckoned(column: Column, formula: str, scope: Scope) -> list[Cell] | Fault:
    """The cells of a column with a formula; empty where a value is missing or a setting is not set."""
    found = meaning(formula, scope)
    if isinstance(found, Fault):
        return found
    if not isinstance(found, Term):
        return [None] * scope.rows
    if not fitting(found.sort, column.type):
        sort = found.sort.value
        what = Words(
            f"公式算出的是{sort.zh}，和这一列的类型不合",
            f"the formula gives {sort.en}, which the column does not hold",
        )
        return Fault(0, what, Words("改 type，或者改公式。", "change the type or the formula."))
    return [as_cell(found.at(row), column.type) for row in range(scope.rows)]
