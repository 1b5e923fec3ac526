"""Opens packed files, and bears whatever is wrong with them: archives, and the documents of every office suite."""

import io
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from site_builder.stages.attachments.leak import Leak

SIGN = b"PK\x03\x04"
LARGEST_PART = 8_000_000
"""Bytes that are unpacked of one part: what swells beyond that is not looked at."""


class Part(NamedTuple):
    """A file inside a packed one."""

    name: str
    content: bytes
    whole: bool
    """Whether that is all of it."""


def unpacked(content: bytes, most: int, largest: int) -> Iterator[Part | Leak]:
    """The parts one by one, at most so many and so many bytes together, and what kept us from seeing all of them."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            infos = packed.infolist()
            for info in infos[:most]:
                limit = min(LARGEST_PART, largest)
                with packed.open(info) as part:
                    found = part.read(limit + 1)
                yield Part(info.filename, found[:limit], len(found) <= limit)
                largest -= len(found)
                if largest <= 0:
                    break
            if len(infos) > most or largest <= 0:
                yield Leak("large")
    except (BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError):
        yield Leak("broken")
    except RuntimeError:  # how zipfile says that a password is asked for
        yield Leak("locked")
