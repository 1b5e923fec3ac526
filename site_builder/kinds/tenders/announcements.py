"""What must hold after the decision: award and contract are announced, signed and filed in time."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.tenders.record import Tender
from site_builder.mistakes.periods import late
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail

LATE_AWARD = Mistake("PRC-08")
LATE_CONTRACT = Mistake("PRC-09")


def award_is_announced_soon(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A statutory award is announced within two working days of the decision."""
    award = entry.record.award
    if award is not None and entry.record.statutory:
        trail: Trail = ("award", "on")
        yield from _within(trail, LATE_AWARD, corpus, "tender.award-within", award.decided_on, award.on)


def contract_is_signed_and_announced_soon(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A statutory contract is signed in thirty days, announced in two working days, filed in seven."""
    award, contract = entry.record.award, entry.record.contract
    if contract is None or not entry.record.statutory:
        return
    steps = (
        ("signed_on", "tender.contract-within", award.on if award else None),
        ("on", "tender.contract-announced-within", contract.signed_on),
        ("filed_on", "tender.contract-filed-within", contract.signed_on),
    )
    for field, setting, first in steps:
        last = getattr(contract, field)
        if first is not None and last is not None:
            yield from _within(("contract", field), LATE_CONTRACT, corpus, setting, first, last)


def _within(
    trail: Trail, mistake: Mistake, corpus: Corpus, setting: str, first: date, last: date
) -> Iterator[Finding]:
    if (values := late(corpus, setting, first, last)) is not None:
        yield Finding(trail, mistake, values)


RULES = (
    Rule(LATE_AWARD, "tenders", award_is_announced_soon),
    Rule(LATE_CONTRACT, "tenders", contract_is_signed_and_announced_soon),
)
