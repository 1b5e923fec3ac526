"""Faces that a site has a licence for: whether they can be used, and how they are made to stand in a line with ours."""

import struct
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from site_builder.fonts import Face
from site_builder.fonts.coverage import drawn_by
from site_builder.fonts.cutting import level, map_invisible, rename
from site_builder.fonts.squeezing import squeeze_marks, squeezes_marks
from site_builder.model.words import Words

_SIGNS = {b"\0\1\0\0", b"OTTO", b"true"}
_RESTRICTED, _GRANTED, _WHOLE, _BITMAPS = 0x2, 0xC, 0x100, 0x200
"""What a font says of its embedding: not at all, for print and preview or editing, not in part, only as bitmaps."""
_DAMAGED = (
    TTLibError,
    struct.error,
    KeyError,
    IndexError,
    ValueError,
    AssertionError,
    AttributeError,
    OSError,
)
"""What fontTools raises over a file that only looks like a font."""

COLLECTION = Words(
    "这是几款字体合在一起的字体集（TTC），请先用字体软件把要用的一款导出成 TTF",
    "it is a collection of several faces (TTC); take the one you need out of it with a font program",
)
PACKED = Words(
    "这是网页用的压缩字体（WOFF），请用 TTF 或 OTF", "it is packed for the web (WOFF); take the TTF or OTF"
)
NO_FONT = Words("它不是 TrueType 或 OpenType 字体", "it is no TrueType or OpenType font")
BROKEN = Words("文件不完整或者已经损坏", "the file is incomplete or damaged")
FORBIDDEN = Words("字体里写明不许嵌入文件", "it says itself that it may not be embedded")
WHOLE_ONLY = Words(
    "字体里写明只许整个嵌入，不许只嵌入用到的字", "it says itself that no part of it may be embedded alone"
)


def look_into(content: bytes) -> frozenset[str] | Words:
    """The characters that a font draws, or why it cannot be used."""
    if content[:4] == b"ttcf":
        return COLLECTION
    if content[:4] in (b"wOFF", b"wOF2"):
        return PACKED
    if content[:4] not in _SIGNS:
        return NO_FONT
    try:
        font = TTFont(BytesIO(content), lazy=True)
        allowed, drawn = font["OS/2"].fsType, font.getBestCmap()
        whole = all(table in font for table in ("head", "hhea", "hmtx", "maxp", "name", "post"))
        if not whole or ("glyf" not in font and "CFF " not in font) or 0x20 not in (drawn or ()):
            return BROKEN
    except _DAMAGED:
        return BROKEN
    if allowed & _BITMAPS or (allowed & _RESTRICTED and not allowed & _GRANTED):
        return FORBIDDEN
    return WHOLE_ONLY if allowed & _WHOLE else frozenset(map(chr, drawn))


def lacking(drawn: frozenset[str], text: str) -> tuple[str, ...]:
    """The characters of a text that a sheet would take from the bundled face, because this one has them not."""
    asked = drawn_by("Disclosure Serif SC") - drawn_by("Disclosure Latin")
    return tuple(sorted((frozenset(text) & asked) - drawn))


def fitted(content: bytes, face: Face) -> bytes:
    """The font under our name and in our measures, closing up full-width marks; nothing is drawn anew."""
    # Its boxes are as they were; to reckon them anew would take twenty seconds.
    font: Any = TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False)
    map_invisible(font)
    if not squeezes_marks(font):
        squeeze_marks(font)
    level(font)
    rename(font, face)
    font["OS/2"].fsSelection = 0x20 if face.weight == 700 else 0x40
    font["head"].macStyle = 1 if face.weight == 700 else 0
    made = BytesIO()
    font.save(made)
    return made.getvalue()
