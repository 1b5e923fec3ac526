"""The period of a ledger, and the ledger before it in the same book."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

from site_builder.kinds.ledgers.record import Ledger
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.kind import Related
from site_builder.model.words import Words

Span = tuple[date, date]


def period_of(record: Ledger, corpus: Corpus) -> Span | None:
    """The first and the last day; None where they are not said, or the calendar does not know the term."""
    if record.month is not None:
        return span_of(record.month)
    if record.term is not None:
        terms = (one for calendar in corpus.of("calendars") for one in calendar.record.terms)
        return next(((one.starts_on, one.ends_on) for one in terms if one.term == record.term), None)
    return (record.starts_on, record.ends_on) if record.starts_on and record.ends_on else None


def books(corpus: Corpus) -> dict[tuple[str | None, str | None], list[tuple[Span, Entry[Ledger]]]]:
    """The ledgers of each book (a series of an office), in order of time."""
    found: dict[tuple[str | None, str | None], list[tuple[Span, Entry[Ledger]]]] = defaultdict(list)
    for one in corpus.of("ledgers"):
        span = period_of(one.record, corpus)
        if span is not None:
            found[one.record.office, one.record.series].append((span, one))
    return {book: sorted(ledgers, key=lambda one: (one[0], one[1].id)) for book, ledgers in found.items()}


def before(corpus: Corpus) -> dict[str, Entry[Ledger]]:
    """By the id of a ledger: the one before it in its book."""
    return {
        later.id: earlier
        for ledgers in corpus.once(books).values()
        for (_, earlier), (_, later) in pairwise(ledgers)
    }


def same_book(entry: Entry[Ledger], corpus: Corpus) -> tuple[Related, ...]:
    """The ledgers of the other periods of the same book, in order of time."""
    ledgers = corpus.once(books).get((entry.record.office, entry.record.series), ())
    others = tuple(one for _, one in ledgers if one.id != entry.id)
    return (Related(Words("同一本账的其他各期", "Other periods of the same book"), others),) if others else ()
