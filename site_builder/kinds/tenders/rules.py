"""What must hold of a purchase; its sums, its order of stages and its time limits have files of their own."""

from collections.abc import Iterator

from site_builder.kinds.tenders.announcements import RULES as ANNOUNCEMENTS
from site_builder.kinds.tenders.money import RULES as MONEY
from site_builder.kinds.tenders.notice_periods import RULES as NOTICE_PERIODS
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.stage_order import RULES as STAGE_ORDER
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

ONE_HANDLER = Mistake("EXP-03")
BUYER_ACCEPTS = Mistake("EXP-04")
NO_PLATFORM = Mistake("PRC-16")
FEW_QUOTES = Mistake("PRC-17")
UNCLEAR_CHOICE = Mistake("PRC-22")


def two_handle_it(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """At least two different posts buy, and at least two accept."""
    tender, needed = entry.record, corpus.profile.least("handlers.min")
    if len(set(tender.handlers)) < needed:
        values = {"what": Words("经办人", "handlers"), "found": len(set(tender.handlers)), "needed": needed}
        yield Finding(("handlers",), ONE_HANDLER, values)
    if tender.acceptance is not None and len(set(tender.acceptance.members)) < needed:
        found = len(set(tender.acceptance.members))
        values = {"what": Words("验收人", "members of the acceptance"), "found": found, "needed": needed}
        yield Finding(("acceptance", "members"), ONE_HANDLER, values)


def buyers_do_not_accept(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """Nobody who bought is among those who accept."""
    members = entry.record.acceptance.members if entry.record.acceptance else ()
    for index, post in enumerate(members):
        if post in entry.record.handlers:
            yield Finding(("acceptance", "members", index), BUYER_ACCEPTS, {"post": post})


def platform_is_linked(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """A statutory purchase that has been announced links to the official notice."""
    if entry.record.statutory and entry.record.platform_url is None:
        yield Finding(("statutory",), NO_PLATFORM)


def enough_quotes(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A small purchase compares at least three different firms."""
    firms = {one.supplier for one in entry.record.quotes}
    needed = corpus.profile.least("quotes.min")
    if firms and len(firms) < needed and not entry.record.method_reason:
        yield Finding(("quotes",), FEW_QUOTES, {"found": len(firms), "needed": needed})


def choice_is_clear(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """One quotation is chosen: the lowest, or another with a reason."""
    tender = entry.record
    chosen = [one for one in tender.quotes if one.chosen]
    if not tender.quotes or (
        not chosen and tender.acceptance is None and tender.method is not Method.IN_HOUSE
    ):
        return
    dearer = len(chosen) == 1 and chosen[0].price > min(one.price for one in tender.quotes)
    if len(chosen) != 1 or (dearer and not tender.choice_reason):
        yield Finding(("quotes",), UNCLEAR_CHOICE, {"found": len(chosen)})


RULES = (
    Rule(ONE_HANDLER, "tenders", two_handle_it),
    Rule(BUYER_ACCEPTS, "tenders", buyers_do_not_accept),
    Rule(NO_PLATFORM, "tenders", platform_is_linked),
    Rule(FEW_QUOTES, "tenders", enough_quotes),
    Rule(UNCLEAR_CHOICE, "tenders", choice_is_clear),
    *MONEY,
    *STAGE_ORDER,
    *NOTICE_PERIODS,
    *ANNOUNCEMENTS,
)
