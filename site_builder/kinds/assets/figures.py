"""What follows from asset cards: what is on the list on a day, and what it is worth."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import msgspec

from site_builder.kinds.assets.record import Asset, AssetList
from site_builder.mistakes.sums import TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.words import Words

NOTHING = Decimal("0.00")


class AssetFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A list in numbers, on the day of the build."""

    number: int
    """在册件数：到生成之日还在册的。
    On the list: how many things are there on the day of the build."""
    value: Decimal
    """在册价值：件数乘单价之和。
    Value: quantity times unit value of all on the list."""
    disposed: int
    """已处置件数：离开本表的。
    Disposed of: how many things have left."""
    proceeds: Decimal
    """处置收入：各次处置之和。
    Proceeds: of all disposals."""


def worth(cards: Iterable[Asset]) -> Decimal:
    """Quantity times unit value of some cards together."""
    return sum((card.quantity * card.unit_value for card in cards), NOTHING)


def standing(record: AssetList, day: date) -> Iterator[Asset]:
    """The cards that are on the list at the end of a day."""
    gone = {id for one in record.disposals if one.on <= day for id in one.assets}
    return (card for card in record.items if card.acquired_on <= day and card.id not in gone)


def figures(entry: Entry[AssetList], corpus: Corpus) -> AssetFigures:
    """What there is, what left, and what that brought."""
    record, there = entry.record, tuple(standing(entry.record, corpus.today))
    gone = {id for one in record.disposals if one.on <= corpus.today for id in one.assets}
    return AssetFigures(
        number=sum(card.quantity for card in there),
        value=worth(there),
        disposed=sum(card.quantity for card in record.items if card.id in gone),
        proceeds=sum((one.proceeds for one in record.disposals if one.on <= corpus.today), NOTHING),
    )


def identities(entry: Entry[AssetList], corpus: Corpus) -> Iterator[Identity]:
    """A total that was typed is that of the cards on the list."""
    stated = entry.record.stated_value
    if stated is not None:
        computed = worth(standing(entry.record, corpus.today))
        claim = Words("价值合计 = 在册卡片之和", "total value = sum of the cards on the list")
        yield Identity(("stated_value",), claim, stated, computed, TOTAL, {"sum": computed})
