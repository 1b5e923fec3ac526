"""What must hold of a fee over time: one term at a time, once, and settled when the term is over."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from site_builder.kinds.fees.record import CHOSEN, ChargeUnit, Fee, Pricing
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import Severity
from site_builder.model.words import Words

COLLECTED_TWICE = Mistake("FEE-11")
NOT_RETURNED = Mistake("FEE-12")
_OF_A_PERIOD = re.compile(r"[（(][^（()）]*(?:年|季|学期)[^（()）]*[）)]$")
"""What stands behind the name of an item to say of which period this fee is."""


def collected_term_by_term(entry: Entry[Fee], corpus: Corpus) -> Iterator[Finding]:
    """A service or agency fee is collected for one term at most, and not a second time for the same item."""
    if entry.record.nature in CHOSEN and entry.record.charge_unit is ChargeUnit.PUPIL_YEAR:
        fault = Words("一次收一学年", "a whole school year is collected at once")
        yield Finding(("charge_unit",), COLLECTED_TWICE, {"fault": fault})
    before = corpus.once(_collected_before).get(entry.id)
    if before is not None:
        fault = Words(f"{before} 同时收同一项目", f"{before} collects for the same item at the same time")
        yield Finding(("title",), COLLECTED_TWICE, {"fault": fault})


def _collected_before(corpus: Corpus) -> dict[str, str]:
    """By the id of a fee: one that began earlier, still holds when it begins, and is for the same item and pupils."""
    found: dict[str, str] = {}
    same: dict[tuple[str, str, str], list[tuple[date, str, date]]] = defaultdict(list)
    for one in corpus.of("fees"):
        fee: Fee = one.record
        key = (_OF_A_PERIOD.sub("", fee.title), fee.nature, fee.scope)
        same[key].append((fee.valid_from, one.id, fee.valid_until or date.max))
    for fees in same.values():
        longest = ("", date.min)
        for start, id, end in sorted(fees):
            if start <= longest[1]:
                found[id] = longest[0]
            if end >= longest[1]:
                longest = (id, end)
    return found


def settled_after_the_term(entry: Entry[Fee], corpus: Corpus) -> Iterator[Finding]:
    """A service or agency fee at cost of a term that is over is settled, so that what was not spent goes back."""
    fee = entry.record
    collected = fee.pricing is Pricing.AT_COST and fee.first_collected_on is not None
    if fee.nature not in CHOSEN or fee.term is None or not collected:
        return
    terms = (one for calendar in corpus.of("calendars") for one in calendar.record.terms)
    ended = next((one.ends_on for one in terms if one.term == fee.term), None)
    if ended is None or any(one.kind == "settlements" for one in corpus.naming("fees", entry.id)):
        return
    found = late(corpus, "settlement.published-within", ended, corpus.today)
    if found is not None:
        what = Words(f"{fee.term} 学期的余额", f"what is left of {fee.term}")
        state = Words("还没有结算", "is not settled yet")
        values = {"what": what, "state": state, "due": found["due"]}
        yield Finding(("term",), NOT_RETURNED, values, Severity.WARNING)


RULES = (
    Rule(COLLECTED_TWICE, "fees", collected_term_by_term),
    Rule(NOT_RETURNED, "fees", settled_after_the_term),
)
