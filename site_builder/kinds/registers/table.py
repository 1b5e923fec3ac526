"""A register as the table it is, given away as open data."""

from site_builder.kinds.registers.column import Column
from site_builder.kinds.registers.figures import RegisterFigures
from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Entry
from site_builder.model.kind import Table
from site_builder.model.words import Words


def table(entry: Entry[Register], figures: RegisterFigures) -> Table:
    """Its columns with their units, its rows with their values."""
    return Table(tuple(_heading(column) for column in entry.record.columns), figures.rows)


def _heading(column: Column) -> Words:
    title = Words(column.title, column.title_en or column.title)
    return (
        title if column.unit is None else Words(f"{title.zh}（{column.unit}）", f"{title.en} ({column.unit})")
    )
