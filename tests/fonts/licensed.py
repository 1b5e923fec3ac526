"""A font such as an office might have a licence for: of other measures, and perhaps not for embedding."""

from functools import cache
from io import BytesIO
from typing import Any

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from site_builder.fonts import folder


@cache
def licensed(text: str, embedding: int = 0x4) -> bytes:
    """A font of the characters of `text` and nothing else, with ``OS/2.fsType`` saying how it may be embedded."""
    font: Any = TTFont(folder() / "disclosure-sans-sc-400.ttf", recalcTimestamp=False)
    options = Options(hinting=False, recalc_timestamp=False, notdef_outline=True)
    options.drop_tables += ["GPOS", "GSUB", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(text=f"{text} ")
    subsetter.subset(font)
    em = font["head"].unitsPerEm
    font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = round(1.2 * em)
    font["hhea"].descent = font["OS/2"].sTypoDescender = -round(0.4 * em)
    font["OS/2"].usWinDescent = round(0.4 * em)
    font["OS/2"].fsType = embedding
    for number in (1, 4, 6, 16):
        font["name"].setName("LicensedFangsong", number, 3, 1, 0x409)
    made = BytesIO()
    font.save(made)
    return made.getvalue()
