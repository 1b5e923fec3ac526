"""A settlement is published soon after its term."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.settlements.record import Settlement
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

PUBLISHED_WITHIN = 10
"""Working days after the end of the term: set by each place; this one is a proposal."""

LATE = Mistake(
    code="FEE-07",
    message=Words(
        "{published} 公布，学期 {ended} 结束，最迟 {due}",
        "published {published}; the term ended on {ended}, and the list was due on {due}",
    ),
    hint=Words(
        "学期结束后 {limit} 个工作日内公布结算清单。",
        "publish it within {limit} working days of the end of term.",
    ),
    why=Words(
        "多收的钱应当及时退还，清单要先公布。", "what was overpaid goes back soon, and the list comes first."
    ),
    wrong="term: 2026S\npublished_on: 2026-09-10",
    right="term: 2026S\npublished_on: 2026-07-08",
    basis="教财〔2020〕5号",
)


def published_after_the_term(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """The list is public within ten working days of the last day of its term, as the calendar has it."""
    ended, published = _end(entry.record.term, corpus), entry.record.published_on
    if ended is None or published is None:
        return
    due = corpus.workdays.after(ended, PUBLISHED_WITHIN)
    if published > due:
        values = {"published": published, "ended": ended, "due": due, "limit": PUBLISHED_WITHIN}
        yield Finding(("published_on",), LATE, values)


def _end(term: str, corpus: Corpus) -> date | None:
    terms = (one for entry in corpus.of("calendars") for one in entry.record.terms)
    return next((one.ends_on for one in terms if one.term == term), None)


RULE = Rule(LATE, "settlements", published_after_the_term)
