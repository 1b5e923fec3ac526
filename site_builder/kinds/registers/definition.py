"""What must hold of the definition of a register: its columns, references, sums, codes and formulas."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.registers.cells import NUMERIC, compiled, may_take_for_ever
from site_builder.kinds.registers.column import CellType, Column
from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.meaning import names_in
from site_builder.kinds.registers.grid import Grid
from site_builder.model.corpus import Corpus
from site_builder.model.form import NUMBER, fits
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.told import has_words
from site_builder.model.words import Words

WRONG_DEFINITION = Mistake("REG-06")
UNREADABLE = Mistake("REG-09")
_NO_COLUMN = Words("没有这一列", "there is no such column")


def definition_holds(grid: Grid, corpus: Corpus) -> Iterator[Finding]:
    """Names are different and known, patterns can be read, what is added up are numbers, codes are those of rules."""
    record = grid.record
    names = [column.name for column in record.columns]
    for index, column in enumerate(record.columns):
        if column.name in names[:index]:
            yield wrong(("columns", index, "name"), column.name, Words("列名重复", "the name is used twice"))
        yield from _column(("columns", index), column, grid, corpus)
    for trail, name in _added_up(grid):
        if name not in grid.columns:
            yield wrong(trail, name, _NO_COLUMN)
        elif grid.columns[name].type not in NUMERIC:
            yield wrong(trail, name, Words("不是数，不能加减", "it does not hold numbers"))
    for trail, name in _grouped_by(grid):
        if name not in grid.columns:
            yield wrong(trail, name, _NO_COLUMN)
    for trail, code in _codes(grid):
        if not has_words(code):
            yield wrong(trail, code, Words("没有这个规则编号", "there is no such rule"))
    if record.cadence and grid.when is None:
        fault = Words("写了频次，但没有日期或月份列", "a cadence needs a column of dates or months")
        yield wrong(("cadence",), record.cadence, fault)


def wrong(trail: Trail, found: str, fault: Words) -> Finding:
    """What is told of a definition that cannot be so."""
    return Finding(trail, WRONG_DEFINITION, {"found": found, "fault": fault})


def unreadable(trail: Trail, text: str, fault: Fault) -> Finding:
    """What is told of an expression that cannot be read, at the place in it."""
    return Finding(trail, UNREADABLE, {"fault": fault.what, "remedy": fault.remedy}, words=text[fault.at :])


def _column(trail: tuple[str, int], column: Column, grid: Grid, corpus: Corpus) -> Iterator[Finding]:
    pattern = column.constraints.pattern if column.constraints else None
    if pattern and not compiled(pattern):
        endless = may_take_for_ever(pattern)
        fault = (
            Words("重复里面还有重复，可能永远算不完", "a repetition within a repetition may take for ever")
            if endless
            else Words("不是正则表达式", "not a regular expression")
        )
        yield wrong((*trail, "constraints", "pattern"), pattern, fault)
    if column.refers:
        yield from _refers((*trail, "refers"), column, column.refers, corpus)
    if column.formula is None:
        return
    if column.name in grid.faults:
        yield unreadable((*trail, "formula"), column.formula, grid.faults[column.name])
    computed = {one.name for one in grid.record.columns[: trail[1]] if one.formula}
    for name in names_in(column.formula):
        used = grid.columns.get(name)
        if used is None:
            continue
        if not column.audience.admits(used.audience):
            fault = Words(
                f"{name} 不是给能看这一列的人都看的", f"{name} is not for all who may see this column"
            )
            yield wrong((*trail, "formula"), column.name, fault)
        if used.formula and name not in computed:
            fault = Words(f"{name} 在它右边才算出来", f"{name} is reckoned only to the right of it")
            yield wrong((*trail, "formula"), column.name, fault)


def _refers(trail: Trail, column: Column, refers: str, corpus: Corpus) -> Iterator[Finding]:
    kind, _, parts = refers.partition("#")
    known = corpus.of(kind)
    if column.type is not CellType.STRING:
        yield wrong(
            trail, refers, Words("指向别的记录的列，类型只能是文字", "a column that refers holds text")
        )
    elif not known:
        yield wrong(
            trail, refers, Words("没有这个文件夹，或者里面没有记录", "there is no record in that folder")
        )
    elif parts and not any(getattr(part, "id", "") for part in getattr(known[0].record, parts, ())):
        fault = Words(f"{kind} 的记录里没有带 id 的 {parts}", f"records of {kind} have no {parts} with an id")
        yield wrong(trail, refers, fault)


def _added_up(grid: Grid) -> Iterator[tuple[Trail, str]]:
    for index, name in enumerate(grid.record.sums):
        yield ("sums", index), name
    for name in grid.record.stated_totals:
        yield ("stated_totals", name), name
    for index, balance in enumerate(grid.record.balances):
        for field in ("incoming", "outgoing", "closing"):
            if getattr(balance, field):
                yield ("balances", index, field), getattr(balance, field)


def _grouped_by(grid: Grid) -> Iterator[tuple[Trail, str]]:
    if grid.record.subtotals:
        yield ("subtotals",), grid.record.subtotals
    for index, check in enumerate(grid.record.checks):
        for place, name in enumerate(check.by):
            yield ("checks", index, "by", place), name


def _codes(grid: Grid) -> Iterator[tuple[Trail, str]]:
    if grid.record.cadence_code:
        yield ("cadence_code",), grid.record.cadence_code
    for index, check in enumerate(grid.record.checks):
        if check.code:
            yield ("checks", index, "code"), check.code


def stated_totals_are_numbers(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """A total that was written elsewhere is a number."""
    for name, text in grid.record.stated_totals.items():
        if not isinstance(fits(NUMBER, text), Decimal):
            yield wrong(("stated_totals", name), text, Words("要写数", "a number is asked for"))


LOOKS = (definition_holds, stated_totals_are_numbers)
