"""Prints a page to PDF; with `press`, which readies the engine, and `inside`, the only module that knows WeasyPrint.

The file is tagged, keeps PDF/A-3a and PDF/UA-1 at once, and is the same byte for byte for the same input, whatever the
machine's fonts, clock, folder or language are. Nothing is fetched from the network or from disk but the bundled faces,
and whatever the engine complains about stops the sheet.
"""

import gc
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock
from typing import Any

from site_builder.fonts import FACES, ROLES
from site_builder.fonts.coverage import missing
from site_builder.model.words import Words
from site_builder.render.complaints import LOG, PrintError, no_complaints
from site_builder.render.conformance import make_conform, private_links
from site_builder.render.edition import Edition, fitted
from site_builder.render.markup import printed
from site_builder.render.outlines import only_what_is_drawn
from site_builder.render.press import Press, page_of, press
from site_builder.render.settled import settle
from site_builder.render.typeset import INVISIBLE

VARIANT = "pdf/a-3a"
_ONE_AT_A_TIME = Lock()
"""Pango corrupts its memory when two threads lay out text together; processes are free to."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that travels inside the PDF: the data that the sheet shows."""

    name: str
    content: bytes
    about: str
    whole: bool
    """Whether the sheet was made from it; else it holds a part of the same in another form."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the file says about itself, for catalogues, screen readers and the title bar of the viewer."""

    title: str
    language: str
    """The tag that the page carries as well: ``zh-CN``."""
    author: str
    """The institution that answers for the paper."""
    subject: str
    keywords: tuple[str, ...]
    created: date
    """The date of the record, never today's."""
    carried: tuple[Carried, ...] = ()
    edition: Edition | None = None
    """For the notice board: how large the paper is."""


def print_sheet(
    html: str, style: str, assets: Mapping[str, bytes], faces_folder: str, details: Details
) -> bytes:
    """The page `html`, styled by `style`, as a PDF.

    `assets` are the pictures by name; `faces_folder` holds the bundled faces and no other file of fonts;
    a folder with faces of the site's own may follow, parted as in a search path. Raises
    PrintError where a character has no glyph, a picture is missing, or the engine complains of anything.
    """
    if absent := missing(printed(html).translate(INVISIBLE)):
        signs = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(absent))
        raise PrintError(
            Words(f"随附字体中没有这些字：{signs}", f"no bundled face has these characters: {signs}")
        )
    with _ONE_AT_A_TIME, _uncollected():
        ready = press(faces_folder, style)
        with no_complaints(), ready.inside():
            return _write(ready, html, assets, details)


def _write(ready: Press, html: str, assets: Mapping[str, bytes], details: Details) -> bytes:
    document = _laid_out(ready, html, assets, details.edition)
    zoom = details.edition.zoom if details.edition else 1.0
    if document.metadata.lang != details.language:
        LOG.error("the page says lang=%r, its details %r", document.metadata.lang, details.language)
    document.metadata = _metadata(details)

    def finish(document: Any, pdf: Any) -> None:
        _finish(document, pdf, zoom)
        if ready.known:
            only_what_is_drawn(pdf)
            settle(pdf)

    with warnings.catch_warnings():
        # The engine opens its colour profile and leaves the closing to Python.
        warnings.simplefilter("ignore", ResourceWarning)
        return bytes(document.write_pdf(zoom=zoom, finisher=finish, pdf_variant=VARIANT))


def _laid_out(ready: Press, html: str, assets: Mapping[str, bytes], edition: Edition | None) -> Any:
    from weasyprint import CSS

    def lay_out(style: str = "") -> Any:
        more = [CSS(string=style)] if style else []
        page = page_of(html, assets, ready)
        return page.render(ready.fonts, stylesheets=[ready.stylesheet, *more], pdf_variant=VARIANT)

    return fitted(lay_out) if edition else lay_out()


def _metadata(details: Details) -> Any:
    from weasyprint import Attachment
    from weasyprint.document import DocumentMetadata

    day = datetime.combine(details.created, datetime.min.time())
    return DocumentMetadata(
        title=details.title,
        authors=[details.author],
        description=details.subject,
        keywords=list(details.keywords),
        created=details.created.isoformat(),
        lang=details.language,
        attachments=[
            Attachment(
                string=one.content,
                name=one.name,
                description=one.about,
                created=day,
                modified=day,
                relationship="Source" if one.whole else "Data",
            )
            for one in details.carried
        ],
    )


def _finish(document: Any, pdf: Any, zoom: float) -> None:
    """The last word before the file is written: mends the tree and looks for what must not be in it."""
    make_conform(pdf, zoom)
    known = {face.family for face in (*FACES, *ROLES.values())}
    for family in {font.family for font in document.fonts.values()} - known:
        LOG.error("a face that is neither bundled nor the site's own: %s", family)
    for address in private_links(pdf):
        LOG.error("a link that leads nowhere from paper: %s", address)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets the garbage collector rest; looking through the boxes of a document again and again costs a tenth.

    Where it rests for good, as in a worker, what was a document is taken away at the end: its parts hold one another,
    and a hundred of them would stay in memory.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
        else:
            gc.collect(0)
