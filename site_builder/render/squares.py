"""An address as black and white squares (a QR code), drawn as one path: sharp at any size and small in the file."""

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
    path = "".join(_runs(number + _QUIET, row) for number, row in enumerate(rows))
    # The address is nothing but letters and digits to the drawing: only `words` could hold marks.
    return Markup(  # noqa: S704 - escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<title>{escape(words)}</title><path d="{path}"/></svg>'
    )


def _runs(top: int, row: bytearray) -> str:
    """The dark runs of a row, each a rectangle."""
    left, drawn = _QUIET, ""
    for dark, run in groupby(row):
        length = len(tuple(run))
        if dark:
            drawn += f"M{left} {top}h{length}v1h-{length}z"
        left += length
    return drawn
