"""What must hold of the offers for a purchase: prices and scores add up, and the best of them wins."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from site_builder.kinds.tenders.figures import NOTHING
from site_builder.kinds.tenders.invitation import Bid, Opening
from site_builder.kinds.tenders.outcome import Item
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.mistakes.sums import ELSEWHERE, PRODUCT, TOTAL, rounded_like
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

NOT_THE_BEST = Mistake("PRC-24")
_BY_PRICE = (Method.INQUIRY, Method.NEGOTIATION)
"""Methods by which the lowest price wins where no scores were given."""


def offers_add_up(tender: Tender) -> Iterator[Identity]:
    """The notice says the budget, a price is its items, a score its parts; the price score follows from the bids."""
    for field in ("budget", "ceiling") if tender.notice else ():
        stated, used = getattr(tender.notice, f"stated_{field}"), getattr(tender, field)
        if stated is not None and used is not None:
            claim = Words("采购记录里写的", "the one of the purchase")
            yield Identity(("notice", f"stated_{field}"), claim, stated, used, ELSEWHERE)
    for index, quote in enumerate(tender.quotes):
        if quote.items:
            yield made_of_items(("quotes", index, "price"), quote.price, quote.items)
    if tender.opening is not None:
        yield from _scores(tender.opening)
    valid = [one.amount for one in tender.opening.bids if one.valid] if tender.opening else []
    if tender.opening is not None and valid and (stated := tender.opening.stated_mean) is not None:
        claim, mean = Words("有效报价的平均", "the mean of the valid bids"), sum(valid, NOTHING) / len(valid)
        computed = mean.quantize(NOTHING, ROUND_HALF_UP)
        yield Identity(("opening", "stated_mean"), claim, stated, computed, ELSEWHERE)


def made_of_items(trail: Trail, stated: Decimal, items: Iterable[Item]) -> Identity:
    """A sum is that of quantity times price of each item."""
    exact = sum((one.quantity * one.price for one in items), NOTHING)
    summed = exact.quantize(NOTHING, ROUND_HALF_UP)
    claim = Words("金额 = 各项数量 × 单价之和", "amount = sum of quantity × price")
    return Identity(trail, claim, stated, summed, TOTAL, {"sum": summed})


def _scores(opening: Opening) -> Iterator[Identity]:
    lowest = min((one.amount for one in opening.bids if one.valid), default=NOTHING)
    for index, bid in enumerate(opening.bids):
        trail: Trail = ("opening", "bids", index)
        if None not in (bid.score, bid.price_score, bid.quality_score):
            summed = (bid.price_score or NOTHING) + (bid.quality_score or NOTHING)
            claim = Words("得分 = 价格分 + 其余分", "score = price score + other score")
            yield Identity((*trail, "score"), claim, bid.score or NOTHING, summed, TOTAL, {"sum": summed})
        if bid.price_score is not None and opening.price_points is not None and bid.valid and bid.amount:
            due = rounded_like(bid.price_score, lowest / bid.amount * opening.price_points)
            sides = f"{lowest} ÷ {bid.amount} × {opening.price_points}"
            claim = Words(f"最低有效报价 ÷ 报价 × 价格分值（{sides}）", f"lowest ÷ bid × points ({sides})")
            yield Identity((*trail, "price_score"), claim, bid.price_score, due, PRODUCT)


def the_best_offer_wins(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """The winner has the highest score, or the lowest price where that decides, unless a reason is written."""
    tender = entry.record
    bids = [one for one in tender.opening.bids if one.valid] if tender.opening else []
    own = next((one for one in bids if tender.award and one.supplier == tender.award.supplier), None)
    if own is None or tender.choice_reason:
        return
    scored = [one for one in bids if one.score is not None]
    if scored and own.score is not None:
        best = max(scored, key=lambda one: one.score or NOTHING)
        if (best.score or NOTHING) > own.score:
            yield _beaten(own, best, Words(f"得 {best.score} 分，中标人 {own.score} 分",
                                           f"scored {best.score}, the winner {own.score}"))  # fmt: skip
    elif not scored and tender.method in _BY_PRICE:
        best = min(bids, key=lambda one: one.amount)
        if best.amount < own.amount:
            yield _beaten(own, best, Words(f"报价 {best.amount}，中标人 {own.amount}",
                                           f"offered {best.amount}, the winner {own.amount}"))  # fmt: skip


def _beaten(own: Bid, best: Bid, fault: Words) -> Finding:
    return Finding(
        ("award", "supplier"), NOT_THE_BEST, {"found": own.supplier, "best": best.supplier, "fault": fault}
    )


RULES = (Rule(NOT_THE_BEST, "tenders", the_best_offer_wins),)
