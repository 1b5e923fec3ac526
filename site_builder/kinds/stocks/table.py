"""The book of a store as a table of its articles, given away as open data."""

from site_builder.kinds.stocks.figures import ItemFigures, StockFigures
from site_builder.kinds.stocks.record import Item, Stock
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table

_TYPED = ("code", "title", "item_class", "unit")
_RECKONED = ("opening", "received", "issued", "lost", "closing")


def table(entry: Entry[Stock], figures: StockFigures) -> Table:
    """One row for each article."""
    columns = (*(label(Item, name) for name in _TYPED), *(label(ItemFigures, name) for name in _RECKONED))
    rows = zip(entry.record.items, figures.items, strict=True)
    return Table(
        columns,
        tuple(
            (*(getattr(item, name) for name in _TYPED), *(getattr(one, name) for name in _RECKONED))
            for item, one in rows
        ),
    )
