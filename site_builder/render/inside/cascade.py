"""Works out once how elements look that look alike; the PDF engine shares their looks, but finds each anew.

It also gives every element six pseudo-elements of its own, for marks and notes that hardly any has: in a table of a
thousand rows these take more memory than its pages. Here elements that look alike share these as well.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from math import inf
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint import css

_ATTRIBUTES = ("id", "name", "style", "lang", "width", "height")
"""What an element may say of its own look; with one of the first two it can be pointed at, and nothing is like it."""
_OTHERWISE = frozenset(("float", "display", "position", "page"))
"""What depends on more than the element itself and the one around it; so does all that decorates a text."""
_PLAIN = frozenset(
    name for name in css.INITIAL_VALUES if name not in _OTHERWISE and not name.startswith("text_decoration_")
)
_LOGICAL = re.compile("block|inline|start|end")
"""In names of what is said of a side without naming it."""
_theirs, _computed = css.StyleFor, css.ComputedStyle


@contextmanager
def shared_looks() -> Iterator[None]:
    """While this lasts, WeasyPrint finds the looks of elements by way of this module; afterwards it is as it was."""
    css.StyleFor, css.ComputedStyle = _Looks, _Look
    try:
        yield
    finally:
        css.StyleFor, css.ComputedStyle = _theirs, _computed


class _Look(_computed):  # type: ignore[misc, valid-type]  # the engine is not typed
    """How an element looks; what nobody says of it is known without asking much."""

    def __missing__(self, key: str) -> Any:
        if key in _PLAIN and key not in self.cascaded and self.parent_style is not None and not self._logical:
            if key in css.INHERITED:
                value = self[key] = self.parent_style[key]
                return value
            if key not in css.INITIAL_NOT_COMPUTED:
                value = self[key] = css.INITIAL_VALUES[key]
                return value
        return super().__missing__(key)

    @cached_property
    def _logical(self) -> bool:
        return any(map(_LOGICAL.search, self.cascaded))


class _Looks(_theirs):  # type: ignore[misc, valid-type]  # the engine is not typed
    """Stands in for the class of the same duty in WeasyPrint, with the same answers."""

    def __init__(self, html: Any, sheets: Any, _hints: bool, font_config: Any, targets: Any) -> None:
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = sheets, font_config
        self._beside: dict[int, dict[str, Any]] = {}
        """The pseudo-elements of each look."""
        same = {"root": html.etree_element, "base_url": html.base_url, "target_collector": targets}
        known: dict[Any, Any] = {}
        for wrapped in html.wrapper_element.iter_subtree():
            element, parent = wrapped.etree_element, wrapped.parent and wrapped.parent.etree_element
            over = None if parent is None else id(self._computed_styles[parent, None])
            matched = [
                (sheet, origin, fixed, one)
                for sheet, origin, fixed in sheets
                for one in sheet.matcher.match(wrapped)
            ]
            own = tuple(map(element.attrib.get, _ATTRIBUTES)) if element.attrib else None
            alone = id(element) if own and (own[0] or own[1]) else None
            key = (over, own, alone, *[id(one[3][0]) for *_, one in matched])
            if key not in known:
                known[key] = self._look(element, parent, matched, same)
            self._computed_styles[element, None] = known[key]

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """The look of an element, or of one of its pseudo-elements; None where that has none."""
        if pseudo_type and (element, pseudo_type) not in self._computed_styles:
            beside = self._beside.get(id(self._computed_styles.get((element, None))), {})
            if pseudo_type not in beside:
                return None
            self._computed_styles[element, pseudo_type] = beside[pseudo_type]
        return super().__call__(element, pseudo_type)

    def _look(self, element: Any, parent: Any, matched: list[Any], same: dict[str, Any]) -> Any:
        """The look of `element`, with those of its pseudo-elements laid beside it."""
        style: dict[str, Any] = {}
        self._cascaded_styles[element, None] = style
        alone = Element(element.tag, element.attrib)
        for specificity, _, declarations, base_url in css.find_style_attributes(
            alone, False, same["base_url"]
        ):
            _lay(style, css.preprocess_declarations(base_url, declarations), "author", inf, specificity)
        for sheet, origin, fixed, (specificity, _, pseudo, (declarations, layer)) in matched:
            style = self._cascaded_styles.setdefault((element, pseudo), {})
            height = inf if layer is None else sheet.layers.index(layer)
            _lay(style, declarations, origin, height, fixed or specificity)
        self.set_computed_styles(element, parent=parent, **same)
        look = self._computed_styles[element, None]
        beside = self._beside[id(look)] = {}
        for pseudo in [pseudo for _, pseudo in self._cascaded_styles if pseudo]:
            self.set_computed_styles(element, pseudo_type=pseudo, parent=element, **same)
            beside[pseudo] = self._computed_styles.pop((element, pseudo))
        self._cascaded_styles.clear()
        return look


def _lay(style: dict[str, Any], declarations: Any, origin: str, layer: float, specificity: Any) -> None:
    """Lays what is said in one place over what is said already, unless that weighs more."""
    for name, values, importance in declarations:
        weight = (css.declaration_precedence(origin, importance), layer, specificity)
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight
