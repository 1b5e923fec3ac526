"""What a published tree holds, remembered beside it, so that the next build knows what is ours and what is unchanged.

Each tree has a manifest of its own, named by the inode of the tree's top folder. So the manifest of a new tree is
written before that tree is published and becomes the valid one by the same single step that publishes the tree:
there is no moment at which the two disagree, and nothing of ours has to lie inside the output folder.

A manifest is only ever a hint that saves work. One that is damaged or lost is as good as none, and whatever it says
of a file counts only while the file still carries the recorded signs; otherwise the content decides.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

Sign = tuple[int, int, int]
"""By which a folder is known again: inode, time of modification, time of change."""

NO_SIGN: Sign = (0, 0, 0)
"""The sign of no folder: whoever has it is looked through."""

_MAGIC = b"site-builder 1\n"
_CHECK = 32

T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One published file: what it was made from, what is in it, and how the disk shows that nobody touched it."""

    key: str
    """The key of the job that made it."""
    digest: str
    """SHA-256 of the content, in hexadecimal."""
    size: int
    """In bytes; -1 where it is not known."""
    mtime: int = 0
    ctime: int = 0
    """Nobody can set this one back, so a change that keeps size and time is seen too."""
    inode: int = 0


class Manifest(msgspec.Struct, frozen=True, array_like=True):
    """Everything in one tree."""

    tree: int = 0
    """The inode of its top folder."""
    entries: dict[str, Entry] = {}
    """What we published, by path."""
    folders: dict[str, Sign] = {}
    """Every folder, parents before children; the top is the empty path."""
    foreign: dict[str, int] = {}
    """What somebody else put there (files, links), with inodes."""
    guests: tuple[str, ...] = ()
    """Folders that somebody else put there."""

    def inodes(self) -> dict[str, int]:
        """The inode of everything but folders."""
        return {path: entry.inode for path, entry in self.entries.items()} | self.foreign


def read_manifest(state: Path, output: Path, listed: Mapping[str, str] | None = None) -> Manifest:
    """The manifest of the tree that stands at `output`, or the next best memory of it, or an empty one.

    Another tree's manifest (its `tree` tells) and `listed`, digests by path that the site itself published, only
    say which files may be ours: each has to be proved by its content.
    """
    own = read_own_manifest(state, output)
    if own is not None:
        return own
    for path in _newest_first(state):
        found = read_checked(path, Manifest)
        if found is not None:
            return found
    return Manifest(entries={path: Entry("", digest, -1) for path, digest in (listed or {}).items()})


def read_own_manifest(state: Path, tree: str | Path) -> Manifest | None:
    """The manifest of just the tree that stands at `tree`, if there is one."""
    try:
        path = _manifest_path(state, Path(tree).lstat().st_ino)
    except OSError:
        return None
    return read_checked(path, Manifest) or read_checked(path.with_suffix(".copy"), Manifest)


def write_manifest(state: Path, manifest: Manifest) -> None:
    """Remembers a tree, twice, so that no single damaged file makes us forget what is ours. Not yet durable."""
    path = _manifest_path(state, manifest.tree)
    write_checked(manifest, path, path.with_suffix(".copy"))


def forget_others(state: Path, *trees: int) -> None:
    """Removes what is remembered of trees that are no more, and what an interrupted write left."""
    for path in state.glob("manifest-*"):
        if path.suffix == ".new" or path.stem not in {f"manifest-{tree}" for tree in trees}:
            path.unlink(missing_ok=True)


def read_checked(path: Path, kind: type[T]) -> T | None:
    """A value from a file of ours; None if the file is not there or has been damaged in any way."""
    try:
        content = path.read_bytes()
        body = content[len(_MAGIC) + _CHECK :]
        if content[: len(_MAGIC) + _CHECK] != _MAGIC + _check(body):
            return None
        return msgspec.msgpack.decode(body, type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def write_checked(value: object, *paths: Path) -> None:
    """Puts a value into files of ours, into each whole or not at all."""
    body = msgspec.msgpack.encode(value)
    content = _MAGIC + _check(body) + body
    for path in paths:
        new = path.with_name(path.name + ".new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
        try:
            write_all(handle, content)
        finally:
            os.close(handle)
        new.replace(path)


def write_all(handle: int, content: bytes) -> None:
    """Writes every byte; the system may take fewer at a time."""
    written = os.write(handle, content)
    while written < len(content):
        written += os.write(handle, content[written:])


def _check(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()


def _manifest_path(state: Path, tree: int) -> Path:
    return state / f"manifest-{tree}"


def _newest_first(state: Path) -> Iterator[Path]:
    """Every manifest there is, the latest first."""
    dated = []
    for path in state.glob("manifest-*"):
        try:
            dated.append((path.stat().st_mtime_ns, path))
        except OSError:
            continue
    return (path for _, path in sorted(dated, reverse=True))
