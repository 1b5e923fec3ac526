"""What follows from the rows of a register: typed cells, sums, running balances, gaps."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import msgspec

from site_builder.kinds.registers.cadence import Gap, gaps
from site_builder.kinds.registers.cells import Cell, day_of
from site_builder.kinds.registers.column import CellType
from site_builder.kinds.registers.grid import Grid, grid_of
from site_builder.kinds.registers.record import Balance, Register
from site_builder.kinds.registers.season import season_of
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import month_of


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


class Subtotal(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows of one group add up to."""

    key: Cell
    """What the rows have in common."""
    form: str
    """How that is written: ``month`` where days were put together by month, else empty."""
    sums: tuple[Decimal | None, ...]
    """One for each column; None where it is not added up."""


class RegisterFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The table with values instead of text, and what can be reckoned from it."""

    rows: tuple[tuple[Cell, ...], ...]
    """In the order of the columns; None for an empty cell, a word for a cell that says why it has no value."""
    row_count: int
    """行数：登记了多少行。
    Rows: how many there are."""
    sums: tuple[Decimal | None, ...]
    """One for each column; None where it is not added up."""
    subtotals: tuple[Subtotal, ...]
    balances: tuple[BalanceFigures, ...]
    gaps: tuple[Gap, ...]
    """Where rows are missing by the day of the build."""
    latest: Cell
    """最近登记：最后一行的日期或月份。
    Latest: the date or month of the last row."""


def figures(entry: Entry[Register], corpus: Corpus) -> RegisterFigures:
    """Typed rows, sums, balances and gaps."""
    record, grid = entry.record, grid_of(entry, corpus)
    columns = [grid.cells[column.name] for column in record.columns]
    every = tuple(range(grid.rows))
    return RegisterFigures(
        rows=tuple(zip(*columns, strict=True)),
        row_count=grid.rows,
        sums=_sums(grid, every),
        subtotals=tuple(_subtotals(grid)),
        balances=tuple(running(grid)),
        gaps=missing(grid, corpus),
        latest=grid.cells[grid.when][-1] if grid.rows and grid.when else None,
    )


def running(grid: Grid) -> Iterator[BalanceFigures]:
    """Every balance whose columns are all there; a reader who may not see one of them does not get the balance."""
    for balance in grid.record.balances:
        if all(
            name in grid.columns for name in (balance.incoming, balance.outgoing, balance.closing) if name
        ):
            yield _running(grid, balance)


def _running(grid: Grid, balance: Balance) -> BalanceFigures:
    ins, outs = grid.numbers(balance.incoming), grid.numbers(balance.outgoing)
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


def _sums(grid: Grid, rows: tuple[int, ...]) -> tuple[Decimal | None, ...]:
    found = []
    for column in grid.record.columns:
        numbers = grid.numbers(column.name) if column.name in grid.record.sums else None
        found.append(None if numbers is None else sum((numbers[row] for row in rows), Decimal(0)))
    return tuple(found)


def _subtotals(grid: Grid) -> Iterator[Subtotal]:
    column = grid.columns.get(grid.record.subtotals) if grid.record.subtotals else None
    if column is None:
        return
    monthly = column.type in (CellType.DATE, CellType.DATETIME)
    groups: dict[Cell, list[int]] = {}
    for row, cell in enumerate(grid.cells[column.name]):
        day = day_of(cell) if monthly else None
        groups.setdefault(month_of(day) if day else cell, []).append(row)
    for key, rows in groups.items():
        by_month = monthly and isinstance(key, str)
        yield Subtotal(key=key, form="month" if by_month else "", sums=_sums(grid, tuple(rows)))


def missing(grid: Grid, corpus: Corpus) -> tuple[Gap, ...]:
    """The gaps in the cadence up to the day before the build, or to the last day the register covers."""
    record = grid.record
    if record.cadence is None or grid.when is None:
        return ()
    days: tuple[date, ...] = tuple(sorted(day for day in grid.days() if day is not None))
    first = record.starts_on or (days[0] if days else None)
    if first is None:
        return ()
    if grid.columns[grid.when].type is CellType.MONTH:
        first = first.replace(day=1)
    season = season_of(corpus, record.term_only)
    return tuple(gaps(record.cadence, days, first, record.ends_on, corpus.today, season))
