"""Two trees change places: in one step where the system can, else by the shortest way that can be undone.

On Linux `renameat2` with RENAME_EXCHANGE swaps two folders in a single step, and the file system's journal keeps it
a single step over a power cut. Elsewhere, and on file systems that lack it, three renames do the same: the live
tree goes to `past`, the new one takes its place, the old one becomes the spare. Between the first two the output
folder is absent for some microseconds; `heal` finishes what a kill interrupted there, and the very existence of
`past` is the journal that tells it so.
"""
# ruff: noqa: PTH104
# Plain strings, as in the rest of this package.

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.edge.tree.lay import Apart

_HERE = -100
_EXCHANGE = 2
_CANNOT_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV, errno.EBUSY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the trees are."""

    live: str
    """The output folder: what readers see."""
    spare: str
    """A whole tree: the one that readers saw before, or one about to be published."""
    drafts: str
    """Where trees under change are; after a kill, in any state."""
    draft: str
    """Ours among them. Each build has a name of its own for it, so what is left of a killed one cannot reach it."""
    past: str
    """The live tree on its way to become the spare; only while three renames are under way."""

    @classmethod
    def of(cls, output: Path, state: Path) -> "Place":
        """The trees of a project."""
        trees = f"{state}/trees"
        own = f"{trees}/draft/{os.getpid()}-{time.time_ns()}"
        return cls(str(output), f"{trees}/spare", f"{trees}/draft", own, f"{trees}/past")


def swap(place: Place) -> bool:
    """Puts the spare where readers look, and makes what was there the spare; says whether in one step.

    Raises Apart, with nothing changed, if the two cannot change places at all.
    """
    if not os.path.lexists(place.live):
        _rename_or_part(place.spare, place.live)
        return True
    try:
        exchange(place.spare, place.live)
    except OSError as trouble:
        if trouble.errno not in _CANNOT_EXCHANGE:
            raise
        _swap_by_renames(place)
        return False
    return True


def exchange(one: str, other: str) -> None:
    """Lets two folders change names in one step."""
    libc = _libc("renameat2")
    if libc is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), one)
    if libc.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) != 0:
        raise _last_error(other)


def _last_error(path: str) -> OSError:
    """What the C library has just complained of."""
    import ctypes

    return OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), path)


def _libc(function: str) -> Any:
    """The C library of Linux, if it has the function."""
    # Only a build that publishes needs it; one that finds nothing to do does not wait for it.
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    return libc if hasattr(libc, function) else None


def _swap_by_renames(place: Place) -> None:
    _rename_or_part(place.live, place.past)
    try:
        os.rename(place.spare, place.live)
        os.rename(place.past, place.spare)
    except OSError:
        if os.path.lexists(place.live):
            os.rename(place.live, place.spare)
        os.rename(place.past, place.live)
        raise


def _rename_or_part(source: str, target: str) -> None:
    try:
        os.rename(source, target)
    except OSError as trouble:
        if trouble.errno in (errno.EXDEV, errno.EBUSY):
            raise Apart from trouble
        raise


def heal(place: Place) -> bool:
    """Finishes three renames that a kill interrupted; True if `past` remains because somebody made a new output."""
    if not os.path.lexists(place.past):
        return False
    if not os.path.lexists(place.live):
        os.rename(place.spare if os.path.lexists(place.spare) else place.past, place.live)
    if os.path.lexists(place.past) and not os.path.lexists(place.spare):
        os.rename(place.past, place.spare)
    return os.path.lexists(place.past)


def make_durable(tree: str, files: Iterable[str] = (), folders: Iterable[str] = ()) -> None:
    """Returns when everything written so far is on the disk.

    Linux does it for a whole file system in one call, which for two thousand files takes a fifth of the time of
    asking for each. Elsewhere each of `files` and `folders` is asked for.
    """
    libc = _libc("syncfs")
    if libc is None:
        for path in files:
            sync_one(path, os.O_RDWR)
        for path in folders if os.name == "posix" else ():
            sync_one(path)
        return
    handle = os.open(tree, os.O_RDONLY)
    try:
        if libc.syncfs(handle) != 0:
            raise _last_error(tree)
    finally:
        os.close(handle)


def sync_one(path: str, flags: int = os.O_RDONLY) -> None:
    """Returns when one file, or the names in one folder, are on the disk."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_tree(path: str) -> None:
    """Removes a tree of ours; it need not be there."""
    if os.path.lexists(path):
        shutil.rmtree(path)
