"""What can be wrong with a finished PDF though nothing complained while it was made; looked for in the file itself."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from pypdf import PdfReader

from site_builder.render.typeset import INVISIBLE

MM = 72 / 25.4
_RIM = 4 * MM
"""No printer reaches further out than this."""
_SIZES = {(595, 842), (842, 595), (1191, 842), (842, 1191)}
"""A4 and A3, upright and turned, in points."""
_RADICALS = range(0x2E80, 0x2FE0)
_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕％%—…·～”’")
_NEVER_LAST = frozenset("（《「『【〔“‘")


def faults(content: bytes) -> list[str]:
    """All that is wrong with a PDF, a sentence each; an empty list is what one wants."""
    found = list(_of_the_file(PdfReader(BytesIO(content))))
    with pdfplumber.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            found += [f"page {number}: {fault}" for fault in _of_a_page(page)]
        found += [f"page {number}: {fault}" for number, fault in _between_pages(pdf.pages)]
    return found


def _of_the_file(reader: PdfReader) -> Iterator[str]:
    catalog: Any = reader.trailer["/Root"]
    packet = catalog["/Metadata"].get_data().decode()
    for claim in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"'):
        if claim not in packet:
            yield f"it does not say {claim}"
    if not catalog.get("/Lang") or not catalog["/ViewerPreferences"]["/DisplayDocTitle"]:
        yield "it names no language or hides its title"
    if not reader.metadata or not reader.metadata.title:
        yield "it has no title"
    if not catalog.get("/AF"):
        yield "its data does not travel with it"
    yield from (
        f"bookmark {one!r} holds signs nobody sees"
        for one in _bookmarks(reader.outline)
        if one != one.translate(INVISIBLE)
    )


def _bookmarks(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _bookmarks(item)
        else:
            yield str(item.title)


def _of_a_page(page: Any) -> Iterator[str]:
    if (round(page.width), round(page.height)) not in _SIZES:
        yield f"it is neither A4 nor A3 but {page.width:.0f} by {page.height:.0f}"
    said = [c for c in page.chars if c["mcid"] is not None and c["text"].strip()]
    if len(said) < 12:
        yield "it is blank or nearly so"
    for c in page.chars:
        if not (
            c["x0"] >= _RIM
            and c["x1"] <= page.width - _RIM
            and c["top"] >= _RIM
            and c["bottom"] <= page.height - _RIM
        ):
            yield f"{c['text']!r} lies outside what a printer reaches"
        if ord(c["text"][0]) in _RADICALS or 0xE000 <= ord(c["text"][0]) < 0xF900:
            yield f"{c['text']!r} cannot be searched for"
    yield from _out_of_cells(page, said)
    yield from _over_each_other(said)
    yield from _broken_lines(said)


def _out_of_cells(page: Any, said: list[Any]) -> Iterator[str]:
    """Text that runs across the line at the side of its cell."""
    upright = [
        r for r in page.rects if r["height"] > 4 * MM and 15 * MM < r["width"] < page.width and r["width"] > 0
    ]
    sides = sorted({round(edge, 1) for r in upright for edge in (r["x0"], r["x1"])})
    spans = [(r["x0"], r["x1"], r["top"], r["bottom"]) for r in upright]
    for c in said:
        for side in sides:
            if c["x0"] + 1 < side < c["x1"] - 1 and any(
                abs(side - edge) < 0.2 and top < c["top"] and c["bottom"] < bottom
                for left, right, top, bottom in spans
                for edge in (left, right)
            ):
                yield f"{c['text']!r} lies on the side of a cell"


def _lines(said: list[Any]) -> list[list[Any]]:
    """The characters as they stand side by side."""
    lines: list[list[Any]] = []
    for c in said:
        if (
            lines
            and abs(lines[-1][-1]["top"] - c["top"]) < 0.5
            and 0 <= c["x0"] - lines[-1][-1]["x1"] + 1 < 12
        ):
            lines[-1].append(c)
        else:
            lines.append([c])
    return lines


def _over_each_other(said: list[Any]) -> Iterator[str]:
    for left, right in pairwise(said):
        same = abs(left["top"] - right["top"]) < 1 and left["size"] == right["size"]
        if same and left["x0"] < right["x0"] < left["x1"] - 0.6 * left["width"]:
            yield f"{left['text']!r} and {right['text']!r} lie over each other"


def _broken_lines(said: list[Any]) -> Iterator[str]:
    """Lines of a paragraph that begin or end with what may not stand there."""
    for above, below in pairwise(_lines(said)):
        follows = (
            0 < below[0]["top"] - above[0]["top"] < 2 * above[0]["size"]
            and below[0]["x0"] <= above[0]["x0"] + 1
        )
        if follows and above[0]["size"] == below[0]["size"]:
            if below[0]["text"] in _NEVER_FIRST and below[0]["text"] not in "—":
                yield f"a line begins with {below[0]['text']!r}: {''.join(c['text'] for c in below)[:12]}"
            if above[-1]["text"] in _NEVER_LAST:
                yield f"a line ends with {above[-1]['text']!r}"


def _between_pages(pages: list[Any]) -> Iterator[tuple[int, str]]:
    """A heading or a caption at the foot of a page, with what it heads on the next one."""
    for page in pages[:-1]:
        said = [c for c in page.chars if c["mcid"] is not None and c["text"].strip()]
        last = max(said, key=lambda c: (round(c["top"]), c["x0"]), default=None)
        if last is not None and "Sans" in last["fontname"]:
            yield page.page_number, f"a heading stands alone at its foot: …{last['text']}"
