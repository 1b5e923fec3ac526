"""Lends the PDF engine the faces as they lie in memory; it would copy every one of them for every sheet.

A face of Chinese is six megabytes, and a sheet has six. Nor is the engine to cut them down, where `outlines` does so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi, harfbuzz

_OUTLINES = frozenset(("glyf", "loca"))
_MORE = frozenset(("fpgm", "prep", "cvt ", "fvar", "CBDT", "COLR", "SVG ", "sbix"))
"""Hints, variations and pictures: a face that has these is left to the engine."""

_copied, _shrunk = fonts.get_hb_object_data, fonts.Font.subset


@contextmanager
def lent_faces() -> Iterator[None]:
    """While this lasts, WeasyPrint copies no face that it need not; afterwards it is as it was."""
    fonts.get_hb_object_data, fonts.Font.subset = _lent, _left_whole
    try:
        yield
    finally:
        fonts.get_hb_object_data, fonts.Font.subset = _copied, _shrunk


def _lent(face: Any) -> Any:
    """The bytes of a face where they lie, for as long as somebody looks at them."""
    blob = ffi.gc(harfbuzz.hb_face_reference_blob(face), harfbuzz.hb_blob_destroy)
    length = ffi.new("unsigned int *")
    start = harfbuzz.hb_blob_get_data(blob, length)
    return memoryview(ffi.buffer(ffi.gc(start, lambda _: blob), length[0]))


def _left_whole(font: Any, to_unicode: Any, hinting: bool) -> None:
    if not _OUTLINES.issubset(font.tables) or not _MORE.isdisjoint(font.tables):
        _shrunk(font, to_unicode, hinting)
        font.file_content = bytes(font.file_content)
