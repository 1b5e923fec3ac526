"""What must hold of what bidders gave and asked, and of the papers that are left."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_builder.kinds.tenders.bidders import Bond
from site_builder.kinds.tenders.record import Tender
from site_builder.kinds.tenders.timeline import day_at
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

WRONG_BOND = Mistake("PRC-12")
LATE_ANSWER = Mistake("PRC-15")
KEPT_TOO_SHORT = Mistake("PRC-19")


def bonds_are_small_and_go_back(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A bond is a small share of the budget or contract; a bid bond goes back soon after contract or award."""
    tender = entry.record
    contract = tender.contract.amount if tender.contract else None
    bonds = (
        ("bid_bond", tender.bid_bond, "tender.bid-bond", tender.budget),
        ("performance_bond", tender.performance_bond, "tender.performance-bond", contract),
    )
    for name, bond, setting, whole in bonds:
        if bond is not None and whole is not None:
            yield from _too_large(name, bond, corpus.profile.number(setting), whole)
    settled = day_at(tender, ("contract", "signed_on")) or day_at(tender, ("termination", "on"))
    bond = tender.bid_bond
    if bond is None or bond.returned_on is None or settled is None:
        return
    found = late(corpus, "tender.bond-returned-within", settled, bond.returned_on)
    if found is not None:
        fault = Words(
            f"{bond.returned_on} 才退，最迟 {found['due']}",
            f"returned {bond.returned_on}, due {found['due']}",
        )
        yield Finding(("bid_bond", "returned_on"), WRONG_BOND, {"fault": fault})


def _too_large(name: str, bond: Bond, share: Decimal | None, whole: Decimal) -> Iterator[Finding]:
    if share is not None and 100 * bond.amount > share * whole:
        most = f"{whole} × {share}%"
        fault = Words(f"{bond.amount} 超过 {most}", f"{bond.amount} is more than {most}")
        yield Finding((name, "amount"), WRONG_BOND, {"fault": fault})


def questions_are_answered(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Inquiries and challenges are answered in time; one that nobody answered yet is told once it is overdue."""
    for name in ("inquiries", "challenges"):
        for index, one in enumerate(getattr(entry.record, name)):
            answered = one.answered_on or corpus.today
            found = late(corpus, f"tender.{name}-answered-within", one.received_on, answered)
            if found is not None:
                state = Words(f"{one.answered_on} 答复", f"answered {one.answered_on}")
                open_ = Words("还没有答复", "not answered yet")
                field = "answered_on" if one.answered_on else "received_on"
                values = found | {"state": state if one.answered_on else open_}
                yield Finding((name, index, field), LATE_ANSWER, values)


def papers_are_kept(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """The papers are kept for as many years as the law says, from the end of the purchase on."""
    tender, years = entry.record, corpus.profile.count("tender.retention")
    ends = (day_at(tender, (stage, "on")) for stage in ("acceptance", "termination", "award"))
    ended = next((day for day in ends if day is not None), None)
    if tender.kept_until is None or years is None or ended is None:
        return
    due = date(ended.year + years, ended.month, min(ended.day, 28))
    if tender.kept_until < due:
        values = {"until": tender.kept_until, "due": due, "years": years, "ended": ended}
        yield Finding(("kept_until",), KEPT_TOO_SHORT, values)


RULES = (
    Rule(WRONG_BOND, "tenders", bonds_are_small_and_go_back),
    Rule(LATE_ANSWER, "tenders", questions_are_answered),
    Rule(KEPT_TOO_SHORT, "tenders", papers_are_kept),
)
