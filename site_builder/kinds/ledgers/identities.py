"""The figures of a ledger that must come to the same."""

from collections.abc import Iterator

from site_builder.kinds.ledgers.figures import NOTHING, closing, summed
from site_builder.kinds.ledgers.period import before
from site_builder.kinds.ledgers.record import Direction, Ledger
from site_builder.mistakes.sums import BALANCE, PRODUCT, TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.words import Words


def identities(entry: Entry[Ledger], corpus: Corpus) -> Iterator[Identity]:
    """Totals are sums, balances run on within the ledger and from one to the next, gifts cost count times price."""
    record = entry.record
    sides = {side: summed(record, side) for side in Direction}
    for field, side in (("stated_in", Direction.IN), ("stated_out", Direction.OUT)):
        stated = getattr(record, field)
        if stated is not None:
            claim = Words("合计 = 各笔之和", "total = sum of the entries")
            yield Identity((field,), claim, stated, sides[side], TOTAL, {"sum": sides[side]})
    if record.stated_closing is not None:
        claim = Words("期末 = 期初 + 收入 − 支出", "closing = opening + in − out")
        known = {"before": record.opening, "incoming": sides[Direction.IN], "outgoing": sides[Direction.OUT]}
        yield Identity(("stated_closing",), claim, record.stated_closing, closing(record), BALANCE, known)
    if (earlier := corpus.once(before).get(entry.id)) is not None:
        carried = closing(earlier.record)
        claim = Words(f"期初 = 上期（{earlier.id}）期末", f"opening = closing of {earlier.id}")
        known = {"before": carried, "incoming": NOTHING, "outgoing": NOTHING}
        yield Identity(("opening",), claim, record.opening, carried, BALANCE, known)
    for index, one in enumerate(record.entries):
        if one.gift is not None:
            sides_ = f"{one.gift.count} × {one.gift.unit_price}"
            claim = Words(f"份数 × 单价（{sides_}）", f"count × unit price ({sides_})")
            cost = one.gift.count * one.gift.unit_price
            yield Identity(("entries", index, "amount"), claim, one.amount, cost, PRODUCT)
