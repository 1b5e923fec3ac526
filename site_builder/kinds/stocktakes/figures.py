"""What follows from a count: differences, their value, how much was covered."""

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.stocktakes.record import Stocktake
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Percent

FEN, TENTH = Decimal("0.01"), Decimal("0.1")


class StocktakeFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A count in numbers."""

    differences: tuple[Decimal, ...]
    """Of each line, in their order: counted less book."""
    short: int
    """盘亏项数：少了的有几项。
    Shortages: how many lines have less than the books."""
    over: int
    """盘盈项数：多了的有几项。
    Surpluses: how many lines have more than the books."""
    value: Decimal
    """差额：实盘减账面，按写明的单价。
    Difference: counted less book, at the prices given."""
    coverage: Percent | None
    """完成率：已查间数占应查间数。
    Coverage: rooms checked of those to check, in hundredths."""


def coverage(record: Stocktake) -> Decimal | None:
    """Rooms checked of those to check, in hundredths with one decimal; None where rooms are not counted."""
    if not record.rooms_total or record.rooms_done is None:
        return None
    return (Decimal(100 * record.rooms_done) / record.rooms_total).quantize(TENTH, ROUND_HALF_UP)


def figures(entry: Entry[Stocktake], _corpus: Corpus) -> StocktakeFigures:
    """Differences line by line, and in all."""
    lines = entry.record.lines
    differences = tuple(line.counted - line.book for line in lines)
    priced = zip(differences, (line.price or Decimal(0) for line in lines), strict=True)
    return StocktakeFigures(
        differences=differences,
        short=sum(one < 0 for one in differences),
        over=sum(one > 0 for one in differences),
        value=sum((one * price for one, price in priced), Decimal("0.00")).quantize(FEN, ROUND_HALF_UP),
        coverage=coverage(entry.record),
    )
