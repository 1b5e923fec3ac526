"""Draws a line that stands in many places, and the borders of cells, without going over them letter by letter again.

A page is drawn with the same strokes as the PDF engine itself would draw it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import draw
from weasyprint.draw import border, text
from weasyprint.draw.color import get_color
from weasyprint.pdf import pydyf

_SIDES = ("top", "right", "bottom", "left")
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_WIDTHS = tuple(f"border_{side}_width" for side in _SIDES)
_SAID = ("set_font_size", "show_text", "set_text_rise")
"""What drawing a line says to the page, besides where the line begins."""

_line, _border, _references = text.draw_first_line, border.draw_border, pydyf.PDF.page_references


@contextmanager
def fewer_strokes() -> Iterator[None]:
    """While this lasts, WeasyPrint draws by way of this module; afterwards it is as it was."""
    text.draw_first_line, draw.draw_border, pydyf.PDF.page_references = (
        _draw_line,
        _draw_border,
        property(_pages),
    )
    try:
        yield
    finally:
        text.draw_first_line, draw.draw_border, pydyf.PDF.page_references = _line, _border, _references


class _Heard:
    """A page that remembers what was drawn on it."""

    def __init__(self, stream: Any, said: list[Any]) -> None:
        self.stream, self.said = stream, said

    def __getattr__(self, name: str) -> Any:
        if name not in _SAID:
            return getattr(self.stream, name)

        def say(*what: Any) -> None:
            self.said.append((name, what))
            getattr(self.stream, name)(*what)

        return say


def _draw_line(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
    """Draws a line; where the same layout stands in another place it is drawn as before."""
    layout = box.pango_layout
    if overflow != "clip" or ellipsis != "none":
        return _line(stream, box, overflow, ellipsis, matrix)
    if (said := layout.__dict__.get("said")) is None:
        said = []
        pictures = _line(_Heard(stream, said), box, overflow, ellipsis, matrix)
        if not pictures and said:
            layout.said = said
        return pictures
    stream.set_text_matrix(*matrix.values)
    for name, what in said:
        getattr(stream, name)(*what)
    return []


def _draw_border(stream: Any, box: Any) -> None:
    """Draws a border that is the same on all sides at once; any other the engine's way."""
    style = box.style
    if "line" not in style.__dict__:
        style.line = _same_all_around(style)
    widths = [getattr(box, width) for width in _WIDTHS]
    if style.line is None or 0 in widths or any(0 not in getattr(box, corner) for corner in _CORNERS):
        _border(stream, box)
        return
    top, right, bottom, left = widths
    x, y, wide, high = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    with stream.artifact():
        stream.push_state()
        stream.set_color(style.line)
        stream.rectangle(x + left, y + top, wide - left - right, high - top - bottom)
        stream.rectangle(x, y, wide, high)
        stream.fill(even_odd=True)
        stream.pop_state()


def _same_all_around(style: Any) -> Any:
    """The colour of a plain border; None where there is none, or where more is to be thought of."""
    colours = {get_color(style, f"border_{side}_color") for side in _SIDES}
    plain = (
        style["visibility"] == "visible"
        and style["border_image_source"][0] == "none"
        and style["column_width"] == style["column_count"] == "auto"
        and {style[f"border_{side}_style"] for side in _SIDES} == {"solid"}
        and len(colours) == 1
    )
    colour = colours.pop()
    return colour if plain and colour.alpha else None


def _pages(pdf: Any) -> Any:
    """The references of all pages; the engine gathers them for every element of every page."""
    known = pdf.__dict__.get("known_pages", ())
    if len(known) != len(pdf.pages["Kids"]) // 3:
        pdf.known_pages = known = _references.__get__(pdf)
    return known
