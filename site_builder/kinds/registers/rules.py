"""What must hold of a register: its definition, its cells, its checks; and over time its cadence, period, balances."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice

from site_builder.kinds.registers.cell_rules import LOOKS as CELLS
from site_builder.kinds.registers.cells import NUMERIC
from site_builder.kinds.registers.checks import checks_hold
from site_builder.kinds.registers.definition import LOOKS as DEFINITION
from site_builder.kinds.registers.figures import missing, running
from site_builder.kinds.registers.grid import Grid, grid_of
from site_builder.kinds.registers.naming import coded
from site_builder.kinds.registers.record import Register
from site_builder.mistakes.files import MANY_PROBLEMS
from site_builder.mistakes.sums import BALANCE, TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import NUMBER, fits
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import has_words
from site_builder.model.words import Words

GAP = Mistake("REG-05")
OUTSIDE_PERIOD = Mistake("REG-07")
MOST_TOLD = 200
"""Findings told of one register; whoever has more of them has one cause."""


def cadence_is_kept(grid: Grid, corpus: Corpus) -> Iterator[Finding]:
    """As many rows as the cadence promises, up to the day before the build."""
    code = grid.record.cadence_code
    for gap in missing(grid, corpus):
        values = {"first": gap.first, "last": gap.last, "expected": gap.expected, "found": gap.found}
        if code is None or not has_words(code):
            yield Finding(("cadence",), GAP, values)
        else:
            yield Finding(("cadence",), *coded(code, GAP.told.message.fill(**values)))


def rows_lie_in_the_period(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """Every row is about a day that the register covers; a month counts by its first day."""
    record, when = grid.record, grid.when
    if when is None:
        return
    monthly = grid.columns[when].type == "month"
    first = record.starts_on.replace(day=1) if record.starts_on and monthly else record.starts_on
    for index, found in enumerate(grid.days()):
        early = found is not None and first is not None and found < first
        late = found is not None and record.ends_on is not None and found > record.ends_on
        if early or late:
            values = {"first": record.starts_on or "…", "last": record.ends_on or "…"}
            yield Finding(("rows", index, when), OUTSIDE_PERIOD, values | {"found": record.rows[index][when]})


def balances_run_on(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """A balance that was written down is the one before it plus what came in less what went out."""
    stated_in = {balance.title: balance for balance in grid.record.balances}
    for figures in running(grid):
        balance = stated_in[figures.title]
        if balance.closing is None or balance.closing not in grid.columns:
            continue
        ins, outs = grid.numbers(balance.incoming), grid.numbers(balance.outgoing)
        before = balance.opening
        for index, stated in enumerate(grid.cells[balance.closing]):
            if not isinstance(stated, int | Decimal):
                before = figures.running[index]
                continue
            incoming, outgoing = ins[index], outs[index]
            computed = before + incoming - outgoing
            if stated != computed:
                values = {"stated": stated, "computed": computed, "before": before}
                moved = {"incoming": incoming, "outgoing": outgoing}
                yield Finding(("rows", index, balance.closing), BALANCE, values | moved)
            before = Decimal(stated)


def identities(entry: Entry[Register], corpus: Corpus) -> Iterator[Identity]:
    """A total that is written elsewhere is the sum of the rows."""
    if not entry.record.stated_totals:
        return
    grid = grid_of(entry, corpus)
    for name, text in entry.record.stated_totals.items():
        stated = fits(NUMBER, text)
        if name in grid.columns and grid.columns[name].type in NUMERIC and isinstance(stated, Decimal):
            title = grid.columns[name].title
            claim = Words(f"{title}：写明的合计 = 各行之和", f"{title}: stated total = sum of the rows")
            total = sum(grid.numbers(name), Decimal(0))
            yield Identity(("stated_totals", name), claim, stated, total, TOTAL, {"sum": total})


LOOKS = (*DEFINITION, *CELLS, checks_hold, cadence_is_kept, rows_lie_in_the_period, balances_run_on)


def table_holds(entry: Entry[Register], corpus: Corpus) -> Iterator[Finding]:
    """Everything that must hold of a register, looked at with its table read once."""
    grid = grid_of(entry, corpus)
    found = chain.from_iterable(look(grid, corpus) for look in LOOKS)
    yield from islice(found, MOST_TOLD)
    if (more := next(found, None)) is not None:
        yield Finding(more.trail, MANY_PROBLEMS, {"limit": MOST_TOLD})


RULES = (Rule(GAP, "registers", table_holds),)
