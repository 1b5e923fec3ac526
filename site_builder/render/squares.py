"""An address as black and white squares (a QR code), drawn as one path: sharp at any size and small in the file."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from markupsafe import Markup

_QUIET = 4
"""The white rim that readers need, in squares."""


def squares(text: str, words: str) -> Markup:
    """The code of `text` as a drawing; `words` say what it is to whoever cannot see it."""
    import segno  # it brings the whole of urllib; whoever makes no sheet need not wait for that

    rows = segno.make_qr(text, error="m", boost_error=False).matrix
    side = len(rows) + 2 * _QUIET
    path = "".join(f"M{left} {top}h{wide}v{high}h-{wide}" for left, top, wide, high in _bars(rows))
    # The address is nothing but letters and digits to the drawing: only `words` could hold marks.
    return Markup(  # noqa: S704 - escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<title>{escape(words)}</title><path d="{path}"/></svg>'
    )


def _bars(rows: Sequence[bytearray]) -> Iterator[tuple[int, int, int, int]]:
    """The dark runs of all rows as rectangles: where one lies under another of the same width, both are one."""
    open_ones: dict[tuple[int, int], int] = {}
    for top, row in enumerate((*rows, bytearray(len(rows))), _QUIET):
        runs = set(_runs(row))
        for left, wide in sorted(open_ones.keys() - runs):
            began = open_ones.pop((left, wide))
            yield left, began, wide, top - began
        for run in runs - open_ones.keys():
            open_ones[run] = top


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where each dark run of a row begins, and how long it is."""
    left = _QUIET
    for dark, run in groupby(row):
        length = len(tuple(run))
        if dark:
            yield left, length
        left += length
