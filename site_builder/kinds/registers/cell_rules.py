"""What must hold of every cell of a register."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.registers.cells import FORMS, NUMERIC, compiled, read_cell
from site_builder.kinds.registers.figures import columns_of
from site_builder.kinds.registers.record import Column, Constraints, Register
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

WRONG_TYPE = Mistake("REG-01")
CONSTRAINT_BROKEN = Mistake("REG-02")
UNKNOWN_COLUMN = Mistake("REG-03")
NOT_UNIQUE = Mistake("REG-04")


def columns_are_known(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """Every value stands under the name of a column."""
    columns = columns_of(entry.record)
    for index, row in enumerate(entry.record.rows):
        for name in row:
            if name not in columns:
                yield Finding(
                    ("rows", index, name), UNKNOWN_COLUMN, {"found": name, "names": "、".join(columns)}
                )


def cells_are_of_their_type(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """Every cell that is not empty is written as its column asks."""
    for index, row in enumerate(entry.record.rows):
        for column in entry.record.columns:
            text = row.get(column.name, "")
            if text and read_cell(column, text) is None:
                form = FORMS[column.type]
                values = {"column": column.title, "form": form.title, "found": text, "example": form.example}
                yield Finding(("rows", index, column.name), WRONG_TYPE, values)


def constraints_hold(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """Required cells are filled, numbers within their range, words among the choices."""
    constrained = [(one, one.constraints) for one in entry.record.columns if one.constraints]
    for index, row in enumerate(entry.record.rows):
        for column, constraints in constrained:
            text = row.get(column.name, "")
            rule = _broken(column, constraints, text)
            if rule is not None:
                values = {"column": column.title, "rule": rule, "found": text}
                yield Finding(("rows", index, column.name), CONSTRAINT_BROKEN, values)


def _broken(column: Column, constraints: Constraints, text: str) -> Words | None:
    if not text:
        return Words("必填", "must be filled") if constraints.required else None
    value = read_cell(column, text)
    if column.type in NUMERIC and isinstance(value, int | Decimal):
        if constraints.minimum is not None and value < constraints.minimum:
            return Words(f"不小于 {constraints.minimum}", f"is at least {constraints.minimum}")
        if constraints.maximum is not None and value > constraints.maximum:
            return Words(f"不大于 {constraints.maximum}", f"is at most {constraints.maximum}")
    if constraints.enum and text not in constraints.enum:
        return Words(f"只能是 {'、'.join(constraints.enum)}", f"is one of {', '.join(constraints.enum)}")
    pattern = compiled(constraints.pattern) if constraints.pattern else None
    if pattern is not None and not pattern.fullmatch(text):
        return Words(f"要符合 {constraints.pattern}", f"matches {constraints.pattern}")
    return None


def unique_columns_do_not_repeat(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """No two rows have the same in a unique column; empty cells do not count."""
    for column in entry.record.columns:
        if column.constraints is None or not column.constraints.unique:
            continue
        seen: dict[str, int] = {}
        for index, row in enumerate(entry.record.rows):
            text = row.get(column.name, "")
            if text in seen:
                values = {"column": column.title, "found": text, "first": seen[text] + 1}
                yield Finding(("rows", index, column.name), NOT_UNIQUE, values)
            elif text:
                seen[text] = index


RULES = (
    Rule(UNKNOWN_COLUMN, "registers", columns_are_known),
    Rule(WRONG_TYPE, "registers", cells_are_of_their_type),
    Rule(CONSTRAINT_BROKEN, "registers", constraints_hold),
    Rule(NOT_UNIQUE, "registers", unique_columns_do_not_repeat),
)
