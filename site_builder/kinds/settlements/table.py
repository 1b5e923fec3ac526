"""A settlement as a table of its spendings and refunds, given away as open data."""

from collections.abc import Iterator
from typing import Any

from site_builder.kinds.settlements.figures import SettlementFigures, SettlementLineFigures
from site_builder.kinds.settlements.record import Settlement, SettlementLine
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table

_TYPED = ("fee", "payers", "exempt", "received")
_RECKONED = ("spent", "balance", "heads", "per_head", "refunded", "remainder")


def table(entry: Entry[Settlement], figures: SettlementFigures) -> Table:
    """One row for each fee."""
    columns = (
        label(Settlement, "term"),
        *(label(SettlementLine, name) for name in _TYPED),
        *(label(SettlementLineFigures, name) for name in _RECKONED),
        label(SettlementLine, "note"),
    )
    return Table(columns, tuple(_rows(entry.record, figures)))


def _rows(record: Settlement, figures: SettlementFigures) -> Iterator[tuple[Any, ...]]:
    for line, reckoned in zip(record.lines, figures.lines, strict=True):
        typed = (reckoned.title, line.payers, line.exempt, line.received)
        yield (record.term, *typed, *(getattr(reckoned, name) for name in _RECKONED), line.note)
