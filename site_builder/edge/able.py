"""What this machine can do of what was wished for."""

from dataclasses import replace

from site_builder.edge.needs import missing_libraries
from site_builder.edge.sayings import NO_SHEETS
from site_builder.edge.wish import Wish
from site_builder.model.words import Words


def able(wish: Wish) -> tuple[Wish, tuple[Words, ...]]:
    """The wish without what cannot be done here, and what to tell about that."""
    if not wish.sheets or not missing_libraries():
        return wish, ()
    return replace(wish, sheets=False), (NO_SHEETS,)
