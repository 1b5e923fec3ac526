"""Makes Chinese lines end flush, which WeasyPrint leaves out: it widens spaces, and Chinese text has none.

This reaches into the layout of one series of WeasyPrint, so `pdf` loads it only with that series; with any other the
lines end ragged, and nothing else changes. Where a line would have to be torn apart it stays ragged as well.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import line_size

from site_builder.render.inside.lettering import Lettered

STYLE = ".flush:lang(zh) { text-align: justify }"
"""What a stylesheet needs besides: Chinese text whose lines may be spread carries the class ``flush``."""

_WIDEST = 0.35
"""The widest gap put between two characters, in em."""
_PROBE = 4.0
_CHARACTERS = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6‘’“”"
_SPACE = re.compile("[ \u00a0]")
_RUN = re.compile(f"[{_CHARACTERS}]+")

_widen_spaces = inline.justify_line


@contextmanager
def full_lines() -> Iterator[None]:
    """While this lasts, WeasyPrint spreads Chinese lines; afterwards it is as it was."""
    inline.justify_line = _spread_line
    try:
        yield
    finally:
        inline.justify_line = _widen_spaces


class _Spread(Lettered):
    """A line of text whose Chinese characters, and spaces, stand a little further apart."""

    def set_text(self, text: str, justify: bool = False) -> None:
        """Lays out `text`; `justify` is set when the line is finally measured or drawn."""
        super().set_text(text, justify)
        if not (justify and self.justification_spacing):
            return
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        own = self.style["letter_spacing"]
        spacing = self.justification_spacing + (0 if own == "normal" else own)
        for run in _RUN.finditer(self.text):
            attribute = pango.pango_attr_letter_spacing_new(int(spacing * TO_UNITS))
            attribute.start_index = len(self.text[: run.start()].encode())
            attribute.end_index = len(self.text[: run.end()].encode())
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)


def _spread_line(context: Any, line: Any, room: float) -> None:
    """Distributes `room` over the gaps of `line`; stands in for the function of the same duty in WeasyPrint."""
    texts = [box for box in _texts(line) if box.text]
    if not any(_RUN.search(box.text) for box in texts):
        _widen_spaces(context, line, room)
        return
    gains, grown = {}, 0.0
    for box in texts:
        if _SPACE.search(box.text):
            # Pairs kerned across a space stand apart once the space is widened: a step before the even growth.
            near = _width(box, _PROBE)
            gains[box] = (_width(box, 2 * _PROBE) - near) / _PROBE
            grown += near - gains[box] * _PROBE - box.width
        else:
            gains[box] = (_width(box, _PROBE) - box.width) / _PROBE
    leads = {right: _gaps_between(left.text[-1], right.text[0]) for left, right in pairwise(texts)}
    total = sum(gains.values()) + sum(leads.values())
    spacing = (room - grown) / total if total else 0.0
    if 0.0 < spacing <= _WIDEST * line.style["font_size"]:
        _move(line, 0.0, spacing, gains, leads)


def _texts(box: Any) -> Iterator[Any]:
    """The pieces of text of a line, from left to right."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield from _texts(child)


def _laid_out(box: Any, spacing: float) -> _Spread:
    layout = _Spread(box.style, spacing)
    layout.set_text(box.text, justify=True)
    return layout


def _width(box: Any, spacing: float) -> float:
    layout = _laid_out(box, spacing)  # kept in a name: a line does not keep its layout alive
    return float(line_size(layout.get_first_line()[0], box.style)[0])


def _gaps_between(left: str, right: str) -> float:
    """The gap where two pieces of text meet, counted as Pango counts it inside one piece: half from each side."""
    if left.isspace() or right.isspace():
        return 0.0
    return sum(0.5 for character in (left, right) if _RUN.match(character))


def _move(box: Any, shift: float, spacing: float, gains: dict[Any, float], leads: dict[Any, float]) -> float:
    """Widens `box` and moves it by `shift`; returns by how much whatever follows it has to move."""
    if isinstance(box, boxes.TextBox):
        shift += leads.get(box, 0.0) * spacing
        box.position_x += shift
        if gains.get(box):
            layout = _laid_out(box, spacing)
            wider = float(line_size(layout.get_first_line()[0], box.style)[0])
            box.pango_layout = layout
            shift += wider - box.width
            box.width = wider
    elif isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        before = shift
        box.position_x += shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _move(child, shift, spacing, gains, leads)
        box.width += shift - before
    else:
        box.translate(shift, 0)
    return shift
