"""What must hold of every cell of a register."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.registers.cells import LONGEST_MATCHED, MEASURED, Cell, compiled, form_of
from site_builder.kinds.registers.column import CellState, Column, Constraints
from site_builder.kinds.registers.grid import Grid
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

WRONG_TYPE = Mistake("REG-01")
CONSTRAINT_BROKEN = Mistake("REG-02")
UNKNOWN_COLUMN = Mistake("REG-03")
NOT_UNIQUE = Mistake("REG-04")
NO_GROUND = Mistake("REG-10")
COMPUTED = Mistake("REG-11")


def columns_are_known(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """Every value stands under the name of a column, and none where the value is computed."""
    computed = {name for name, column in grid.columns.items() if column.formula}
    for index, row in enumerate(grid.record.rows):
        for name in row:
            if name not in grid.columns:
                values = {"found": name, "names": "、".join(grid.columns)}
                yield Finding(("rows", index, name), UNKNOWN_COLUMN, values)
            elif name in computed and row[name]:
                values = {"column": grid.columns[name].title, "formula": grid.columns[name].formula or ""}
                yield Finding(("rows", index, name), COMPUTED, values)


def cells_are_of_their_type(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """Every cell that is not empty is written as its column asks."""
    for column in grid.record.columns:
        form, cells = form_of(column), grid.cells[column.name]
        for index, row in enumerate(grid.record.rows):
            if cells[index] is None and not column.formula and (text := row.get(column.name)):
                values = {"column": column.title, "form": form.title, "found": text, "example": form.example}
                yield Finding(("rows", index, column.name), WRONG_TYPE, values)


def constraints_hold(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """Required cells say something, numbers lie within their range, words are among the choices."""
    for column in grid.record.columns:
        if column.constraints is None or column.formula:
            continue
        for index, (cell, row) in enumerate(zip(grid.cells[column.name], grid.record.rows, strict=True)):
            text = row.get(column.name, "")
            rule = _broken(column, column.constraints, cell, text)
            if rule is not None:
                values = {"column": column.title, "rule": rule, "found": text}
                yield Finding(("rows", index, column.name), CONSTRAINT_BROKEN, values)


def _broken(column: Column, constraints: Constraints, cell: Cell, text: str) -> Words | None:
    if isinstance(cell, CellState):
        return None
    if not text:
        return Words("必填", "must be filled") if constraints.required else None
    if column.type in MEASURED and isinstance(cell, int | Decimal):
        if constraints.minimum is not None and cell < constraints.minimum:
            return Words(f"不小于 {constraints.minimum}", f"is at least {constraints.minimum}")
        if constraints.maximum is not None and cell > constraints.maximum:
            return Words(f"不大于 {constraints.maximum}", f"is at most {constraints.maximum}")
    if constraints.enum and text not in constraints.enum:
        return Words(f"只能是 {'、'.join(constraints.enum)}", f"is one of {', '.join(constraints.enum)}")
    pattern = compiled(constraints.pattern) if constraints.pattern else None
    if pattern is not None and (len(text) > LONGEST_MATCHED or not pattern.fullmatch(text)):
        return Words(f"要符合 {constraints.pattern}", f"matches {constraints.pattern}")
    return None


def unique_columns_do_not_repeat(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """No two rows have the same in a unique column; cells without a value do not count."""
    for column in grid.record.columns:
        if column.constraints is None or not column.constraints.unique:
            continue
        seen: dict[str, int] = {}
        for index, row in enumerate(grid.record.rows):
            text = row.get(column.name, "")
            if text in seen:
                values = {"column": column.title, "found": text, "first": seen[text] + 1}
                yield Finding(("rows", index, column.name), NOT_UNIQUE, values)
            elif text and not isinstance(grid.cells[column.name][index], CellState):
                seen[text] = index


def withheld_cells_have_a_ground(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """Where a cell says that its value is withheld, the register says by which document."""
    grounds = {one.field for one in grid.record.withheld}
    for column in grid.record.columns:
        if grounds & {column.name, column.title}:
            continue
        for index, cell in enumerate(grid.cells[column.name]):
            if cell is CellState.WITHHELD:
                values = {"column": column.title, "name": column.name}
                yield Finding(("rows", index, column.name), NO_GROUND, values)


LOOKS = (
    columns_are_known,
    cells_are_of_their_type,
    constraints_hold,
    unique_columns_do_not_repeat,
    withheld_cells_have_a_ground,
)
