"""What a PDF says of its author, and what it carries along; `pages` reads what stands on its pages."""

import re
import zlib
from collections.abc import Iterator

from site_builder.stages.attachments.leak import Leak, author

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 600
"""Bytes before a packed part in which is said what it is."""
_NAMED = re.compile(rb"/Author\s*(\((?:[^()\\]|\\.){0,500}\)|<[0-9A-Fa-f\s]{0,2000}>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator>.{0,400}?<rdf:li[^<>]{0,200}>([^<]{1,200})</rdf:li>", re.DOTALL)
_CARRIED = re.compile(rb"/EmbeddedFiles?\b|/Type\s*/Filespec\b[^>]{0,300}/EF\b")
_SCRIPT = re.compile(rb"/JavaScript\b|/S\s*/JS\b")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LARGEST = 4_000_000
_MOST = 400
"""Packed lists of objects that are unpacked."""


def pdf_leaks(content: bytes) -> Iterator[Leak]:
    """The author in the document's properties, and embedded files and scripts."""
    if not content[:1024].lstrip().startswith(b"%PDF"):
        yield Leak("broken")
        return
    if b"/Encrypt" in content:
        yield Leak("locked")
    plain = [content, *_unpacked(content)]
    names = [_text(found[1]) for part in plain for found in _NAMED.finditer(part)]
    names += [found[1].decode("utf-8", "replace") for part in plain for found in _CREATOR.finditer(part)]
    if leaks := [leak for name in dict.fromkeys(names) for leak in author(name, "pdf-author")]:
        yield leaks[0]
    if any(_CARRIED.search(part) for part in plain):
        yield Leak("embedded")
    if any(_SCRIPT.search(part) for part in plain):
        yield Leak("script")


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The packed lists of objects and the packed properties; pictures and pages stay packed."""
    unpacked = 0
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - _HEAD) : found.start()].rpartition(b"obj")[2]
        if b"/ObjStm" not in head and b"/Metadata" not in head:
            continue
        end = content.find(b"endstream", found.end(), found.end() + _LARGEST)
        packed = content[found.end() : end if end > 0 else found.end() + _LARGEST]
        unpacked += 1
        try:
            yield zlib.decompressobj().decompress(packed, _LARGEST)
        except zlib.error:
            continue
        if unpacked >= _MOST:
            return


def _text(written: bytes) -> str:
    """A text as PDF writes it, between parentheses or in hexadecimal."""
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        raw = _ESCAPE.sub(_sign, written[1:-1])
    return (
        raw.decode("utf-16", "replace")
        if raw[:2] in (b"\xfe\xff", b"\xff\xfe")
        else raw.decode("utf-8", "replace")
    )


def _sign(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & 255])
    return b"" if escaped.strip() == b"" else _SIGNS.get(escaped, escaped)
