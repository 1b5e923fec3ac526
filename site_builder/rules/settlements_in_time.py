"""A settlement is published soon after its term."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

LATE = Mistake("FEE-07")


def published_after_the_term(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """The list is public within ten working days of the last day of its term, as the calendar has it."""
    ended, published = _end(entry.record.term, corpus), entry.record.published_on
    if ended is None or published is None:
        return
    if (values := late(corpus, "settlement.published-within", ended, published)) is not None:
        yield Finding(("published_on",), LATE, values | {"published": published, "ended": ended})


def _end(term: str, corpus: Corpus) -> date | None:
    terms = (one for entry in corpus.of("calendars") for one in entry.record.terms)
    return next((one.ends_on for one in terms if one.term == term), None)


RULE = Rule(LATE, "settlements", published_after_the_term)
