"""Reads records from disk, in this process or in workers, into a form that can be kept and sent: bytes."""

from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from site_builder.catalogue import catalogue
from site_builder.edge.project import Wanted, read_bytes, unreadable
from site_builder.model.corpus import Entry, Reference
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Document, Source
from site_builder.model.spot import Spot
from site_builder.stages.decode import decode
from site_builder.stages.limits import LARGEST_TABLE
from site_builder.stages.parse import parse


class Taken(msgspec.Struct, frozen=True):
    """A record as it was read: packed, so that it can be kept on disk and sent between processes cheaply."""

    path: str
    kind: str
    id: str
    signature: tuple[int, ...]
    content: str
    """The digest of what was read."""
    packed: bytes
    """The record, its digest, its references and its spots."""
    reads: tuple[str, ...] | None = None
    """What of the other records was read to find nothing wrong in it; None as long as it has to be judged."""


def take_in(root: Path, wanted: Iterable[Wanted]) -> tuple[tuple[Taken, ...], tuple[Problem, ...]]:
    """Every record that could be read, and everything that is wrong with the others."""
    taken: list[Taken] = []
    problems: list[Problem] = []
    for one in wanted:
        found, faults = _take(root, one)
        problems += faults
        if found is not None:
            taken.append(found)
    return tuple(taken), tuple(problems)


def _take(root: Path, wanted: Wanted) -> tuple[Taken | None, tuple[Problem, ...]]:
    try:
        document, problems, content = read_document(root, wanted)
    except OSError as error:
        return None, (unreadable(wanted.path, error),)
    if document is None:
        return None, problems
    entry, faults = decode(document, catalogue().kinds[wanted.kind], wanted.id)
    if entry is None or problems:
        return None, (*problems, *faults)
    packed = msgspec.msgpack.encode((entry.record, entry.digest, entry.references, entry.spots))
    return Taken(wanted.path, wanted.kind, wanted.id, wanted.signature, content, packed), faults


def read_document(root: Path, wanted: Wanted) -> tuple[Document | None, tuple[Problem, ...], str]:
    """The tree of a record's file, for reading it or for finding a place in it, and the digest of what was read."""
    source = _source(root, wanted.path)
    rows = _source(root, wanted.table) if wanted.table else None
    document, problems = parse(source, rows)
    return document, problems, source.digest + (rows.digest if rows else "")


def content_digest(root: Path, wanted: Wanted) -> str:
    """The digest of a record's files as they are now; nothing when one of them cannot be read."""
    try:
        return "".join(_source(root, path).digest for path in (wanted.path, wanted.table) if path)
    except OSError:
        return ""


def _source(root: Path, path: str) -> Source:
    content = read_bytes(root, path, most=LARGEST_TABLE + 1)
    return Source(path, content, blake2b(content, digest_size=16).hexdigest())


def unpack(taken: Taken) -> Entry[Any]:
    """The record again."""
    record, digest, references, spots = _decoder(taken.kind).decode(taken.packed)
    return Entry(taken.kind, taken.id, record, digest, taken.path, references, spots)


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    packed: Any = tuple[catalogue().kinds[kind].record, str, tuple[Reference, ...], tuple[Spot, ...]]  # type: ignore[misc]
    return msgspec.msgpack.Decoder(packed)


def place_of(root: Path, wanted: Wanted, trail: tuple[str | int, ...], words: str = "") -> Location:
    """Where in its file a record says what stands at `trail`, or `words` in it; read again, for findings are few."""
    try:
        if words and len(trail) == 1 and (found := _in_plain_sight(root, wanted.path, str(trail[0]), words)):
            return found
        document = _read_again(root, wanted)
    except OSError:
        return Location(wanted.path)
    return document.locate(trail, words) if document else Location(wanted.path)


def _in_plain_sight(root: Path, path: str, field: str, words: str) -> Location | None:
    """The place of words in a text at the top of a record, found without parsing: old archives hold thousands."""
    content = read_bytes(root, path, most=LARGEST_TABLE + 1)
    try:
        text = content.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    begin = text.find("\n---\n", 3) if path.endswith(".md") else text.find(f"\n{field}: ")
    found = text.find(words, begin + 1)
    if begin < 0 or found < 0 or "\ufeff" in text:
        return None
    return Location(path, text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))


@lru_cache(maxsize=1)
def _read_again(root: Path, wanted: Wanted) -> Document | None:
    """The findings of one file come one after the other, and a long table takes its time to be read."""
    return read_document(root, wanted)[0]
