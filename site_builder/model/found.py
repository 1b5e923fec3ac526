"""What a search needs to know of a page."""

import msgspec


class Page(msgspec.Struct, frozen=True, array_like=True):
    """A page as the index keeps it: published in the blocks of texts, read back from them by the next build."""

    id: str
    """Four characters; the newest pages have the greatest."""
    path: str
    """Its address from the top of its language: ``fees/exercise-books/``."""
    title: str
    kind: str = ""
    """What its kind is called on the page."""
    day: str = ""
    """The day it speaks of, as 2026-03-02, or a beginning of that; empty for a page of no day."""
    state: str = ""
    """The state it shows, in words."""
    text: str = ""
    """What readers see, a line a paragraph, cell or item."""


class Head(msgspec.Struct, frozen=True):
    """What a reader's search loads first: how many files there are, and what can be chosen."""

    shards: int
    blocks: int
    kinds: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
