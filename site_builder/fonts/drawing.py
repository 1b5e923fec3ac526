"""Changes to the shapes of a Chinese face, made before it is cut down."""

from typing import Any, NamedTuple

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent  # type: ignore[import-untyped]

_EM = 1000
_ASCENT = 880  # where vertical text starts to count


class Part(NamedTuple):
    """A glyph used again inside another one, at a part of its size, its middle moved to a place."""

    character: str
    scale: float = 1.0
    middle: tuple[int, int] | None = None


_BOX_MIDDLE = (500, 380)
_BOX = Part("□")

# The sources have no ballot boxes, but a form cannot do without them. Each is a glyph of its own even where it looks
# like another: a PDF remembers one character for each glyph, and a copied ☐ would come out as □.
_DRAWN = {
    "☐": (_EM, (_BOX,)),
    "☑": (_EM, (_BOX, Part("✓", 0.75, _BOX_MIDDLE))),
    "☒": (_EM, (_BOX, Part("×", 0.85, _BOX_MIDDLE))),
    "✔": (_EM, (Part("✓", 1.0, _BOX_MIDDLE),)),
    "✗": (_EM, (Part("×", 1.0, _BOX_MIDDLE),)),
    "✘": (_EM, (Part("×", 1.0, _BOX_MIDDLE),)),
    # GB/T 15834 gives the dot inside a name half the room of a character; the sources give it a third or the whole.
    "·": (_EM // 2, (Part("·", 1.0, (_EM // 4, 380)),)),
}


def _component(glyphs: Any, name: str, part: Part) -> Any:
    source = glyphs[name]
    component = GlyphComponent()
    component.glyphName = name
    component.flags = 0x0004 | 0x0400  # ROUND_XY_TO_GRID, OVERLAP_COMPOUND
    component.transform = [[part.scale, 0.0], [0.0, part.scale]]
    component.x, component.y = 0, 0
    if part.middle is not None:
        x, y = part.middle
        component.x = round(x - part.scale * (source.xMin + source.xMax) / 2)
        component.y = round(y - part.scale * (source.yMin + source.yMax) / 2)
    return component


def draw_form_signs(font: TTFont) -> None:
    """Adds the boxes and ticks of forms, put together from glyphs the face has; gives the middle dot half an em."""
    glyphs: Any = font["glyf"]
    names: dict[int, str] = font.getBestCmap()
    made: dict[int, str] = {}
    for character, (advance, parts) in _DRAWN.items():
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = [_component(glyphs, names[ord(part.character)], part) for part in parts]
        name = f"form.{ord(character):04X}"
        glyphs[name] = glyph
        glyph.recalcBounds(glyphs)
        font["hmtx"][name] = (advance, glyph.xMin)
        font["vmtx"][name] = (_EM, _ASCENT - glyph.yMax)
        made[ord(character)] = name
    font.setGlyphOrder(list(dict.fromkeys([*font.getGlyphOrder(), *made.values()])))
    font.getReverseGlyphMap(rebuild=True)
    remap(font, made)


def widen_dash(font: TTFont) -> None:
    """Makes the em dash one character wide in every language, so that the Chinese double dash is a line of two.

    The sources do so only where the text is known to be Chinese; their horizontal bar is that wide dash.
    """
    remap(font, {0x2014: font.getBestCmap()[0x2015]})


def remap(font: TTFont, names: dict[int, str]) -> None:
    """Lets code points of the basic plane show other glyphs, in each table of the font that could be asked."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(names)
