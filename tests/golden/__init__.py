"""What some sheets look like: their words, where each line stands, and a small picture of every page.

They are made from the small project, so that only templates, stylesheet, faces and engine change them. `make golden`
makes them anew; whoever does so looks at the pictures and commits what has changed together with the reason.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from site_builder.edge.assemble import Site, assemble
from site_builder.edge.load import load, scan_project
from site_builder.edge.memo import Memo
from site_builder.edge.pool import here
from site_builder.edge.project import walk
from site_builder.edge.wish import Wish
from site_builder.model.job import Artifact, Batch, Job
from site_builder.render.batch import render_batch
from site_builder.render.edition import BOARD_A3, Edition
from site_builder.render.sheet import render_board, render_sheet
from tests.small import SMALL

FOLDER = Path(__file__).parent / "sheets"
SHEETS: dict[str, tuple[str, Edition | None]] = {
    "official": ("plans/2026-spring", None),
    "letter": ("notices/milk", None),
    "posted": ("notices/milk", BOARD_A3),
    "turned": ("budgets/2026", None),
    "wall": ("schedules/2026-03", None),
    "dossier": ("tenders/lamps", None),
    "register": ("registers/meters", None),
    "fee-board": ("fees", None),
}
"""A sheet of each sort: a record of the small project, or a kind for its board."""

MM = 72 / 25.4
NEAR = 0.1
"""Millimetres by which a line may stand elsewhere."""
ALIKE = 0.004
"""The share of a picture's dots that may look otherwise: engines round, and the edges of characters are grey."""
_DOTS = 36
"""Dots of a picture in an inch: enough to see a line move, and a few kilobytes a page."""
_OTHERWISE = 64
"""Steps of grey, of 256, from which on a dot looks otherwise."""
_FINGERPRINT = re.compile("(指纹)[0-9a-f]{12}")
"""It changes with the words of the record, which stand here themselves."""


@cache
def site() -> Site:
    """The small project, as of a day of its own."""
    loaded = load(SMALL, scan_project(walk(SMALL)), Memo("", 0, {}), 0, date(2026, 4, 20), here)
    return assemble(Wish(SMALL, SMALL / "output", date(2026, 4, 20), pages=False), loaded)


@cache
def made(name: str) -> bytes:
    """A sheet of `SHEETS`."""
    record, edition = SHEETS[name]
    arrangement = site().arrangement
    entry = arrangement.corpus.find(*record.split("/")) if "/" in record else None
    inputs: Any = (
        arrangement.sheet_of(entry, edition)
        if entry is not None
        else arrangement.board_of(arrangement.catalogue.kinds[record], edition)
    )
    job = Job("it.pdf", render_board if entry is None else render_sheet, inputs, "")
    (result,) = render_batch(Batch((job,), site().kit))
    assert isinstance(result, Artifact), result.message("en")
    return result.content


def lines(content: bytes) -> Iterator[str]:
    """Every line of every page: page, left, top and right in millimetres, size in points, words."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            chars = [c for c in page.chars if c["text"].strip()]
            for _, row in groupby(chars, key=lambda c: (round(c["top"]), round(c["size"], 1))):
                line = list(row)
                left, right = min(c["x0"] for c in line), max(c["x1"] for c in line)
                where = "\t".join(f"{edge / MM:.2f}" for edge in (left, line[0]["top"], right))
                words = _FINGERPRINT.sub(r"\1…", "".join(c["text"] for c in line))
                yield f"{page.page_number}\t{where}\t{line[0]['size']:.1f}\t{words}"


def pictures(content: bytes) -> list[Image.Image]:
    """Every page in sixteen steps of grey."""
    document = pypdfium2.PdfDocument(content)
    pages = [page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L") for page in document]
    return [page.point(lambda grey: grey // 16 * 17) for page in pages]


def otherwise(one: Image.Image, other: Image.Image) -> float:
    """The share of dots in which two pictures differ; all of them where they are not of one size."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one, other).histogram()
    return float(sum(counts[_OTHERWISE:])) / (one.width * one.height)


def kept_lines(name: str) -> list[str]:
    """The lines of a sheet when it was last made anew."""
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def kept_pictures(name: str) -> list[Image.Image]:
    """The pictures of its pages then."""
    files = sorted(FOLDER.glob(f"{name}-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    return [Image.open(BytesIO(one.read_bytes())) for one in files]
