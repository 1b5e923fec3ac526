"""What must hold of every cell of a register."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.registers.cells import FORMS, NUMERIC, compiled, read_cell
from site_builder.kinds.registers.figures import columns_of
from site_builder.kinds.registers.record import Column, Constraints, Register
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

WRONG_TYPE = Mistake(
    code="REG-01",
    message=Words("“{column}”一列要填{form}，这里写的是“{found}”", "“{column}” takes {form}, not “{found}”"),
    hint=Words(
        "照 {example} 的样子写；没有数就空着。",
        "write it like {example}; leave the cell empty where there is nothing.",
    ),
    why=Words(
        "一列只放一种值，才能排序、合计。",
        "a column holds one kind of value, or it cannot be sorted and added up.",
    ),
    wrong="columns: [{name: visitors, title: 来访人次, type: integer}]\nrows: [{visitors: 十二}]",
    right="columns: [{name: visitors, title: 来访人次, type: integer}]\nrows: [{visitors: 12}]",
    basis="Table Schema",
)
CONSTRAINT_BROKEN = Mistake(
    code="REG-02",
    message=Words("“{column}”一列{rule}，这里是“{found}”", "“{column}” {rule}, but here is “{found}”"),
    hint=Words(
        "改正这一格；约束本身不合适时改 columns 里的 constraints。",
        "mend the cell, or the constraints of the column if they do not fit.",
    ),
    why=Words("约束是这张表自己定的规矩。", "the constraints are what the table itself promises."),
    wrong="columns: [{name: grams, title: 克数, type: integer, constraints: {minimum: 125}}]\nrows: [{grams: 110}]",
    right="columns: [{name: grams, title: 克数, type: integer, constraints: {minimum: 125}}]\nrows: [{grams: 130}]",
    basis="Table Schema",
)
UNKNOWN_COLUMN = Mistake(
    code="REG-03",
    message=Words("没有“{found}”这一列", "there is no column “{found}”"),
    hint=Words("用 columns 里的列名：{names}", "use the names of columns: {names}"),
    why=Words("写错列名的值不会出现在表里。", "a value under a misspelt name would not appear."),
    wrong="columns: [{name: visitors, title: 来访人次}]\nrows: [{visitor: 12}]",
    right="columns: [{name: visitors, title: 来访人次}]\nrows: [{visitors: 12}]",
)
NOT_UNIQUE = Mistake(
    code="REG-04",
    message=Words(
        "“{column}”一列不能重复，“{found}”在第 {first} 行已有",
        "“{column}” may not repeat; “{found}” stands in row {first} too",
    ),
    hint=Words("删去重复的行，或者改正其中一行。", "delete the repeated row or mend one of them."),
    why=Words("重复登记会使合计变大。", "a row entered twice makes the sums too large."),
    wrong="rows:\n  - {month: 2026-03}\n  - {month: 2026-03}",
    right="rows:\n  - {month: 2026-03}\n  - {month: 2026-04}",
)


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
