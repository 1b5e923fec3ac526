"""What became of our files since they were published, and what other people put beside them."""
# Twenty thousand files at a time: making a Path costs more than the call it is made for.

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from site_builder.edge.state import Entry, Manifest, Sign
from site_builder.edge.tree.lay import FILE_MODE, FOLDER_MODE, entry_of
from site_builder.edge.tree.listing import folders_of, list_tree

_POSIX = os.name == "posix"


@dataclass(frozen=True, slots=True)
class Survey:
    """A tree, compared with its manifest."""

    sound: dict[str, Entry]
    """Our files that are as they were published."""
    altered: tuple[str, ...]
    """Our files that somebody has changed or removed."""
    foreign: dict[str, int]
    """Files and links of others, with inodes."""
    guests: frozenset[str]
    """Folders of others."""
    folders: dict[str, Sign]
    """Every folder."""
    renewed: bool
    """Whether a file had to be read to know that it is sound, which the next build need not do again."""
    crooked: bool
    """Whether a folder of ours has lost its permissions."""


NOTHING = Survey({}, (), {}, frozenset(), {}, renewed=False, crooked=False)
"""The survey of a tree that is not there."""


def survey(root: str, manifest: Manifest) -> Survey:
    """Looks at every file and folder of the tree at `root` once, and reads only what no longer has its sign."""
    listing = list_tree(root, manifest.folders, manifest.inodes())
    exact = not listing.folders or manifest.tree == listing.folders[""][0]
    sound, unsound, doubtful = _by_signs(root, manifest.entries, listing.files)
    misset = []
    for path in doubtful:
        entry = manifest.entries[path]
        seen = digest_of(f"{root}/{path}")
        if seen is None or seen.digest != entry.digest:
            unsound.append(path)
        elif digest_of(f"{root}/{path}", FILE_MODE) is None:
            misset.append(path)
        else:
            sound[path] = msgspec.structs.replace(seen, key=entry.key)
    # If remembered of another tree, then what has other content here is not ours, and nothing is missing.
    altered = misset + unsound if exact else misset
    ours = sound.keys() | set(altered)
    guests = (listing.folders.keys() & set(manifest.guests)) | (
        listing.folders.keys() - manifest.folders.keys()
    )
    if not exact:
        guests = listing.folders.keys() - folders_of(ours)
    return Survey(
        sound=sound,
        altered=tuple(sorted(altered)),
        foreign={path: listing.files[path] for path in listing.files.keys() - ours},
        guests=frozenset(guests),
        folders=listing.folders,
        renewed=bool(doubtful),
        crooked=_POSIX
        and any(mode != FOLDER_MODE for path, mode in listing.looked.items() if path and path not in guests),
    )


def look_again(root: str, seen: Survey) -> Survey:
    """What others have put there since a survey, or taken away; our own files are taken as they were."""
    ours = {path: entry.inode for path, entry in seen.sound.items()}
    listing = list_tree(root, seen.folders, ours | seen.foreign)
    own_folders = seen.folders.keys() - seen.guests
    return replace(
        seen,
        foreign={
            path: listing.files[path] for path in listing.files.keys() - ours.keys() - set(seen.altered)
        },
        guests=frozenset(listing.folders.keys() - own_folders),
        folders=listing.folders,
    )


def digest_of(path: str, mode: int | None = None) -> Entry | None:
    """What is in a plain file, with its present signs; None for all else, links and other permissions included."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or (_POSIX and mode not in (None, stat.S_IMODE(status.st_mode))):
            return None
        return entry_of("", hashlib.file_digest(file, "sha256").hexdigest(), status)


def _by_signs(
    root: str, entries: Mapping[str, Entry], files: Mapping[str, int]
) -> tuple[dict[str, Entry], list[str], list[str]]:
    """Our files by what a single look shows: sound, missing, doubtful."""
    sound: dict[str, Entry] = {}
    missing, doubtful = [], []
    look, prefix = os.lstat, root + "/"
    for path, entry in entries.items():
        if path not in files:
            missing.append(path)
            continue
        try:
            status = look(prefix + path)
        except FileNotFoundError:
            missing.append(path)
            continue
        if (
            status.st_ctime_ns == entry.ctime
            and status.st_mtime_ns == entry.mtime
            and status.st_size == entry.size
            and status.st_ino == entry.inode
        ):
            sound[path] = entry
        else:
            doubtful.append(path)
    return sound, missing, doubtful
