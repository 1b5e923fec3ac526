"""Charts as drawings inside the page: made where the page is made, coloured by classes alone, readable without them.

Lengths are shares of the width and letters keep their size, so a chart fits a phone as well as a desk. A chart has a
title and a description; the figures themselves stand in the table beside it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

Figure = Decimal | int | None
BarRow = tuple[str, str, Sequence[Figure]]
"""What the bar is called, what is written at its end, its figures."""

LINE = 24
"""Pixels from one line of letters to the next."""
THICK, THIN = 16, 6
"""Of a bar, and of the bar inside it."""
ROW = LINE + THICK + 14
PLOT = 130
"""Height of the field of a curve."""
LONGEST = 30
"""Narrow letters that a label may take beside its figure on a phone; a Chinese letter takes two."""
MOST = 60
"""Points of a curve; more cannot be told apart."""


def bars(
    rows: Iterable[BarRow], id: str, title: str, about: str, legend: Sequence[str] = (), whole: Figure = None
) -> Markup:
    """A bar a row; the second figure is drawn inside the first, the third as a stroke across it.

    The longest fills the width, or, where they are parts of a whole, the whole does.
    """
    rows = tuple(rows)
    longest = max((figure or 0 for _, _, figures in rows for figure in figures), default=0)
    longest = max(longest, whole or 0)
    if longest <= 0:
        return Markup("")
    top = LINE * bool(legend)
    drawn = (part for n, row in enumerate(rows) for part in _row(row, top + n * ROW, Decimal(longest)))
    return _drawing(id, title, about, top + ROW * len(rows), (*_legend(legend), *drawn))


def curve(points: Iterable[tuple[str, str, Figure]], id: str, title: str, about: str) -> Markup:
    """A line from point to point: what each is called, how its figure is written, and the figure."""
    known = tuple((label, text, Decimal(figure)) for label, text, figure in points if figure is not None)
    highest = max((figure for _, _, figure in known), default=Decimal(0))
    if not 2 <= len(known) <= MOST or highest <= 0 or min(figure for _, _, figure in known) < 0:
        return Markup("")
    step = Decimal(96) / (len(known) - 1)
    spots = tuple(
        (2 + n * step, LINE + PLOT * (1 - figure / highest)) for n, (_, _, figure) in enumerate(known)
    )
    top = next(text for _, text, figure in known if figure == highest)
    path = " ".join(f"{_short(x)},{_short(100 * (y - LINE) / PLOT)}" for x, y in spots)
    parts = [
        Markup('<line class="grid" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(height)
        for height in (LINE, LINE + PLOT)
    ]
    parts.append(_text(top, LINE - 10))
    parts.append(
        Markup(
            '<svg y="{}" width="100%" height="{}" viewBox="0 0 100 100" preserveAspectRatio="none">'
            '<polyline class="curve" points="{}" vector-effect="non-scaling-stroke"/></svg>'
        ).format(LINE, PLOT, path)
    )
    for (x, y), (label, text, _) in zip(spots, known, strict=True):
        dot = Markup('<circle class="dot" cx="{}%" cy="{}" r="4"><title>{} {}</title></circle>')
        parts.append(dot.format(_short(x), _short(y), label, text))
    low = LINE + PLOT + 18
    return _drawing(
        id, title, about, low + 6, (*parts, _text(known[0][0], low), _text(known[-1][0], low, end=True))
    )


def _drawing(id: str, title: str, about: str, height: int, parts: Iterable[Markup]) -> Markup:
    head = Markup(
        '<svg class="chart" role="img" aria-labelledby="{0} {0}_about" width="100%" height="{1}">'
        '<title id="{0}">{2}</title><desc id="{0}_about">{3}</desc>'
    ).format(id, height, title, about)
    return head + Markup("").join(parts) + Markup("</svg>")


def _row(row: BarRow, top: int, longest: Decimal) -> Iterator[Markup]:
    label, text, figures = row
    yield _text(_cut(label), top + 17)
    yield _text(text, top + 17, end=True)
    low = top + LINE
    yield Markup('<rect class="track" y="{}" width="100%" height="{}"/>').format(low, THICK)
    shares = [_short(100 * max(Decimal(figure or 0), Decimal(0)) / longest) for figure in figures]
    for n, share in enumerate(shares[:2]):
        inner = (THICK - THIN) // 2 * n
        bar = Markup('<rect class="{}" y="{}" width="{}%" height="{}"/>')
        yield bar.format(_class(n, len(shares)), low + inner, share, THICK - 2 * inner)
    for share in shares[2:]:
        stroke = Markup('<line class="mark-at" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>')
        yield stroke.format(share, low - 3, low + THICK + 3)


def _legend(names: Sequence[str]) -> Iterator[Markup]:
    for n, name in enumerate(names):
        at = _short(Decimal(100 * n) / len(names))
        if n < 2:
            sign = Markup('<rect class="{}" x="{}%" y="4" width="14" height="12"/>')
            yield sign.format(_class(n, len(names)), at)
        else:
            yield Markup(
                '<svg x="{}%" width="14" height="20"><path class="mark-at" d="M7 2v16"/></svg>'
            ).format(at)
        yield Markup('<text x="{}%" dx="20" y="15">{}</text>').format(at, name)


def _class(number: int, of: int) -> str:
    return "bar-whole" if number == 0 and of > 1 else "bar"


def _text(text: str, height: int, end: bool = False) -> Markup:
    place = ' x="100%" text-anchor="end"' if end else ""
    return Markup('<text{} y="{}">{}</text>').format(Markup(place), height, text)  # noqa: S704 - one of two


def _cut(label: str) -> str:
    """A label that does not run into the figure beside it."""
    taken = 0
    for n, letter in enumerate(label):
        taken += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if taken > LONGEST:
            return label[:n].rstrip() + "…"
    return label


def _short(value: Decimal) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
