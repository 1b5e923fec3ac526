"""Writes the objects of a PDF into a file; the engine would turn each into bytes twice, and squeezes them longer.

The list of where each object stands is written as differences from line to line: that takes it from a twentieth of the
file to next to nothing.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import md5
from typing import Any, Protocol

_LEVEL = 7
"""A hundredth larger than the smallest file, in half the time."""
_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
"""The second line says to whoever moves the file that it is not text."""


class Output(Protocol):
    """Where the file goes."""

    def write(self, content: bytes, /) -> Any:
        """Takes the next part."""
        ...


def settle(pdf: Any) -> None:
    """Has `pdf`, which WeasyPrint is about to write, written by this module."""
    pdf.write = partial(_write, pdf)


def _write(pdf: Any, output: Output, _version: str, _identifier: Any, _compress: bool) -> None:
    """Stands in for the engine's own way; every file has an identifier, and all in it is squeezed."""
    pdf.add_object(pdf.info)
    parts, places, packed = [_HEAD], {}, {}
    at, digest = len(_HEAD), md5(usedforsecurity=False)
    for item in pdf.objects:
        if item.free == "f":
            continue
        content = said(item)
        digest.update(content)
        if item.compressible:
            packed[item.number] = content
        else:
            places[item.number] = at
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (item.number, content))
            at += len(parts[-1])
    pack, here = len(pdf.objects), len(pdf.objects) + 1
    parts.append(_object(pack, _packed(packed)))
    places[pack], places[here] = at, at + len(parts[-1])
    rows = list(_rows(here + 1, places, packed, pack))
    name = digest.hexdigest().encode()
    known = {"Type": "/XRef", "Size": here + 1, "W": [1, 4, 4], "Root": pdf.catalog.reference}
    known |= {"Info": pdf.info.reference, "ID": [b"<%b>" % name, b"<%b>" % name]}
    known["DecodeParms"] = {"Predictor": 12, "Columns": 9}
    parts.append(_object(here, _squeezed(_differences(rows), known)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % places[here])
    for part in parts:
        output.write(part)


def said(item: Any) -> bytes:
    """The bytes of anything that stands in a PDF."""
    if isinstance(item, bytes):
        return item
    if isinstance(item, str):
        return item.encode("ascii")
    if isinstance(item, dict):
        return b"<<%b>>" % b"".join([b"/%b %b" % (key.encode(), said(value)) for key, value in item.items()])
    if isinstance(item, list):
        return b"[%b]" % b" ".join(map(said, item))
    if isinstance(item, float):
        return f"{item:f}".rstrip("0").removesuffix(".").encode()
    if hasattr(item, "stream"):
        return _squeezed(_joined(item.stream), item.extra) if item.compress else bytes(item.data)
    return bytes(item.data) if hasattr(item, "data") else str(item).encode("ascii")


def _joined(stream: Iterable[Any]) -> bytes:
    """What a page draws; between letters that stand as they should the engine writes how little they are moved."""
    items = map(said, stream)
    return b"\n".join([
        item.replace(b">0<", b"").replace(b">0.0<", b"") if item.endswith(b"] TJ") else item for item in items
    ])  # fmt: skip


def _squeezed(content: bytes, about: dict[str, Any]) -> bytes:
    small = zlib.compress(content, _LEVEL)
    return b"%b\nstream\n%b\nendstream" % (
        said(about | {"Filter": "/FlateDecode", "Length": len(small)}), small
    )  # fmt: skip


def _object(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def _packed(packed: dict[int, bytes]) -> bytes:
    """Objects in one stream: first the number and place of each."""
    at, numbers = 0, []
    for number, content in packed.items():
        numbers += [number, at]
        at += len(content) + 1
    head = " ".join(map(str, numbers)).encode()
    about = {"Type": "/ObjStm", "N": len(packed), "First": len(head) + 1}
    return _squeezed(b"\n".join((head, *packed.values())), about)


def _rows(count: int, places: dict[int, int], packed: dict[int, bytes], pack: int) -> Iterator[bytes]:
    """Of what sort each object is, and where it stands: in the file, or in the stream of objects."""
    order = {number: place for place, number in enumerate(packed)}
    for number in range(count):
        first, second, third = (
            (1, places[number], 0) if number in places else (2, pack, order.get(number, -1))
        )
        if third < 0:
            first, second, third = 0, 0, 65_535
        yield first.to_bytes(1) + second.to_bytes(4) + third.to_bytes(4)


def _differences(rows: Sequence[bytes]) -> bytes:
    """Each row less the one above it, with the mark that says so."""
    above = (bytes(len(rows[0])), *rows)
    return b"".join([
        b"\x02" + bytes([(low - high) & 255 for low, high in zip(row, over, strict=True)])
        for row, over in zip(rows, above, strict=False)
    ])  # fmt: skip
