"""When each measure is taken, as bars under the months: a drawing, made where the sheet is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from markupsafe import Markup

from site_builder.model.days import months, span_of
from site_builder.model.words import Words

_WIDTH, _NAMES, _ROW, _HEAD = 156.0, 44.0, 7.0, 7.5
"""In millimetres: the whole, the column of names, a row, the head."""
_INK, _PALE = "#000", "#bbb"
_TEXT = 'font-family="Disclosure Latin, Disclosure Serif SC"'


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the drawing."""

    title: str
    first: date
    last: date
    marks: tuple[tuple[date, bool], ...]
    """The days of its steps, and whether each is done."""


def gantt(bars: Sequence[Bar], first: date, last: date, language: str) -> Markup:
    """The drawing of all bars between two days, with its own words for whoever cannot see it."""
    height = _HEAD + _ROW * len(bars)
    words = Words(
        "措施进度图：横条是时段，菱形是事项，实心的已完成",
        "Bars are spans, diamonds are steps; filled ones are done",
    )
    pieces = [
        *_grid(first, last, height, language),
        *(one for row, bar in enumerate(bars) for one in _bar(row, bar, first, last)),
    ]
    return Markup(  # noqa: S704 - every text is escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}mm" '
        f'height="{height}mm" font-size="3.4"><title>{escape(words.say(language))}</title>{"".join(pieces)}</svg>'
    )


def _place(day: date, first: date, last: date) -> float:
    """Where a day begins, between the column of names and the right edge."""
    share = (day.toordinal() - first.toordinal()) / max(last.toordinal() - first.toordinal() + 1, 1)
    return round(_NAMES + (_WIDTH - _NAMES) * min(max(share, 0.0), 1.0), 2)


def _grid(first: date, last: date, height: float, language: str) -> Iterator[str]:
    """The months along the top, the lines between them and between the rows."""
    lines = []
    for month in months(first, last):
        start, end = (max(first, span_of(month)[0]), min(last, span_of(month)[1]))
        left, right = _place(start, first, last), _place(date.fromordinal(end.toordinal() + 1), first, last)
        lines.append(f"M{left:.2f} 0V{height:.2f}")
        if right - left > 6:
            name = Words(f"{int(month[5:])}月", f"{int(month[5:])}").say(language)
            yield f'<text x="{(left + right) / 2:.2f}" y="5" text-anchor="middle" {_TEXT}>{escape(name)}</text>'
    row = _HEAD
    while row < height:
        lines.append(f"M0 {row:.2f}H{_WIDTH:.2f}")
        row += _ROW
    # One drawing: each of its own would take the engine as long again.
    yield f'<path d="{"".join(lines)}" stroke="{_PALE}" stroke-width="0.15"/>'
    frame = f'width="{_WIDTH - 0.3}" height="{height - 0.3}" fill="none" stroke="{_INK}" stroke-width="0.25"'
    yield f'<rect x="0.15" y="0.15" {frame}/>'


def _bar(row: int, bar: Bar, first: date, last: date) -> Iterator[str]:
    middle = _HEAD + _ROW * (row + 0.5)
    title = bar.title if len(bar.title) <= 12 else f"{bar.title[:11]}…"
    yield f'<text x="1.2" y="{middle + 1.2:.2f}" {_TEXT}>{escape(title)}</text>'
    left, right = (
        _place(bar.first, first, last),
        _place(date.fromordinal(bar.last.toordinal() + 1), first, last),
    )
    yield f'<rect x="{left}" y="{middle - 1.1:.2f}" width="{max(right - left, 1):.2f}" height="2.2" fill="{_PALE}"/>'
    for day, done in bar.marks:
        across = _place(day, first, last) + 0.4
        fill = _INK if done else "#fff"
        yield (
            f'<path d="M{across:.2f} {middle - 1.5:.2f}l1.5 1.5l-1.5 1.5l-1.5 -1.5z" fill="{fill}" '
            f'stroke="{_INK}" stroke-width="0.25"/>'
        )
