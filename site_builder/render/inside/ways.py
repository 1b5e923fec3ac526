"""All that reaches into the PDF engine while it works; only loaded with an engine whose inside is known."""

from collections.abc import Iterator
from contextlib import contextmanager

from site_builder.render.inside.cascade import shared_looks
from site_builder.render.inside.justify import STYLE, full_lines
from site_builder.render.inside.lent import lent_faces
from site_builder.render.inside.lettering import lines_once
from site_builder.render.inside.strokes import fewer_strokes
from site_builder.render.inside.sums import remembered_sums

__all__ = ["STYLE", "our_ways"]


@contextmanager
def our_ways() -> Iterator[None]:
    """While this lasts, WeasyPrint works in our ways; afterwards it is as it was."""
    with shared_looks(), lines_once(), full_lines(), remembered_sums(), fewer_strokes(), lent_faces():
        yield
