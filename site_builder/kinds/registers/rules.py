"""What must hold of a register over time: its cadence, its period, its balances."""

from collections.abc import Iterator

from site_builder.kinds.registers.cell_rules import RULES as CELLS
from site_builder.kinds.registers.cells import day, day_column, number, read_cell
from site_builder.kinds.registers.definition import RULES as DEFINITION
from site_builder.kinds.registers.figures import columns_of, missing, running
from site_builder.kinds.registers.record import Register
from site_builder.mistakes.sums import BALANCE
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake

GAP = Mistake("REG-05")
OUTSIDE_PERIOD = Mistake("REG-07")


def cadence_is_kept(entry: Entry[Register], corpus: Corpus) -> Iterator[Finding]:
    """As many rows as the cadence promises, up to the day before the build."""
    for gap in missing(entry.record, corpus):
        values = {"first": gap.first, "last": gap.last, "expected": gap.expected, "found": gap.found}
        yield Finding(("cadence",), GAP, values)


def rows_lie_in_the_period(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """Every row is about a day that the register covers; a month counts by its first day."""
    record, when = entry.record, day_column(entry.record.columns)
    if when is None:
        return
    first = record.starts_on.replace(day=1) if record.starts_on and when.type == "month" else record.starts_on
    for index, row in enumerate(record.rows):
        found = day(when, row)
        early = found is not None and first is not None and found < first
        late = found is not None and record.ends_on is not None and found > record.ends_on
        if early or late:
            values = {
                "found": row[when.name],
                "first": record.starts_on or "…",
                "last": record.ends_on or "…",
            }
            yield Finding(("rows", index, when.name), OUTSIDE_PERIOD, values)


def balances_run_on(entry: Entry[Register], _corpus: Corpus) -> Iterator[Finding]:
    """A balance that was written down is the one before it plus what came in less what went out."""
    record, columns = entry.record, columns_of(entry.record)
    stated_in = {balance.title: balance for balance in record.balances}
    for figures in running(record):
        balance = stated_in[figures.title]
        if balance.closing is None:
            continue
        column, before = columns[balance.closing], balance.opening
        for index, row in enumerate(record.rows):
            stated = read_cell(column, row.get(column.name, ""))
            if stated is None:
                before = figures.running[index]
                continue
            incoming = number(columns[balance.incoming], row) if balance.incoming else 0
            outgoing = number(columns[balance.outgoing], row) if balance.outgoing else 0
            computed = before + incoming - outgoing
            if stated != computed:
                values = {"stated": stated, "computed": computed, "before": before}
                yield Finding(
                    ("rows", index, column.name),
                    BALANCE,
                    values | {"incoming": incoming, "outgoing": outgoing},
                )
            before = number(column, row)


RULES = (
    *DEFINITION,
    *CELLS,
    Rule(GAP, "registers", cadence_is_kept),
    Rule(OUTSIDE_PERIOD, "registers", rows_lie_in_the_period),
    Rule(BALANCE, "registers", balances_run_on),
)
