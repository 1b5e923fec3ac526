"""What photographs say of where, when and by whom they were taken."""

import struct
import zlib
from collections.abc import Iterator

from site_builder.stages.attachments.leak import Leak

_PLACE, _CAMERA = 0x8825, 0x8769
_PEOPLE = frozenset({0x013B, 0x9C9D, 0xA430, 0xA431, 0xA435})
"""Artist, author, owner and serial number of the camera and of its lens."""
_MOST_TAGS = 512
_LARGEST = 4_000_000


def picture_leaks(content: bytes) -> Iterator[Leak]:
    """What the notes inside a JPEG, PNG or WebP give away, each sort once."""
    told: set[str] = set()
    for notes in _notes(content):
        for sort in _exif(notes) if notes[:4] in (b"II*\0", b"MM\0*") else _xmp(notes):
            if sort not in told:
                told.add(sort)
                yield Leak(sort)


def _notes(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\xff\xd8"):
        yield from _of_jpeg(content)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _of_png(content)
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        yield from _of_webp(content)


def _of_jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in (0xDA, 0xD9) or size < 2:
            return
        body = content[at + 4 : at + 2 + size]
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            yield body[6:]
        elif marker in (0xE1, 0xED):
            yield body
        at += 2 + size


def _of_png(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(content):
        size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + size]
        if name == b"eXIf":
            yield body
        elif name in (b"tEXt", b"iTXt", b"zTXt"):
            keyword, _, rest = body.partition(b"\0")
            yield keyword + b"\0" + (_inflated(rest[1:]) if name == b"zTXt" else rest)
            if name == b"iTXt" and rest[:1] == b"\x01":
                yield _inflated(rest[2:].split(b"\0", 2)[-1])
        at += 12 + size


def _of_webp(content: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(content):
        size, name = int.from_bytes(content[at + 4 : at + 8], "little"), content[at : at + 4]
        body = content[at + 8 : at + 8 + size]
        if name in (b"EXIF", b"XMP "):
            yield body.removeprefix(b"Exif\0\0")
        at += 8 + size + size % 2


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return b""


def _xmp(notes: bytes) -> Iterator[str]:
    if b"GPSLatitude" in notes or b"GPSCoordinates" in notes:
        yield "place"
    people = (
        b"dc:creator",
        b"photoshop:AuthorsPosition",
        b"aux:SerialNumber",
        b"aux:OwnerName",
        b"exifEX:BodySerial",
    )
    # 0x1C 0x02 0x50 begins the name of the author in the older notes of news agencies.
    if any(word in notes for word in people) or b"\x1c\x02P" in notes or notes.startswith(b"Author\0"):
        yield "photographer"


def _exif(notes: bytes) -> Iterator[str]:
    """What the tags say; whatever points outside of the notes is passed over."""
    order = "<" if notes[:2] == b"II" else ">"
    todo, seen, first = [int.from_bytes(notes[4:8], "little" if order == "<" else "big")], set[int](), True
    while todo:
        at = todo.pop()
        if at in seen or not 8 <= at <= len(notes) - 2:
            continue
        seen.add(at)
        (count,) = struct.unpack_from(f"{order}H", notes, at)
        for number in range(min(count, _MOST_TAGS)):
            place = at + 2 + 12 * number
            if place + 12 > len(notes):
                break
            tag, _, _, value = struct.unpack_from(f"{order}HHII", notes, place)
            if tag == _PLACE and _filled(notes, value, order):
                yield "place"
            elif tag in _PEOPLE:
                yield "photographer"
            elif tag == _CAMERA:
                todo.append(value)
        after = at + 2 + 12 * count
        if first and after + 4 <= len(notes) and any(notes[after : after + 4]):
            yield "thumbnail"
        first = False


def _filled(notes: bytes, at: int, order: str) -> bool:
    """Whether the notes on the place hold more than their version."""
    return at + 2 <= len(notes) and struct.unpack_from(f"{order}H", notes, at)[0] > 1
