"""Prints a page to PDF; the only module, with `justify`, that knows WeasyPrint.

The file is tagged, keeps PDF/A-3a and PDF/UA-1 at once, and is the same byte for byte for the same input, whatever the
machine's fonts, clock, folder or language are. Nothing is fetched from the network or from disk but the bundled faces,
and whatever the engine complains about stops the sheet: a wrong paper is worse than none.
"""

import gc
import logging
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote

from site_builder.fonts import FACES
from site_builder.fonts.coverage import missing
from site_builder.model.words import Words
from site_builder.render.conformance import make_conform, private_links
from site_builder.render.markup import printed
from site_builder.render.typeset import INVISIBLE

VARIANT = "pdf/a-3a"
SCHEME = "asset:"
"""A page names what it shows as ``asset:NAME``; other addresses are refused."""

_SERIES = "70."
"""The versions of WeasyPrint whose layout `justify` knows."""
_SETTING = "FONTCONFIG_FILE"
_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{}</dir><cachedir>{}</cachedir></fontconfig>"""
_LOG = logging.getLogger("weasyprint")
_ONE_AT_A_TIME = Lock()
"""Pango corrupts its memory when two threads lay out text together; processes are free to."""


class PrintError(Exception):
    """A sheet that cannot be printed as it should be; nothing of it is published."""

    def __init__(self, message: Words) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.en


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


def print_sheet(
    html: str, style: str, assets: Mapping[str, bytes], faces_folder: str, details: Details
) -> bytes:
    """The page `html`, styled by `style`, as a PDF.

    `assets` are the pictures by name; `faces_folder` holds the bundled faces and no other file of fonts. Raises
    PrintError where a character has no glyph, a picture is missing, or the engine complains of anything.
    """
    if absent := missing(printed(html).translate(INVISIBLE)):
        signs = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(absent))
        raise PrintError(
            Words(f"随附字体中没有这些字：{signs}", f"no bundled face has these characters: {signs}")
        )
    with _ONE_AT_A_TIME, _uncollected():
        press = _press(faces_folder, style)
        with _no_complaints():
            return _write(press, html, assets, details)


@dataclass(frozen=True, slots=True)
class _Press:
    """What the documents of one process share: the faces, and the stylesheet as the engine has read it."""

    fonts: Any
    stylesheet: Any
    lines: Callable[[], AbstractContextManager[None]]
    """Within this, lines of Chinese text are spread to the full width, if the engine is known well enough."""


@cache
def _faces(folder: str) -> Any:
    """The engine's view of the faces in `folder`, and of no others: fontconfig is told of this one folder only."""
    if not any(entry.suffix == ".ttf" for entry in Path(folder).iterdir()):
        raise PrintError(Words(f"字体文件夹中没有字体：{folder}", f"there are no faces in {folder}"))
    before = os.environ.get(_SETTING)
    with tempfile.TemporaryDirectory(prefix="faces-") as private:
        file = Path(private, "fonts.conf")
        # As the system spells the folder, whatever characters this process believes it knows.
        file.write_bytes(os.fsencode(_SETTINGS.format(escape(folder), escape(private))))
        os.environ[_SETTING] = str(file)
        try:
            # Imported here because it takes half a second, and because it must find the setting above.
            from weasyprint import HTML
            from weasyprint.text.fonts import FontConfiguration

            fonts = FontConfiguration()
            # Pango looks for a setting of its own when it first lays out text: it has to find the same one.
            HTML(string="<p lang=zh>.").render(fonts)
            return fonts
        finally:
            os.environ.pop(_SETTING) if before is None else os.environ.update({_SETTING: before})


@cache
def _press(faces_folder: str, style: str) -> _Press:
    fonts = _faces(faces_folder)
    from weasyprint import CSS, VERSION

    lines: Callable[[], AbstractContextManager[None]] = nullcontext
    if VERSION.startswith(_SERIES):
        from site_builder.render import justify

        lines, style = justify.full_lines, style + justify.STYLE
    # A complaint about the stylesheet is raised, and so not cached: the next sheet must not pass where this one fails.
    with _no_complaints():
        return _Press(fonts, CSS(string=style, font_config=fonts, url_fetcher=_shelf({})), lines)


def _shelf(assets: Mapping[str, bytes]) -> Any:
    """A fetcher that hands out `assets` and nothing else; what it refuses counts as a complaint of the engine."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]  # the engine is not typed
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            name = unquote(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else ""
            if name not in assets:
                # Said through the log, because the engine swallows what is raised inside a drawing.
                _LOG.error("not among the pictures of this sheet: %s", url)
                raise ValueError(url)
            kind = "image/svg+xml" if name.endswith(".svg") else "application/octet-stream"
            return URLFetcherResponse(url, assets[name], {"Content-Type": kind})

    return Shelf()


def _write(press: _Press, html: str, assets: Mapping[str, bytes], details: Details) -> bytes:
    from weasyprint import HTML
    from weasyprint.document import DocumentMetadata

    page = HTML(string=html, url_fetcher=_shelf(assets))
    with press.lines():
        document = page.render(press.fonts, stylesheets=[press.stylesheet], pdf_variant=VARIANT)
    if document.metadata.lang != details.language:
        _LOG.error("the page says lang=%r, its details %r", document.metadata.lang, details.language)
    document.metadata = DocumentMetadata(
        title=details.title,
        authors=[details.author],
        description=details.subject,
        keywords=list(details.keywords),
        created=details.created.isoformat(),
        lang=details.language,
    )
    with warnings.catch_warnings():
        # The engine opens its colour profile and leaves the closing to Python.
        warnings.simplefilter("ignore", ResourceWarning)
        return bytes(document.write_pdf(finisher=_finish, pdf_variant=VARIANT))


def _finish(document: Any, pdf: Any) -> None:
    """The last word before the file is written: mends the tree and looks for what must not be in it."""
    make_conform(pdf)
    for family in {font.family for font in document.fonts.values()} - {face.family for face in FACES}:
        _LOG.error("a face that is not bundled: %s", family)
    for address in private_links(pdf):
        _LOG.error("a link that leads nowhere from paper: %s", address)


class _Complaints(logging.Handler):
    """Keeps what the engine says, because it says it in a log and prints on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the text of `record`."""
        self.said.append(record.getMessage())


@contextmanager
def _no_complaints() -> Iterator[None]:
    """Raises PrintError at the end if the engine has warned of anything meanwhile."""
    handler, loggers = _Complaints(), [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
    try:
        yield
    except RecursionError:
        handler.said.append("it is nested too deeply")
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
    if handler.said:
        said = "; ".join(dict.fromkeys(handler.said))
        raise PrintError(Words(f"排版时发现问题：{said}", f"the page cannot be printed cleanly: {said}"))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets the garbage collector rest; looking through the boxes of a document again and again costs a tenth."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
