"""Prepares each look of letters once, and lays out each line once; the PDF engine does both again and again.

The engine readies Pango anew for every line it measures, and once more when it draws the line. It also asks how much of
a long paragraph fits into a line by laying out four lines of it. The lines that come of this are the same.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from typing import Any, NamedTuple

from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import _font_style_cache_key as _key

_SHORT = 40
"""Longer texts are hardly ever the same twice."""
_ROOM = 1.25
"""More characters of an em each than this much of a line are never needed to fill it."""
_BREAKABLE = re.compile("[\u4e00-\u9fff]{2}")
"""Between these a line may end."""
_ENDS = re.compile("[\n\r\u2028\u2029]")
"""What ends a line."""
_TEXTUAL = ("direction", "font_kerning", "font_size", "hyphens", "letter_spacing", "overflow_wrap", "tab_size",
            "text_decoration_line", "white_space", "word_break", "word_spacing")  # fmt: skip
"""What the look of a line depends on, besides its text and its face."""
_DECORATION = ("ascent", "underline_position", "strikethrough_position", "underline_thickness",
               "strikethrough_thickness")  # fmt: skip

_FEATURES = tuple(f"font_{name}" for name in ("kerning", "variant_ligatures", "variant_position", "variant_caps",
    "variant_numeric", "variant_alternates", "variant_east_asian", "feature_settings"))  # fmt: skip

_NAME = _key.__name__
_layout, _fit = line_break.Layout, inline.split_first_line


@contextmanager
def lines_once() -> Iterator[None]:
    """While this lasts, WeasyPrint lays out lines by way of this module; afterwards it is as it was."""
    line_break.Layout = Lettered
    setattr(line_break, _NAME, _face)
    inline.split_first_line = _fit_once({})
    try:
        yield
    finally:
        line_break.Layout, inline.split_first_line = _layout, _fit
        setattr(line_break, _NAME, _key)


class _Letters(NamedTuple):
    """What Pango needs to know of a look."""

    context: Any
    description: Any
    language: Any
    attributes: Any
    decoration: dict[str, Any]
    even: bool
    """Whether neither letters nor words stand further apart than usual."""


class Lettered(_layout):  # type: ignore[misc, valid-type]  # the engine is not typed
    """A line of text whose look is prepared once; it stays laid out until nobody needs it any more."""

    laid_out = False

    def setup(self, style: Any) -> None:
        """Readies Pango for a text of this look."""
        self.style, self.first_line_direction = style, 0
        letters: _Letters = style.__dict__.get("letters") or _prepared(style)
        self.even, self.language = letters.even, letters.language
        self.__dict__.update(letters.decoration)
        self.layout = ffi.gc(pango.pango_layout_new(letters.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, letters.description)
        if letters.attributes is not None:
            pango.pango_layout_set_attributes(self.layout, letters.attributes)

    def set_text(self, text: str, justify: bool = False) -> None:
        """Lays out `text`; `justify` is set when the line is finally measured or drawn."""
        self.laid_out = justify or not self.justification_spacing
        if (
            self.even
            and not (justify and self.justification_spacing)
            and "\n" not in text
            and "\t" not in text
        ):
            self.text = text
            pango.pango_layout_set_text(self.layout, unicode_to_char_p(text)[0], -1)
        else:
            # Pango keeps a list if the new one says the same, but what is done to this one must not be done to all.
            pango.pango_layout_set_attributes(self.layout, ffi.NULL)
            pango.pango_layout_set_attributes(self.layout, _attributes(self.style))
            super().set_text(text, justify)
        # The engine says so before it draws; said earlier, the line need not be laid out for that once more.
        pango.pango_layout_set_single_paragraph_mode(self.layout, not _ENDS.search(text))

    def deactivate(self) -> None:
        """Takes back the width that it was fitted into: Pango counts the letters of a line wrongly within one."""
        pango.pango_layout_set_width(self.layout, -1)

    def reactivate(self, style: Any) -> None:
        """Lays the line out as it is drawn, unless it is so already."""
        if not self.laid_out:
            super().reactivate(style)


def _prepared(style: Any) -> _Letters:
    """Asks Pango for all that a look needs, and keeps it with the look."""
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    wanted = style["font_language_override"]
    named = style["lang"] if wanted == "normal" else LST_TO_ISO.get(wanted.lower(), wanted)
    language = pango.pango_language_get_default()
    if named:
        language = pango.pango_language_from_string(unicode_to_char_p(named)[0])
        pango.pango_context_set_language(context, language)
    decorated = style["text_decoration_line"] != "none"
    plain = _layout(style) if decorated else None
    style.letters = _Letters(
        context,
        get_font_description(style),
        language,
        _attributes(style),
        {name: getattr(plain, name, None) for name in _DECORATION},
        style["letter_spacing"] == "normal" and not style["word_spacing"],
    )
    return style.letters  # type: ignore[no-any-return]


def _attributes(style: Any) -> Any:
    """The features of its faces, and that a word that is broken gets no hyphen; None where nothing is to be said."""
    features = font_features(*[style[name] for name in _FEATURES])
    breaking = style["overflow_wrap"] in ("anywhere", "break-word")
    if not (features or breaking):
        return ffi.NULL
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if features:
        said = ",".join(f"{key} {value}" for key, value in features.items()).encode()
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(said))
    if breaking:
        pango.pango_attr_list_change(attributes, pango.pango_attr_insert_hyphens_new(False))
    return attributes


def _face(style: Any, include_size: bool = False) -> str:
    """Stands in for the function that names a face; the name is kept with the look."""
    faces: dict[bool, str] = style.__dict__.setdefault("faces", {})
    if include_size not in faces:
        faces[include_size] = _key(style, include_size)
    return faces[include_size]


def _fit_once(known: dict[Any, Any]) -> Callable[..., Any]:
    """Stands in for the function that fits a text into a width: cells of a long table say the same again and again."""

    def fit(text: str, style: Any, context: Any, width: Any, spacing: float, **more: Any) -> Any:
        if spacing:
            return _fit(text, style, context, width, spacing, **more)
        if len(text) > _SHORT:
            return _fit_start(text, style, context, width, **more)
        look = style.__dict__.get("look")
        if look is None:
            look = style.look = (_face(style), *[style[name] for name in _TEXTUAL])
        key = (text, width, *more.values(), look)
        if key not in known:
            known[key] = _fit_whole(text, style, width) or _fit(text, style, context, width, spacing, **more)
        return known[key]

    return fit


def _fit_whole(text: str, style: Any, width: Any) -> Any:
    """Lays out a text that is short enough to fit without trying; None where it may not be."""
    if width is None or len(text) * style["font_size"] > width or _ENDS.search(text):
        return None
    layout = Lettered(style, 0, width)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    wide, high = line_break.line_size(line, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    return (layout, line.length, None, wide, high, baseline) if wide <= width else None


def _fit_start(text: str, style: Any, context: Any, width: Any, **more: Any) -> Any:
    """Fits the beginning of a long text; all of it only if that says nothing for sure."""
    if width is not None and 0 < width < inf:
        start = text[: int(width / style["font_size"] * _ROOM) + 4]
        found = _fit(start, style, context, width, 0, **more)
        rest = start.encode()[found[2] :].decode() if found[2] else ""
        if _BREAKABLE.match(rest):
            return found
    return _fit(text, style, context, width, 0, **more)
