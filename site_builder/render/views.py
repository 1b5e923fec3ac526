"""What templates are handed, in the page's own language and with addresses relative to the page."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """The page itself."""

    title: str
    description: str
    path: str
    """Its folder: ``fees/exercise-books/``."""
    crumbs: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the menu, the footer or among the downloads."""

    title: str
    href: str
    current: bool = False
    type: str = ""

    @property
    def label(self) -> str:
        """What a download is called."""
        return self.title


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of record as its list is headed."""

    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line that leads to a record."""

    href: str
    title: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A group of other records."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A kind on the front page."""

    kind: KindView
    title: str
    about: str
    href: str
    count: int
    newest: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page of a list stands among the others."""

    number: int
    count: int
    previous: str | None
    next: str | None
