"""What documents of Office, WPS and LibreOffice hold besides what they show: all are packed folders of XML."""

import re
from collections.abc import Iterator, Set
from html import unescape

from site_builder.stages.attachments.leak import Leak, author
from site_builder.stages.attachments.packed import unpacked
from site_builder.stages.attachments.pictures import picture_leaks
from site_builder.stages.attachments.sheets import cells_of, hidden_parts, inside
from site_builder.stages.attachments.tables import table_leaks, text_leaks

MOST_PARTS = 2_000
LARGEST_WHOLE = 64_000_000
"""Bytes that are unpacked of one file."""

_PEOPLE = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|meta:printed-by)>([^<]{1,200})</"
)
_TEXT = re.compile(r"<(?:w:|a:|text:)?(?:t|p|span)(?: [^<>]*)?>([^<]+)")
_BLOCK = re.compile(r"</(?:w:p|a:p|text:p|w:tc|text:h|table:table-cell)>")
_TABLES = (("w:tr", "w:tc"), ("a:tr", "a:tc"), ("table:table-row", "table:table-cell"))
"""What rows and cells are called in texts, slides and open documents."""
_TAG = re.compile(r"<[^<>]*>")

_BY_NAME = (
    (re.compile(r"vbaProject\.bin$|^Basic/.*\.xml$|^Scripts/"), "macro"),
    (re.compile(r"/embeddings/|^Object \d+/|/activeX/"), "embedded"),
    (re.compile(r"/pivotCache/pivotCacheRecords"), "cache"),
    (re.compile(r"/externalLinks/externalLink"), "links"),
    (re.compile(r"/(?:comments|threadedComments)[^/]*/?[^/]*\.xml$"), "comments"),
)
_BY_TEXT = (
    (re.compile(r"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange) |<text:changed-region"), "changes"),
    (re.compile(r"<office:annotation[ >]"), "comments"),
    (re.compile(r"<w:vanish/>|<w:vanish w:val=\"(?:true|1|on)\""), "hidden-text"),
    (re.compile(r"<p:sld [^<>]*show=\"0\""), "slide"),
    (re.compile(r"table:visibility=\"(?:collapse|filter)\""), "rows"),
    (re.compile(r"<style:table-properties [^<>]*table:display=\"false\""), "sheet"),
)


def office_leaks(content: bytes, official: Set[str]) -> Iterator[Leak]:
    """What a packed document gives away, each sort once."""
    parts: dict[str, bytes] = {}
    whole = True
    for part in unpacked(content, MOST_PARTS, LARGEST_WHOLE):
        if isinstance(part, Leak) and part.sort != "large":
            yield part
            return
        whole = whole and not isinstance(part, Leak) and part.whole
        parts |= {} if isinstance(part, Leak) else {part.name: part.content}
    if not whole:
        yield Leak("large")
    told: set[tuple[str, str]] = set()
    for leak in _every(parts, official):
        if (leak.sort, leak.found) not in told and (
            leak.found or leak.sort not in {sort for sort, _ in told}
        ):
            told.add((leak.sort, leak.found))
            yield leak


def _every(parts: dict[str, bytes], official: Set[str]) -> Iterator[Leak]:
    for name, content in parts.items():
        yield from (Leak(sort) for pattern, sort in _BY_NAME if pattern.search(name))
        if name.lower().endswith((".jpg", ".jpeg", ".png", ".webp")):
            yield from picture_leaks(content)
        elif name.endswith(".xml") and not name.endswith("styles.xml"):
            yield from _of_text(name, content.decode("utf-8", "replace"), official)
    yield from hidden_parts(parts)
    for lines in cells_of(parts):
        yield from text_leaks((cell for row in lines for cell in row), official)
        yield from table_leaks(lines)


def _of_text(name: str, text: str, official: Set[str]) -> Iterator[Leak]:
    yield from (Leak(sort) for pattern, sort in _BY_TEXT if pattern.search(text))
    if name.endswith(("core.xml", "app.xml", "meta.xml")):
        for found in dict.fromkeys(_PEOPLE.findall(text)):
            yield from author(unescape(found))
    if "notesSlide" in name and sum(map(len, _TEXT.findall(text))) > 4:  # its own number always stands there
        yield Leak("notes")
    if not name.startswith("xl/"):
        blocks = ("".join(_TEXT.findall(block)) for block in _BLOCK.split(text))
        yield from text_leaks((unescape(block) for block in blocks), official)
        for row, cell in _TABLES:
            rows = [[_TAG.sub("", one) for _, one in inside(body, cell)] for _, body in inside(text, row)]
            yield from table_leaks(rows)
