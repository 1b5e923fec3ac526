"""How a file comes into a second tree: laid down as it is made, or shared with the tree that readers see.

Several processes do it side by side, so nothing is remembered here; the draft is told what came of it.
"""
# ruff: noqa: PTH101, PTH102, PTH108, PTH112
# Twenty thousand files at a time: making a Path costs more than the call it is made for.

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from site_builder.edge.state import Entry, write_all
from site_builder.edge.tree.listing import parent

FILE_MODE = 0o644
FOLDER_MODE = 0o755

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_POSIX = os.name == "posix"
# Some systems do not let one link a file of somebody else's, some file systems have no links, or only so many.
_NO_LINK = (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)

T = TypeVar("T")
Signs = tuple[int, int, int, int]
"""Of a file, as an entry has them: size, time of modification, time of change, inode."""


class Apart(Exception):
    """Something in the live tree cannot be in a second one, so the two trees cannot change places.

    They lie on different file systems, or something else is mounted there, or a file of others is closed to us.
    """


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where files are laid down as they are made, by whichever process makes them."""

    root: str
    """The top of the draft."""
    standing: Mapping[str, Entry]
    """What is published already, where something is."""

    def put(self, path: str, content: bytes, key: str) -> tuple[Entry, bool]:
        """Takes a file and says whether it is new: content that is published already is not written again."""
        digest = hashlib.sha256(content).hexdigest()
        same = same_as(self.standing.get(path), key, digest, len(content))
        return (same, False) if same else (lay(self.root, path, content, key, digest), True)


def same_as(standing: Entry | None, key: str, digest: str, size: int) -> Entry | None:
    """The entry of a file that stands there with just this content, under its new key."""
    if standing is None or (standing.digest, standing.size) != (digest, size):
        return None
    return standing if standing.key == key else msgspec.structs.replace(standing, key=key)


def entry_of(key: str, digest: str, status: os.stat_result) -> Entry:
    """An entry with the signs that `status` shows."""
    return Entry(key, digest, *signs_of(status))


def signs_of(status: os.stat_result) -> Signs:
    """By which a file is known again."""
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def lay(root: str, path: str, content: bytes, key: str, digest: str) -> Entry:
    """Makes a file of ours; whatever file had its name loses it and is never written into."""
    handle = _at(root, path, lambda place: os.open(place, _NEW_FILE, FILE_MODE))
    try:
        write_all(handle, content)
        status = os.fstat(handle)
        if _POSIX and stat.S_IMODE(status.st_mode) != FILE_MODE:
            os.fchmod(handle, FILE_MODE)  # The umask has had its say; these are for everybody to read.
            status = os.fstat(handle)
    finally:
        os.close(handle)
    return entry_of(key, digest, status)


def share(live: str, root: str, path: str) -> os.stat_result:
    """Gives a file of the tree at `live` a second name in the one at `root`."""
    source = f"{live}/{path}"
    _at(root, path, lambda place: _link(source, place))
    return os.lstat(f"{root}/{path}")


def share_some(live: str, root: str, paths: Iterable[str]) -> list[Signs]:
    """Shares some files, and gives the signs they have then."""
    return [signs_of(share(live, root, path)) for path in paths]


def make_folder(place: str) -> None:
    """Makes a folder of ours; another process may have been faster."""
    with suppress(FileExistsError):
        os.mkdir(place, FOLDER_MODE)
        if _POSIX and stat.S_IMODE(os.lstat(place).st_mode) != FOLDER_MODE:
            os.chmod(place, FOLDER_MODE)


def _at(root: str, path: str, act: Callable[[str], T]) -> T:
    """Makes something at a path, making room for it and the folders on the way to it where that is needed."""
    place = f"{root}/{path}"
    for _ in range(2):
        try:
            return act(place)
        except FileExistsError:
            os.unlink(place)
        except FileNotFoundError:
            missing = _missing(root, parent(path))
            if not missing:
                raise
            for folder in missing:
                make_folder(f"{root}/{folder}")
    return act(place)


def _missing(root: str, folder: str) -> list[str]:
    """The folders on the way to `folder` that are not there, parents first; the top itself is never made."""
    if not folder or os.path.isdir(f"{root}/{folder}"):
        return []
    return [*_missing(root, parent(folder)), folder]


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as trouble:
        if trouble.errno != errno.EXDEV and trouble.errno not in _NO_LINK:
            raise
        mode = os.lstat(source).st_mode
        if trouble.errno == errno.EXDEV or not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
            raise Apart from trouble
        try:
            shutil.copy2(source, target, follow_symlinks=False)
        except PermissionError as closed:
            raise Apart from closed
