"""What the books of assets say at the end of a month is what the cards come to."""

from collections.abc import Iterator

from site_builder.kinds.asset_closes.record import AssetClose
from site_builder.kinds.assets.figures import standing, worth
from site_builder.kinds.assets.record import AssetList
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

DIFFERENT = Mistake("AST-04")
_CLAIM = Words("账上的数 = 卡片之和", "the books = sum of the cards")


def claims(entry: Entry[AssetClose], corpus: Corpus) -> Iterator[Identity]:
    """Of the lists that a close names, the cards of each class come to its closing number and value."""
    record, last = entry.record, span_of(entry.record.month)[1]
    lists: list[AssetList] = [found.record for id in record.cards if (found := corpus.find("assets", id))]
    cards = [(card.class_code or one.class_code or "", card) for one in lists for card in standing(one, last)]
    for index, line in enumerate(record.lines if lists else ()):
        own = [card for code, card in cards if line.class_code and code.startswith(line.class_code)]
        for field, stated, computed in (
            ("closing_number", line.closing_number, sum(card.quantity for card in own)),
            ("closing_value", line.closing_value, worth(own)),
        ):
            values = {"title": line.title, "month": record.month}
            yield Identity(("lines", index, field), _CLAIM, stated, computed, DIFFERENT, values)


IDENTITIES = Identities("asset-closes", claims)
