"""Cuts a font down to the characters we print, and gives all our fonts one set of measures."""

from collections.abc import Iterable

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from site_builder.fonts import Face
from site_builder.fonts.drawing import remap

# What lines of text use. Left out: forms of other languages and old forms, which would bring thousands of glyphs along.
_FEATURES = (
    *("ccmp", "liga", "kern", "mark", "mkmk"),
    *("chws", "halt", "palt", "fwid", "hwid", "pwid"),
    *("vchw", "vhal", "vpal", "vert", "vrt2"),
)
_ASCENT, _DESCENT = 0.88, 0.12
_BASELINES = {"icfb": -0.078, "icft": 0.838, "ideo": -0.12, "romn": 0.0}


def cut(font: TTFont, characters: Iterable[str]) -> None:
    """Keeps the glyphs of these characters and drops the rest, and the hints for old screens."""
    options = Options(
        layout_features=list(_FEATURES),
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=["*"],
        recalc_timestamp=False,
        harfbuzz_repacker=False,  # another program, whose version would also decide the bytes
    )
    options.drop_tables += ["STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)


def keep_digits_even(font: TTFont) -> None:
    """Takes the kerning out between digits; with it, 1,111 is narrower than 2,222 and columns of amounts go crooked."""
    digits = {font.getBestCmap()[ord(digit)] for digit in "0123456789"}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for wrapped in lookup.SubTable:
            pairs = getattr(wrapped, "ExtSubTable", wrapped)
            if pairs.LookupType == 2 and pairs.Format == 1:
                for first, seconds in zip(pairs.Coverage.glyphs, pairs.PairSet, strict=True):
                    if first in digits:
                        kept = [pair for pair in seconds.PairValueRecord if pair.SecondGlyph not in digits]
                        seconds.PairValueRecord, seconds.PairValueCount = kept, len(kept)


def level(font: TTFont) -> None:
    """Gives the font our height, depth and baselines: where two fonts differ in them, a line that holds both grows."""
    em = font["head"].unitsPerEm
    up, down = round(_ASCENT * em), em - round(_ASCENT * em)
    header, metrics = font["hhea"], font["OS/2"]
    header.ascent, header.descent, header.lineGap = up, -down, 0
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = up, -down, 0
    metrics.usWinAscent, metrics.usWinDescent = up, down
    values = " ".join(str(round(value * em)) for value in _BASELINES.values())
    scripts = ", ".join(
        f"{script} {'ideo' if script in ('hani', 'kana') else 'romn'} {values}"
        for script in ("DFLT", "cyrl", "grek", "hani", "kana", "latn")
    )
    tags = " ".join(_BASELINES)
    source = f"table BASE {{ HorizAxis.BaseTagList {tags}; HorizAxis.BaseScriptList {scripts}; }} BASE;"
    addOpenTypeFeaturesFromString(font, source, tables=["BASE"])


def map_invisible(font: TTFont) -> None:
    """Lets the no-break space and the invisible joints of lines use the space, so that no other font is asked for."""
    space = font.getBestCmap()[0x20]
    remap(font, dict.fromkeys((0xA0, 0x200B, 0x2060), space))


def rename(font: TTFont, face: Face) -> None:
    """Writes our name into the font and keeps the source's copyright, trademark and licence, as the licence asks."""
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in (0, 5, 7, 13, 14)}
    source = table.getDebugName(4)
    style = {400: "Regular", 500: "Medium", 700: "Bold"}[face.weight]
    if face.style == "italic":
        style = "Italic"
    plain = style in ("Regular", "Bold", "Italic")
    postscript = f"{face.family.replace(' ', '')}-{style}"
    texts = kept | {
        1: face.family if plain else f"{face.family} {style}",
        2: style if plain else "Regular",
        3: f"{postscript};{kept[5]}",
        4: f"{face.family} {style}",
        6: postscript,
        10: f"A modified part of {source}, made for printed sheets.",
    }
    if not plain:
        texts |= {16: face.family, 17: style}
    table.names = []
    for number, text in sorted(texts.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
