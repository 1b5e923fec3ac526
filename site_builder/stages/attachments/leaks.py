"""Looks into a file that is offered for download, by what its content is and not by its name."""

from collections.abc import Iterator, Set

from site_builder.stages.attachments.leak import Leak
from site_builder.stages.attachments.office import office_leaks
from site_builder.stages.attachments.packed import LARGEST_PART, SIGN, unpacked
from site_builder.stages.attachments.pages import Late, page_leaks
from site_builder.stages.attachments.pdf import pdf_leaks
from site_builder.stages.attachments.pictures import picture_leaks
from site_builder.stages.attachments.tables import csv_leaks

MOST = 20
"""Leaks that are told of a file."""
_MOST_PACKED = 50
"""Files inside an archive that are looked into."""
_OLD = b"\xd0\xcf\x11\xe0"


def leaks(name: str, content: bytes, official: Set[str], late: Late = lambda: False) -> tuple[Leak, ...]:
    """Everything a file gives away; `official` are the institution's own numbers, `late` says when to give up."""
    found = _leaks(name, content, official, late)
    return tuple(leak for leak, _ in zip(found, range(MOST), strict=False))


def _leaks(name: str, content: bytes, official: Set[str], late: Late) -> Iterator[Leak]:
    suffix = name.rpartition(".")[2].lower()
    if content.startswith(_OLD):
        yield Leak("old")
    elif content.startswith(SIGN) and suffix == "zip":
        yield from _of_archive(content, official, late)
    elif suffix in ("xlsx", "docx", "pptx", "ods", "odt"):
        yield from office_leaks(content, official)
    elif suffix == "pdf":
        yield from pdf_leaks(content)
        yield from page_leaks(content, official, late)
    elif suffix in ("jpg", "jpeg", "png", "webp"):
        yield from picture_leaks(content)
    elif suffix in ("csv", "txt", "json"):
        yield from csv_leaks(content, official)


def _of_archive(content: bytes, official: Set[str], late: Late) -> Iterator[Leak]:
    """The files in an archive, not those in archives inside it."""
    for part in unpacked(content, _MOST_PACKED, _MOST_PACKED * LARGEST_PART):
        if isinstance(part, Leak):
            yield part
        elif not part.whole or part.name.lower().endswith(".zip"):
            yield Leak("large")
        else:
            yield from _leaks(part.name, part.content, official, late)
