"""What the documents of one process share: the faces, and the stylesheet as the engine has read it, each read once."""

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from site_builder.model.words import Words
from site_builder.render.complaints import LOG, PrintError, no_complaints
from site_builder.render.tree import as_tree

SCHEME = "asset:"
"""A page names what it shows as ``asset:NAME``; other addresses are refused."""

SERIES = "70."
"""The versions of WeasyPrint whose inside is known; with any other, whatever reaches into it is left out."""
_SETTING = "FONTCONFIG_FILE"
_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>{}<cachedir>{}</cachedir></fontconfig>"""


@dataclass(frozen=True, slots=True)
class Press:
    """The engine, ready to print."""

    fonts: Any
    stylesheet: Any
    inside: Callable[[], AbstractContextManager[Any]]
    """Within this, the engine works in our ways: with full lines, and without doing things twice; if it is known."""
    known: bool
    """Whether the engine is one whose inside is known."""


@cache
def faces(folder: str) -> Any:
    """The engine's view of the faces in `folder`, or several, and of no others: fontconfig is told of nothing else."""
    folders = folder.split(os.pathsep)
    if not any(entry.suffix == ".ttf" for entry in Path(folders[0]).iterdir()):
        raise PrintError(Words(f"字体文件夹中没有字体：{folder}", f"there are no faces in {folder}"))
    before = os.environ.get(_SETTING)
    with tempfile.TemporaryDirectory(prefix="faces-") as private:
        file = Path(private, "fonts.conf")
        places = "".join(f"<dir>{escape(one)}</dir>" for one in folders)
        # As the system spells the folder, whatever characters this process believes it knows.
        file.write_bytes(os.fsencode(_SETTINGS.format(places, escape(private))))
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
def press(faces_folder: str, style: str) -> Press:
    """The engine with these faces and this stylesheet."""
    fonts = faces(faces_folder)
    from weasyprint import CSS, VERSION

    known = VERSION.startswith(SERIES)
    inside: Callable[[], AbstractContextManager[Any]] = nullcontext
    if known:
        from site_builder.render.inside import ways as ours

        inside, style = ours.our_ways, style + ours.STYLE
    # A complaint about the stylesheet is raised, and so not cached: the next sheet must not pass where this one fails.
    with no_complaints():
        return Press(fonts, CSS(string=style, font_config=fonts, url_fetcher=shelf({})), inside, known)


def page_of(html: str, assets: Mapping[str, bytes], ready: Press) -> Any:
    """The page as the engine has read it."""
    from weasyprint import HTML

    tree = as_tree(html) if ready.known else None
    page = HTML(string=html if tree is None else "<p>", url_fetcher=shelf(assets))
    if tree is not None:
        page.wrapper_element = type(page.wrapper_element).from_html_root(tree, content_language=None)
        page.etree_element = page.wrapper_element.etree_element
    return page


def shelf(assets: Mapping[str, bytes]) -> Any:
    """A fetcher that hands out `assets` and nothing else; what it refuses counts as a complaint of the engine."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]  # the engine is not typed
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            name = unquote(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else ""
            if name not in assets:
                # Said through the log, because the engine swallows what is raised inside a drawing.
                LOG.error("not among the pictures of this sheet: %s", url)
                raise ValueError(url)
            kind = "image/svg+xml" if name.endswith(".svg") else "application/octet-stream"
            return URLFetcherResponse(url, assets[name], {"Content-Type": kind})

    return Shelf()
