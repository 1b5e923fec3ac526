"""What a count takes for the books is what cards and stores have on that day."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from site_builder.kinds.assets.figures import standing
from site_builder.kinds.stocks.figures import signed
from site_builder.kinds.stocks.record import MoveType
from site_builder.kinds.stocktakes.record import CountLine, Stocktake
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words

CARDS = Words("资产卡片", "the card")
STORE = Words("库房账", "the book of the store")


def claims(entry: Entry[Stocktake], corpus: Corpus) -> Iterator[Identity]:
    """Of each line that names a card or an article: its number in the books, and its price."""
    done = entry.record.done_on
    for index, line in enumerate(entry.record.lines if done else ()):
        for field, stated, found, claim in _pairs(line, done or date.max, corpus):
            if stated is not None and found is not None:
                yield Identity(("lines", index, field), claim, stated, found, ELSEWHERE)


def _pairs(
    line: CountLine, day: date, corpus: Corpus
) -> Iterator[tuple[str, Decimal | None, Decimal | None, Words]]:
    """The typed figure and the one of the books; what a count itself writes off on its day was still in them."""
    id, _, part = (line.asset or line.item or "").partition("#")
    cards, store = corpus.find("assets", id), corpus.find("stocks", id)
    if line.asset and cards:
        card = next((one for one in standing(cards.record, day) if one.id == part), None)
        yield "book", line.book, Decimal(card.quantity) if card else None, CARDS
        yield "price", line.price, card.unit_value if card else None, CARDS
    elif line.item and store:
        moves = [one for one in store.record.moves if one.item == part]
        before = (
            one for one in moves if one.date < day or (one.date == day and one.type is not MoveType.LOSS)
        )
        opening = next((one.opening for one in store.record.items if one.id == part), None)
        yield "book", line.book, None if opening is None else sum(map(signed, before), opening), STORE
        prices = [one.price for one in moves if one.price is not None and one.date <= day]
        yield "price", line.price, prices[-1] if prices else None, STORE


IDENTITIES = Identities("stocktakes", claims)
