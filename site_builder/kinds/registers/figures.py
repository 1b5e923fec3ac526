"""What follows from the rows of a register: typed cells, sums, running balances, gaps."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from site_builder.kinds.registers.cadence import Gap, gaps
from site_builder.kinds.registers.cells import Value, day, day_column, number, read_cell
from site_builder.kinds.registers.record import Balance, CellType, Column, Register
from site_builder.model.kind import Corpus, Entry


class BalanceFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A running balance, reckoned row by row."""

    title: str
    opening: Decimal
    """期初：第一行之前的数。
    Opening: before the first row."""
    incoming: Decimal
    """增加：合计。
    In: all that came in."""
    outgoing: Decimal
    """减少：合计。
    Out: all that went out."""
    closing: Decimal
    """期末：最后一行之后的数。
    Closing: after the last row."""
    running: tuple[Decimal, ...]
    """The balance after each row."""


class RegisterFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The table with values instead of text, and what can be reckoned from it."""

    rows: tuple[tuple[Value | None, ...], ...]
    """In the order of the columns; None for an empty cell."""
    row_count: int
    """行数：登记了多少行。
    Rows: how many there are."""
    sums: tuple[Decimal | None, ...]
    """One for each column; None where it is not added up."""
    balances: tuple[BalanceFigures, ...]
    gaps: tuple[Gap, ...]
    """Where rows are missing by the day of the build."""
    latest: Value | None
    """最近登记：最后一行的日期或月份。
    Latest: the date or month of the last row."""


def columns_of(record: Register) -> dict[str, Column]:
    """The columns by name."""
    return {column.name: column for column in record.columns}


def figures(entry: Entry[Register], corpus: Corpus) -> RegisterFigures:
    """Typed rows, sums, balances and gaps."""
    record = entry.record
    rows = tuple(
        tuple(read_cell(one, row.get(one.name, "")) for one in record.columns) for row in record.rows
    )
    when = day_column(record.columns)
    return RegisterFigures(
        rows=rows,
        row_count=len(rows),
        sums=tuple(_sum(record, column) for column in record.columns),
        balances=tuple(running(record)),
        gaps=missing(record, corpus),
        latest=rows[-1][record.columns.index(when)] if rows and when else None,
    )


def running(record: Register) -> Iterator[BalanceFigures]:
    """Every balance whose columns are all there; a reader who may not see one of them does not get the balance."""
    columns = columns_of(record)
    for balance in record.balances:
        if all(name in columns for name in (balance.incoming, balance.outgoing, balance.closing) if name):
            yield _running(record, balance, columns)


def _running(record: Register, balance: Balance, columns: dict[str, Column]) -> BalanceFigures:
    ins = [number(columns[balance.incoming], row) if balance.incoming else Decimal(0) for row in record.rows]
    outs = [number(columns[balance.outgoing], row) if balance.outgoing else Decimal(0) for row in record.rows]
    after, now = [], balance.opening
    for came, went in zip(ins, outs, strict=True):
        now += came - went
        after.append(now)
    return BalanceFigures(
        title=balance.title,
        opening=balance.opening,
        incoming=sum(ins, Decimal(0)),
        outgoing=sum(outs, Decimal(0)),
        closing=now,
        running=tuple(after),
    )


def _sum(record: Register, column: Column) -> Decimal | None:
    if column.name not in record.sums:
        return None
    return sum((number(column, row) for row in record.rows), Decimal(0))


def missing(record: Register, corpus: Corpus) -> tuple[Gap, ...]:
    """The gaps in the cadence up to the day before the build, or to the last day the register covers."""
    when = day_column(record.columns)
    if record.cadence is None or when is None:
        return ()
    days = tuple(sorted(found for row in record.rows if (found := day(when, row)) is not None))
    first = record.starts_on or (days[0] if days else None)
    if first is None:
        return ()
    if when.type is CellType.MONTH:
        first = first.replace(day=1)
    return tuple(gaps(record.cadence, days, first, record.ends_on, corpus.today, corpus.workdays))
