"""A ledger as a table of its entries, given away as open data."""

from typing import Any

from site_builder.kinds.ledgers.figures import LedgerFigures
from site_builder.kinds.ledgers.record import Ledger, LedgerEntry
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table

_COLUMNS = ("id", "on", "direction", "amount", "purpose", "budget_line", "fund", "tender", "expense", "note")


def table(entry: Entry[Ledger], _figures: LedgerFigures) -> Table:
    """One row for each entry, as far as the audience may see it."""
    rows = tuple(_row(one) for one in entry.record.entries)
    return Table(tuple(label(LedgerEntry, name) for name in _COLUMNS), rows)


def _row(one: LedgerEntry) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in _COLUMNS)
