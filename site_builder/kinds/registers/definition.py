"""What must hold of the definition of a register: its columns, sums and balances."""

from collections.abc import Iterator

from site_builder.kinds.registers.cells import NUMERIC, compiled, day_column
from site_builder.kinds.registers.figures import columns_of
from site_builder.kinds.registers.record import Register
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

WRONG_DEFINITION = Mistake("REG-06")


def definition_holds(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """Column names are different, patterns can be read, and what is added up are numbers."""
    record, columns = entry.record, columns_of(entry.record)
    names = [column.name for column in record.columns]
    for index, column in enumerate(record.columns):
        if column.name in names[:index]:
            yield _definition(
                ("columns", index, "name"), column.name, Words("列名重复", "the name is used twice")
            )
        if column.constraints and column.constraints.pattern and not compiled(column.constraints.pattern):
            fault = Words("不是正则表达式", "not a regular expression")
            yield _definition(("columns", index, "constraints", "pattern"), column.constraints.pattern, fault)
    for trail, name in _used(record):
        if name not in columns:
            yield _definition(trail, name, Words("没有这一列", "there is no such column"))
        elif columns[name].type not in NUMERIC:
            yield _definition(trail, name, Words("不是数，不能加减", "it does not hold numbers"))
    if record.cadence and day_column(record.columns) is None:
        fault = Words("写了频次，但没有日期或月份列", "a cadence needs a column of dates or months")
        yield _definition(("cadence",), record.cadence, fault)


def _definition(trail: Trail, found: str, fault: Words) -> Finding:
    return Finding(trail, WRONG_DEFINITION, {"found": found, "fault": fault})


def _used(record: Register) -> Iterator[tuple[Trail, str]]:
    for index, name in enumerate(record.sums):
        yield ("sums", index), name
    for index, balance in enumerate(record.balances):
        for field in ("incoming", "outgoing", "closing"):
            if getattr(balance, field):
                yield ("balances", index, field), getattr(balance, field)


RULES = (Rule(WRONG_DEFINITION, "registers", definition_holds),)
