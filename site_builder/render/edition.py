"""Editions of a sheet for the notice board: the same words in large type, on one sheet of A4 or of A3.

What is pinned to a board is read standing, by people who cannot turn a page. So the type grows until the sheet is full;
A3 is the A4 sheet magnified, as a copier would.
"""

from collections.abc import Callable
from typing import Any

import msgspec

_A4 = 210
_SIZES = (14, 15, 16, 17, 18, 20, 22, 24, 26)
"""Of the text on A4, in points."""
_OF_SEVERAL = 16
"""Where the smallest does not do and there are several pages after all: that of an official letter."""


class Edition(msgspec.Struct, frozen=True):
    """A sheet for the board, and the paper it is printed on."""

    name: str
    """As the command line knows it; files are named for it."""
    paper: int
    """The short side of the paper, in millimetres."""

    @property
    def zoom(self) -> float:
        """By how much the pages grow, which are laid out on A4."""
        return self.paper / _A4


BOARD_A4, BOARD_A3 = Edition("board-a4", _A4), Edition("board-a3", 297)
EDITIONS = {one.name: one for one in (BOARD_A4, BOARD_A3)}


def fitted(lay_out: Callable[[str], Any]) -> Any:
    """The document in the largest type in which it takes no more than one page, if there is one.

    `lay_out` makes the document with a further style.
    """
    best = lay_out(_type(_SIZES[0]))
    if len(best.pages) > 1:
        return lay_out(_type(_OF_SEVERAL))
    low, high = 0, len(_SIZES) - 1
    while low < high:
        middle = (low + high + 1) // 2
        tried = lay_out(_type(_SIZES[middle]))
        if len(tried.pages) > 1:
            high = middle - 1
        else:
            low, best = middle, tried
    return best


def _type(size: int) -> str:
    return f".pinned:not(.wall, .poster) {{ font-size: {size}pt }}"
