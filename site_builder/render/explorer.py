"""What the pages of budget lines, of parts of a list and of changed fees are made from: values only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from site_builder.model.words import Words
from site_builder.render.frame import Column, Download, Item


@dataclass(frozen=True, slots=True)
class Step:
    """A line on the way from the top of the budget, or one directly below."""

    path: str
    title: Words
    sum: Any
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Reached:
    """What a line came to at one stage, and by how much that differs from the stage before."""

    stage: str
    """``previous`` for last year, else the id of the version."""
    on: date | None
    amount: Decimal
    change: Decimal | None
    basis: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One entry of the ledger of adjustments."""

    path: str
    line: Words
    version: str
    on: date | None
    change: Decimal
    reason: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """A record, or a part of one, that names the line or one below it."""

    path: str
    title: Words
    kind: Words
    line: Words | None
    """The line that is named where it is one below."""
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class LineInputs:
    """All that the page of a budget line may see."""

    year: int
    side: Any
    line: Any
    """The line as it was written, without its amounts."""
    sum: Any
    share: Decimal | None
    way: tuple[Step, ...]
    below: tuple[Step, ...]
    stages: tuple[Reached, ...]
    ledger: tuple[Adjusted, ...]
    naming: tuple[Naming, ...]
    further: int
    """How many more name it than are shown."""
    downloads: tuple[Download, ...]
    """The table of the whole budget."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """One way to look at a part of a list: by what, and which parts there are."""

    title: Words
    parts: tuple[tuple[str, Any, int], ...]
    """The folder of the part, the value its records have in common, how many they are."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """One page of a part of a list."""

    sieves: tuple[Sieve, ...]
    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    total: int
    number: int
    count: int
    folder: str


@dataclass(frozen=True, slots=True)
class FeeChange:
    """A fee beside the one it takes the place of."""

    now: str
    was: str
    title: Words
    before: tuple[Decimal | None, Decimal | None]
    """Lowest and highest standard."""
    after: tuple[Decimal | None, Decimal | None]
    unit: Any
    valid_from: date
    fields: tuple[Words, ...]
    """What the other fields that differ are called."""
