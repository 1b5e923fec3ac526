"""Looks into a file that is offered for download, by what its content is and not by its name."""

import io
import zlib
from collections.abc import Iterator, Set
from zipfile import BadZipFile, ZipFile

from site_builder.stages.attachments.leak import Leak
from site_builder.stages.attachments.office import LARGEST_PART, SIGN, office_leaks
from site_builder.stages.attachments.pdf import pdf_leaks
from site_builder.stages.attachments.pictures import picture_leaks
from site_builder.stages.attachments.tables import csv_leaks

MOST = 20
"""Leaks that are told of a file."""
_MOST_PACKED = 50
"""Files inside an archive that are looked into."""
_OLD = b"\xd0\xcf\x11\xe0"


def leaks(name: str, content: bytes, official: Set[str]) -> tuple[Leak, ...]:
    """Everything a file gives away; `official` are the numbers that are the institution's own."""
    found = _leaks(name, content, official)
    return tuple(leak for leak, _ in zip(found, range(MOST), strict=False))


def _leaks(name: str, content: bytes, official: Set[str]) -> Iterator[Leak]:
    suffix = name.rpartition(".")[2].lower()
    if content.startswith(_OLD):
        yield Leak("old")
    elif content.startswith(SIGN) and suffix == "zip":
        yield from _of_archive(content, official)
    elif suffix in ("xlsx", "docx", "pptx", "ods", "odt"):
        yield from office_leaks(content, official)
    elif suffix == "pdf":
        yield from pdf_leaks(content)
    elif suffix in ("jpg", "jpeg", "png", "webp"):
        yield from picture_leaks(content)
    elif suffix in ("csv", "txt", "json"):
        yield from csv_leaks(content, official)


def _of_archive(content: bytes, official: Set[str]) -> Iterator[Leak]:
    """The files in an archive, not those in archives inside it."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            infos = packed.infolist()
            for info in infos[:_MOST_PACKED]:
                with packed.open(info) as part:
                    inner = part.read(LARGEST_PART + 1)
                if len(inner) > LARGEST_PART or info.filename.lower().endswith(".zip"):
                    yield Leak("large")
                else:
                    yield from _leaks(info.filename, inner, official)
            if len(infos) > _MOST_PACKED:
                yield Leak("large")
    except (BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError):
        yield Leak("broken")
    except RuntimeError:
        yield Leak("locked")
