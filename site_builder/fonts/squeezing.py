"""Gives a font the feature that lets two full-width marks in a row share their room, if it has none."""

from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]

_CLOSING, _OPENING, _MIDDLE = "，。、；：！？）》」』】〕”’", "（《「『【〔“‘", "·"


def squeezes_marks(font: Any) -> bool:
    """Whether the font has the feature."""
    if "GPOS" not in font or font["GPOS"].table.FeatureList is None:
        return False
    return any(record.FeatureTag == "chws" for record in font["GPOS"].table.FeatureList.FeatureRecord)


def squeeze_marks(font: Any) -> None:
    """Adds it: a closing mark loses its empty half before another mark, an opening one after another opening one.

    Marks that do not fill a square are left as they are.
    """
    em, cmap, widths = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"].metrics

    def glyphs(marks: str) -> str:
        names = [cmap[ord(one)] for one in marks if ord(one) in cmap]
        return " ".join(dict.fromkeys(name for name in names if widths[name][0] == em))

    closing, opening, middle = glyphs(_CLOSING), glyphs(_OPENING), glyphs(_MIDDLE)
    if not closing or not opening:
        return
    half = em // 2
    source = f"""
    languagesystem DFLT dflt; languagesystem hani dflt;
    feature chws {{
      pos [{closing}]' <0 0 -{half} 0> [{closing} {opening} {middle}];
      pos [{opening}] [{opening}]' <-{half} 0 -{half} 0>;
    }} chws;
    """
    addOpenTypeFeaturesFromString(font, source, tables=["GPOS"])
