"""What the front page and the pages of areas are made from: values only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from site_builder.model.words import Words
from site_builder.render.oversight import Pointer

AREAS = "areas/"
"""The folder of the pages of areas."""
AREAS_TITLE = Words("公开事项", "Everything by area")
AREAS_ABOUT = Words(
    "公开的内容按工作方面排列，每个方面有一页。",
    "What is published, arranged by the parts of the work, a page for each.",
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A record that was published on a day, and what kind of record it is."""

    path: str
    title: Words
    kind: Words
    on: date | None


@dataclass(frozen=True, slots=True)
class Open:
    """Something that one can still answer to: object to a notice, make an offer."""

    path: str
    title: Words
    kind: Words
    until: date
    days_left: int


@dataclass(frozen=True, slots=True)
class Money:
    """The newest budget in three figures."""

    path: str
    year: int
    total: Decimal
    executed: Decimal | None
    rate: Decimal | None
    as_of: date
    """The day of its latest version, up to which it counts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A kind with how many records it has, and the newest of them."""

    path: str
    title: Words
    about: Words
    count: int
    newest: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An area of the work with its kinds."""

    path: str
    title: Words
    tallies: tuple[Tally, ...]
    newest: Dated | None


@dataclass(frozen=True, slots=True)
class Way:
    """Where to begin for one sort of reader."""

    title: Words
    places: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Front:
    """All that the front page shows of the records."""

    money: Money | None
    fees: int
    """How many are in force."""
    tenders: int
    """How many purchases are under way."""
    published: int
    """Periods of the disclosure catalogue that are public."""
    expected: int
    """Periods that had to be public by the day of the build."""
    open: tuple[Open, ...]
    overdue: tuple[Pointer, ...]
    coming: tuple[Pointer, ...]
    latest: tuple[Dated, ...]
    ways: tuple[Way, ...]
    cards: tuple[Card, ...]
