"""A month's requests as a table, given away as open data."""

from site_builder.kinds.requests.record import Request, RequestList
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.kind import Table

_COLUMNS = (
    "id",
    "received_at",
    "service",
    "place",
    "matter",
    "urgent",
    "responded_at",
    "done_at",
    "score",
    "rated_by",
)


def table(entry: Entry[RequestList], _figures: object) -> Table:
    """One row for each request."""
    rows = (tuple(getattr(one, name) for name in _COLUMNS) for one in entry.record.requests)
    return Table(tuple(label(Request, name) for name in _COLUMNS), tuple(rows))
