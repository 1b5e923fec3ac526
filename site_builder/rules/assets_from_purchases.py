"""What was bought and is worth being called an asset has its card."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.tenders.outcome import Item, Result
from site_builder.kinds.tenders.record import ProcurementCategory, Tender
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import Severity

NO_CARD = Mistake("AST-02")


def bought_things_have_cards(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Goods that were accepted, and cost as much each as a fixed asset does, are carded in as many pieces.

    Between the limits of general and of special equipment nobody but the school knows, so that is a warning. Where no
    list of assets is kept here at all, nothing can be said.
    """
    tender, limit = entry.record, corpus.profile.number("asset.limit")
    accepted = tender.acceptance is not None and tender.acceptance.result is not Result.FAILED
    if (
        limit is None
        or not accepted
        or tender.category is not ProcurementCategory.GOODS
        or not corpus.of("assets")
    ):
        return
    special = corpus.profile.number("asset.limit-special") or limit
    carded = _carded(entry, corpus)
    for index, item in enumerate(tender.award.items if tender.award else ()):
        if item.price < limit:
            continue
        carded -= item.quantity
        if carded < 0:
            weighs = Severity.ERROR if item.price >= special else Severity.WARNING
            yield Finding(
                ("award", "items", index, "quantity"), NO_CARD, _told(entry, item, limit, -carded), weighs
            )
            carded = Decimal(0)


def _carded(entry: Entry[Tender], corpus: Corpus) -> Decimal:
    lists = (one.record for one in corpus.naming("tenders", entry.id) if one.kind == "assets")
    return Decimal(sum(card.quantity for one in lists for card in one.items if card.tender == entry.id))


def _told(entry: Entry[Tender], item: Item, limit: Decimal, missing: Decimal) -> dict[str, object]:
    return {"item": item.name, "price": item.price, "limit": limit, "missing": missing, "tender": entry.id}


RULE = Rule(NO_CARD, "tenders", bought_things_have_cards)
