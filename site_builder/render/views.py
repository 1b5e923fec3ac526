"""What templates are handed, in the page's own language and with addresses relative to the page."""

from typing import Any

import msgspec


class Crumb(msgspec.Struct, frozen=True):
    """A step of the way from the front page."""

    title: str
    href: str


class Page(msgspec.Struct, frozen=True):
    """The page itself."""

    title: str
    description: str
    path: str
    """Its folder: ``fees/exercise-books/``."""
    crumbs: tuple[Crumb, ...]
    kind: str = ""
    """What its kind is called; empty for a page of no kind."""
    day: str = ""
    """The day it speaks of (`render.dates`)."""
    state: str = ""
    """What state its record is in, in words."""
    elsewhere: str = ""
    """The folder to which the page has moved, where it has."""


class Tongue(msgspec.Struct, frozen=True):
    """The same page in another language."""

    code: str
    name: str
    href: str
    path: str | None
    """From the top of the site; None if it is not just the same page."""
    current: bool


class Link(msgspec.Struct, frozen=True):
    """A link in the menu, the footer or among the downloads."""

    title: str
    href: str
    current: bool = False
    type: str = ""

    @property
    def label(self) -> str:
        """What a download is called."""
        return self.title


class KindView(msgspec.Struct, frozen=True):
    """A kind of record as its list is headed."""

    name: str
    title: str
    about: str


class ColumnView(msgspec.Struct, frozen=True):
    """A column of a list."""

    name: str
    label: str
    form: str


class Row(msgspec.Struct, frozen=True):
    """A line that leads to a record."""

    href: str
    title: str
    values: tuple[Any, ...]


class RelatedView(msgspec.Struct, frozen=True):
    """A group of other records."""

    title: str
    rows: tuple[Row, ...]


class AreaView(msgspec.Struct, frozen=True):
    """An area of the work in the footer, with the places that belong to it."""

    title: str
    href: str
    links: tuple[Link, ...]


class Pager(msgspec.Struct, frozen=True):
    """Where a page of a list stands among the others."""

    number: int
    count: int
    previous: str | None
    next: str | None
