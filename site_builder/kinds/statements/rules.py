"""What must hold of a statement that stands for a gap."""

from collections.abc import Iterator

from site_builder.kinds.statements.record import Stated, Statement
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

UNFOUNDED = Mistake("STM-01")
TO_REVIEW = Mistake("STM-02")


def withholding_has_its_ground(entry: Entry[Statement], _corpus: Corpus) -> Iterator[Finding]:
    """What is withheld names the document that allows it and the day it is looked at again."""
    record = entry.record
    if record.state is not Stated.WITHHELD:
        return
    if not record.bases:
        what = Words("依据", "the document that allows it")
        yield Finding(("state",), UNFOUNDED, {"what": what, "field": "bases"})
    if record.review_on is None:
        what = Words("复核日期", "when it is looked at again")
        yield Finding(("state",), UNFOUNDED, {"what": what, "field": "review_on"})


def reviews_are_held(entry: Entry[Statement], corpus: Corpus) -> Iterator[Finding]:
    """The day of review has not passed."""
    review_on = entry.record.review_on
    if review_on is not None and review_on < corpus.today:
        yield Finding(("review_on",), TO_REVIEW, {"review_on": review_on})


RULES = (
    Rule(UNFOUNDED, "statements", withholding_has_its_ground),
    Rule(TO_REVIEW, "statements", reviews_are_held),
)
