"""At the end of the year every store is counted."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.stocks.record import Stock
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

NOT_COUNTED = Mistake("STK-03")


def counted_at_the_end_of_the_year(entry: Entry[Stock], corpus: Corpus) -> Iterator[Finding]:
    """For a book that holds the last day of a year, a count that names it was finished about that day."""
    last = date(entry.record.starts_on.year, 12, 31)
    allowed = corpus.profile.count("stock.counted-within")
    if allowed is None or last > entry.record.ends_on or (corpus.today - last).days <= allowed:
        return
    counts = (one.record.done_on for one in corpus.naming("stocks", entry.id) if one.kind == "stocktakes")
    if not any(done is not None and abs((done - last).days) <= allowed for done in counts):
        values = {"year": last.year, "last": last, "limit": allowed, "store": entry.id}
        yield Finding(("ends_on",), NOT_COUNTED, values, lacks="stocktakes")


RULE = Rule(NOT_COUNTED, "stocks", counted_at_the_end_of_the_year)
