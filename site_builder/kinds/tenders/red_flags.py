"""What is not wrong by itself, but worth a second look before anybody signs."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_builder.kinds.tenders.figures import NOTHING, amount, decided_on, supplier
from site_builder.kinds.tenders.invitation import Opening
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.timeline import deadline
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

RED_FLAG = Mistake("PRC-14")

_LONE = Words("公开招标只有一家投标", "an open tender drew a single bid")
_OTHERS_VOID = Words("只有中标一家有效，其余都无效", "every bid but the winner's is void")
_LOWEST_VOID = Words("只比价格，最低的一家却无效", "only the price counts, yet the lowest bid is void")
_LATE = Words("中标人在截止日期之后才交", "the winner's bid came after the deadline")


def bids_look_right(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """Several bids, most of them valid, in time, each with a price of its own."""
    opening = entry.record.opening
    if opening is not None:
        for trail, flag in _flags(entry.record, opening):
            yield Finding(("opening", *trail), RED_FLAG, {"flag": flag})


def _flags(tender: Tender, opening: Opening) -> Iterator[tuple[Trail, Words]]:
    bids, winner = opening.bids, tender.award.supplier if tender.award else None
    valid = [one for one in bids if one.valid]
    if len(bids) == 1 and tender.method is Method.OPEN:
        yield ("bids",), _LONE
    if len(bids) > 1 and [one.supplier for one in valid] == [winner]:
        yield ("bids",), _OTHERS_VOID
    lowest = min(range(len(bids)), key=lambda index: bids[index].amount, default=0)
    if valid and tender.method is Method.INQUIRY and not bids[lowest].valid:
        yield ("bids", lowest, "valid"), _LOWEST_VOID
    closed = deadline(tender)
    prices = Counter(one.amount for one in valid)
    for index, one in enumerate(bids):
        if one.supplier == winner and closed and one.received_on and one.received_on > closed:
            yield ("bids", index, "received_on"), _LATE
        if one.valid and prices[one.amount] > 1 and one.amount in [other.amount for other in bids[:index]]:
            yield ("bids", index, "amount"), Words(f"两家报价同为 {one.amount}", f"two bids of {one.amount}")


def no_supplier_gets_most(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """Of what is bought in a year, no firm that won several times gets more than the share that is pointed out."""
    share = corpus.once(_shares).get(entry.id)
    limit = corpus.profile.number("tender.one-supplier")
    if share is not None and limit is not None and 100 * share[0] > limit * share[1]:
        firm, year = supplier(entry.record), share[2].year
        rate = (100 * share[0] / share[1]).quantize(Decimal("0.1"))
        flag = Words(
            f"{year} 年“{firm}”占采购金额的 {rate}%", f"“{firm}” got {rate} % of the purchases of {year}"
        )
        trail: Trail = ("contract", "supplier") if entry.record.contract else ("award", "supplier")
        yield Finding(
            trail if entry.record.award or entry.record.contract else ("quotes",), RED_FLAG, {"flag": flag}
        )


def _shares(corpus: Corpus) -> dict[str, tuple[Decimal, Decimal, date]]:
    """By the last purchase from each firm in a year, where there were several: its sum, the year's, the day."""
    bought: dict[tuple[int, str], list[tuple[date, str, Decimal]]] = defaultdict(list)
    whole: dict[int, Decimal] = defaultdict(lambda: NOTHING)
    for one in corpus.of("tenders"):
        cost, firm, day = amount(one.record), supplier(one.record), decided_on(one.record)
        if cost is not None and firm is not None and day is not None and not one.record.termination:
            bought[day.year, firm].append((day, one.id, cost))
            whole[day.year] += cost
    return {
        max(found)[1]: (sum((cost for _, _, cost in found), NOTHING), whole[year], max(found)[0])
        for (year, _), found in bought.items()
        if len(found) > 1
    }


RULES = (
    Rule(RED_FLAG, "tenders", bids_look_right),
    Rule(RED_FLAG, "tenders", no_supplier_gets_most),
)
