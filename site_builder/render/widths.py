"""How wide the columns of a table on paper are, reckoned from what stands in them.

The engine could find widths itself, but it needs many times as long, and it lets a long word run off the sheet.
"""

import re
from collections.abc import Sequence

_MARKS = re.compile("<[^>]*>")
_UNBROKEN = re.compile(r"[!-~年月日—～]+[，。、；：）％]?")
_SPARE = 0.8
"""For the white space at both sides of a cell, in em."""
_LONGEST, _FULLEST = 12.0, 24.0
"""Nothing asks for more: a longer word is broken, a longer text takes several lines."""


def widths(columns: Sequence[Sequence[str]], room: float) -> tuple[float, ...]:
    """The share of each column in hundredths. `columns` hold their texts, the heading first; `room` is the line in em.

    Where all fits on single lines, each column gets its part; else words stay whole and the rest is shared by need.
    """
    least = [_least(column) for column in columns]
    full = [max(low, _full(column)) for low, column in zip(least, columns, strict=True)]
    scarce = max(0.0, sum(full) - room) / (sum(full) - sum(least) or 1.0)
    wanted = [high - min(scarce, 1.0) * (high - low) for low, high in zip(least, full, strict=True)]
    return tuple(round(100 * one / sum(wanted), 2) for one in wanted)


def _least(column: Sequence[str]) -> float:
    """What its longest word or number needs, and at least three characters."""
    longest = max((_em(word) for text in column for word in _UNBROKEN.findall(text)), default=0.0)
    return min(max(longest, 3.0), _LONGEST) + _SPARE


def _full(column: Sequence[str]) -> float:
    """What its longest text needs on one line; a heading may take two."""
    heading, *texts = column
    return min(max(_em(heading) / 2, *(_em(text) for text in texts), 3.0), _FULLEST) + _SPARE


def _em(text: str) -> float:
    return sum(0.55 if sign < "\u2000" else 1.0 for sign in text)


def signed(lines: Sequence[str]) -> tuple[float, ...]:
    """How far name and date of a signature stay from the right edge, in em: the date four, the name centred over it."""
    name, day = (sum(0.5 if sign < "\u2000" else 1 for sign in _MARKS.sub("", line)) for line in lines)
    return round(max(4 - (name - day) / 2, 0), 2), round(max(4, (name - day) / 2), 2)
