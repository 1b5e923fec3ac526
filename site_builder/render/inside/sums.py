"""Remembers the small sums of a layout with the look they belong to: the PDF engine reckons each for every box anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure.boxes import Box, PageBox
from weasyprint.layout import absolute, block, inline, page, table
from weasyprint.layout import float as floating

_LAYOUTS = (absolute, block, floating, inline, page, table)
_SIZES = ("width", "min_width", "max_width", "height", "min_height", "max_height")
_SIDES = ("top", "right", "bottom", "left")
_USED = (
    *_SIZES,
    *[f"{name}_{side}" for name in ("margin", "padding") for side in _SIDES],
    *[f"border_{side}_width" for side in _SIDES],
)
"""What a look comes to inside a box of a certain size."""

_resolve, _strut = block.resolve_percentages, inline.strut


@contextmanager
def remembered_sums() -> Iterator[None]:
    """While this lasts, WeasyPrint does its sums by way of this module; afterwards it is as it was."""
    for layout in _LAYOUTS:
        layout.resolve_percentages = _sizes
    inline.strut = _height
    try:
        yield
    finally:
        for layout in _LAYOUTS:
            layout.resolve_percentages = _resolve
        inline.strut = _strut


def _sizes(box: Any, containing_block: Any) -> None:
    """Gives a box its sizes inside the box around it."""
    style = box.style
    if style["border_collapse"] == "collapse":  # then borders depend on those beside
        _resolve(box, containing_block)
        return
    around = containing_block
    width, height = (around.width, around.height) if isinstance(around, Box) else around
    # The engine changes these in some looks while it works.
    key = (isinstance(box, PageBox), width, height, *[style[name] for name in _SIZES])
    known: dict[Any, dict[str, Any]] = style.__dict__.setdefault("sizes", {})
    if key not in known:
        _resolve(box, containing_block)
        known[key] = {name: box.__dict__[name] for name in _USED}
    box.__dict__.update(known[key])


def _height(style: Any) -> Any:
    """How high a line of this look is, and where its letters stand."""
    if "strut" not in style.__dict__:
        style.strut = _strut(style)
    return style.strut
