"""What is in a tree, found out with as few looks at the disk as possible."""
# Ten thousand folders at a time: making a Path costs more than the call it is made for.

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.edge.state import NO_SIGN, Sign


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in a tree."""

    folders: dict[str, Sign]
    """Every folder with its present sign."""
    files: dict[str, int]
    """Everything that is not a folder, links included, with inodes."""
    looked: dict[str, int]
    """The folders that had to be looked through, with their permissions."""


def sign_of(folder: str, status: os.stat_result) -> Sign:
    """The present sign of a folder; the top changes by being swapped, so its time of change says nothing."""
    return (status.st_ino, status.st_mtime_ns, status.st_ctime_ns if folder else 0)


def parent(path: str) -> str:
    """The folder that a path is in; the empty path for what is at the top."""
    return path.rpartition("/")[0]


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder on the way to some paths, the top included."""
    found = {""}
    for path in paths:
        folder = parent(path)
        while folder not in found:
            found.add(folder)
            folder = parent(folder)
    return found


def list_tree(root: str, folders: Mapping[str, Sign], files: Mapping[str, int]) -> Listing:
    """Lists the tree at `root`, of which `folders` and `files` are remembered; links are never followed.

    Adding, removing or replacing anything changes the sign of its folder, so a folder whose sign is as remembered
    holds what is remembered: one look at it instead of one at each of its files.
    """
    present: dict[str, Sign] = {}
    modes: dict[str, int] = {}
    gone: set[str] = set()
    look, prefix = os.lstat, root + "/"
    for folder, sign in (folders or {"": NO_SIGN}).items():
        if gone and folder and parent(folder) in gone:
            gone.add(folder)
            continue
        try:
            status = look(prefix + folder if folder else root)
        except (FileNotFoundError, NotADirectoryError):
            gone.add(folder)
            continue
        now = sign_of(folder, status)
        if now == sign:
            present[folder] = sign
        elif stat.S_ISDIR(status.st_mode):
            present[folder] = now
            modes[folder] = stat.S_IMODE(status.st_mode)
        else:
            gone.add(folder)
    if not gone and not modes:
        return Listing(present, dict(files), modes)
    unknown = gone | modes.keys()
    known = {path: inode for path, inode in files.items() if parent(path) not in unknown}
    return _look_through(root, Listing(present, known, modes))


def _look_through(root: str, listing: Listing) -> Listing:
    """Completes a listing by the content of the folders still to be looked through, and of folders found there."""
    ahead = list(listing.looked)
    while ahead:
        folder = ahead.pop()
        try:
            found = os.scandir(root + "/" + folder)
        except PermissionError:
            # Somebody's closed folder is one thing as a whole; only what is ours has to be open.
            if not folder:
                raise
            listing.files[folder] = listing.folders.pop(folder)[0]
            del listing.looked[folder]
            continue
        with found:
            for item in found:
                path = f"{folder}/{item.name}" if folder else item.name
                if not item.is_dir(follow_symlinks=False):
                    listing.files[path] = item.inode()
                elif path not in listing.folders:
                    status = item.stat(follow_symlinks=False)
                    listing.folders[path] = sign_of(path, status)
                    listing.looked[path] = stat.S_IMODE(status.st_mode)
                    ahead.append(path)
    return listing
