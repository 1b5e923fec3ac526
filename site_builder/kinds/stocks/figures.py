"""What follows from the moves of a store: what there is of each article."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.stocks.record import Move, MoveType, Stock
from site_builder.model.corpus import Corpus, Entry

NOTHING = Decimal("0.00")


class ItemFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One article over the period."""

    id: str
    opening: Decimal
    """期初：本期开始时。
    Opening: at the beginning."""
    received: Decimal
    """入库：合计。
    Received: in all."""
    issued: Decimal
    """领用：含以旧换新。
    Issued: exchanges included."""
    lost: Decimal
    """报损：合计。
    Lost: in all."""
    closing: Decimal
    """期末：期初加入库，减领用和报损。
    Closing: opening and received, less issued and lost."""


class StockFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The store in numbers."""

    items: tuple[ItemFigures, ...]
    item_count: int
    """物品种数：有几种物品。
    Articles: how many kinds there are."""
    receipts: int
    """入库笔数：本期入库几笔。
    Receipts: how many there were."""
    issues: int
    """领用笔数：本期领用、换新几笔。
    Issues: how many there were, exchanges included."""
    received_value: Decimal
    """入库金额：写明单价的各笔之和。
    Value received: of all receipts that say their price."""


def signed(move: Move) -> Decimal:
    """By how much a move changes what is in the store."""
    return move.quantity if move.type is MoveType.IN else -move.quantity


def in_order(record: Stock) -> Iterator[tuple[int, Move]]:
    """The moves with their places, by date; on the same day receipts come first."""
    return iter(
        sorted(enumerate(record.moves), key=lambda one: (one[1].date, one[1].type is not MoveType.IN))
    )


def closings(record: Stock) -> dict[str, Decimal]:
    """What there is of each article at the end."""
    ended = {item.id: item.opening for item in record.items}
    for move in record.moves:
        if move.item in ended:
            ended[move.item] += signed(move)
    return ended


def received_value(record: Stock) -> Decimal:
    """Quantity times price of every receipt that says its price."""
    priced = ((one.quantity, one.price) for one in record.moves if one.type is MoveType.IN and one.price)
    return sum(((number * price).quantize(NOTHING, ROUND_HALF_UP) for number, price in priced), NOTHING)


def figures(entry: Entry[Stock], _corpus: Corpus) -> StockFigures:
    """Each article reckoned through, and the store as a whole."""
    record, ended = entry.record, closings(entry.record)
    sums: dict[tuple[str, MoveType], Decimal] = {}
    for move in record.moves:
        key = (move.item, move.type)
        sums[key] = sums.get(key, Decimal(0)) + move.quantity
    receipts = [move for move in record.moves if move.type is MoveType.IN]
    return StockFigures(
        items=tuple(
            ItemFigures(
                id=item.id,
                opening=item.opening,
                received=sums.get((item.id, MoveType.IN), Decimal(0)),
                issued=sum(
                    (sums.get((item.id, type), Decimal(0)) for type in (MoveType.OUT, MoveType.SWAP)),
                    Decimal(0),
                ),
                lost=sums.get((item.id, MoveType.LOSS), Decimal(0)),
                closing=ended[item.id],
            )
            for item in record.items
        ),
        item_count=len(record.items),
        receipts=len(receipts),
        issues=sum(move.type in (MoveType.OUT, MoveType.SWAP) for move in record.moves),
        received_value=received_value(record),
    )
