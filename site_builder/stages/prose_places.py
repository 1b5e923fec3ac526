"""Finds the links and the mistakes in the words of a tree again in the text they came from."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from site_builder.stages.prose_figures import Trouble
from site_builder.stages.prose_losses import kept, kept_places
from site_builder.stages.prose_tree import Written

_FEW = 20
"""So many links are looked up one by one in the text; more than that by counting through it once."""


def find_remarkable(text: str, written: Written) -> tuple[tuple[tuple[str, int], ...], list[Trouble]]:
    """The links and the mistakes among the words, by where they stand in `text`."""
    places = _Places(text, written.pieces)
    few = len(written.remarkable) <= _FEW
    ends = [] if few else line_ends(text)
    links: list[tuple[str, int]] = []
    troubles: list[Trouble] = []
    for index, words in written.remarkable:
        if few and len(words.links) == 1 and text.count(address := words.links[0][1]) == 1:
            own = [text.index(address)]
        else:
            own = places.find(index, [offset for offset, _ in words.links])
        for at, (_, address) in zip(own, words.links, strict=True):
            links.append((address, (text.count("\n", 0, at) if few else bisect_right(ends, at)) + 1))
        if words.troubles:
            own = places.find(index, [trouble.at for trouble in words.troubles])
            troubles += (trouble._replace(at=at) for trouble, at in zip(words.troubles, own, strict=True))
    return tuple(links), troubles


def line_ends(text: str) -> list[int]:
    """Where each line of `text` but the last ends."""
    return [match.end() for match in re.finditer("\n", text)]


class _Places:
    """Finds in a text where the pieces of it stand that the blocks were made of."""

    def __init__(self, text: str, pieces: list[str]) -> None:
        self.text = text
        self.pieces = pieces

    @cached_property
    def _places(self) -> list[int]:
        return kept_places(self.text)

    @cached_property
    def _before(self) -> list[int]:
        """How many characters that count stand before each piece."""
        return [0, *accumulate(len(kept(piece)) for piece in self.pieces)]

    def find(self, index: int, offsets: list[int]) -> list[int]:
        """Where in the text those `offsets` of a piece are: soon behind the last character of meaning before them."""
        piece = self.pieces[index]
        own = kept_places(piece)
        found = []
        for offset in offsets:
            before = min(self._before[index] + bisect_left(own, offset), len(self._places))
            start = self._places[before - 1] + 1 if before else 0
            sign = piece[offset : offset + 8].split(maxsplit=1)[0]
            found.append(max(self.text.find(sign, start), start))
        return found
