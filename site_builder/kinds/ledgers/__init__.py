"""Income and expenditure, entry by entry."""

from site_builder.kinds.ledgers.figures import figures
from site_builder.kinds.ledgers.identities import identities
from site_builder.kinds.ledgers.period import same_book
from site_builder.kinds.ledgers.record import Ledger
from site_builder.kinds.ledgers.rules import RULES
from site_builder.kinds.ledgers.table import table
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="ledgers",
    title=Words("收支明细账", "Ledgers"),
    about=Words(
        "每一笔钱从哪里来、用到哪里去。",
        "Where every sum came from and where it went.",
    ),
    area=Area.MONEY,
    record=Ledger,
    rules=RULES,
    identities=identities,
    figures=figures,
    related=same_book,
    table=table,
    columns=("title", "month", "opening", "incoming", "outgoing", "closing"),
    newest_first="published_on",
    printed=True,
)
