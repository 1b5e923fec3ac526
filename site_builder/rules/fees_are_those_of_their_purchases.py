"""A charge whose price a purchase fixed is what was bought for it."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.fees.record import Fee
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words

PRICES = Words("采购成交的单价（各项之和）", "the unit price of the award, all items together,")


def claims(entry: Entry[Fee], corpus: Corpus) -> Iterator[Identity]:
    """The standard is the sum of the unit prices of the award."""
    fee = entry.record
    found = corpus.find("tenders", fee.tender) if fee.tender else None
    if found is not None and found.record.award is not None and fee.standard is not None:
        prices = sum((one.price for one in found.record.award.items), Decimal("0.00"))
        if prices:
            yield Identity(("standard",), PRICES, fee.standard, prices, ELSEWHERE)


IDENTITIES = Identities("fees", claims)
