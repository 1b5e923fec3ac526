"""What the disclosure catalogue asks for was published before its time was up."""

from collections.abc import Iterator
from typing import Any

from site_builder.kinds.catalogue.figures import Row, State, rows
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import EVERY, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.profile import UNITS

LATE = Mistake("PUB-02")


def published_before_the_limit(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """A record that fulfils an item of the catalogue was public by the last day that is in time.

    Told at the record, so that an approved exception stands on its page; others of the period may follow.
    """
    found = corpus.once(_late).get(entry.name)
    if found is not None:
        item, row = found
        values = {"item": item.record.title, "due": row.due, "published": row.published, "days": row.days}
        unit = UNITS["wd" if row.working else "d"]
        yield Finding(("published_on",), LATE, {**values, "unit": unit, "today": corpus.today})


def _late(corpus: Corpus) -> dict[str, tuple[Entry[Any], Row]]:
    """The record that completed a period too late, by its name."""
    found: dict[str, tuple[Entry[Any], Row]] = {}
    for item in corpus.of("catalogue"):
        for row in rows(item, corpus):
            if row.state is State.LATE:
                completing = row.records[max(item.record.least, 1) - 1]
                found[completing.name] = (item, row)
    return found


RULE = Rule(LATE, EVERY, published_before_the_limit, of_all=True)
