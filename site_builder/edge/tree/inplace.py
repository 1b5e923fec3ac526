"""Publishing where trees cannot be swapped: file by file, finished by the next run if it is interrupted.

That is so where the output folder is a mount point, holds one, or lies on another file system. What is promised
then: every file is whole, the old one or the new one, at every moment; nothing is changed before all new files are
on the disk of the output folder, so that a full disk changes nothing; new files come before the pages that lead to
them, and withdrawn ones go last. Readers may see pages of both states for as long as the renames take, and after a
kill or a failure in just that time until the next run, which begins by finishing the rest from a journal.
"""
# ruff: noqa: PTH113, PTH114, PTH101, PTH102, PTH103, PTH104, PTH105, PTH106, PTH108, PTH112
# Plain strings, as in the rest of this package.

import errno
import os
import shutil
from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import Path

import msgspec

from site_builder.edge.state import NO_SIGN, Entry, Manifest, read_checked, write_checked, write_manifest
from site_builder.edge.tree.lay import FILE_MODE, FOLDER_MODE, entry_of
from site_builder.edge.tree.listing import Listing, folders_of, list_tree, parent
from site_builder.edge.tree.swap import make_durable, remove_tree, sync_one

INCOMING = ".site-builder-incoming"
"""Where new files wait inside the output folder; gone again when the publication is complete."""

_JOURNAL = "unfinished"
_NO_EMPTY_FOLDER = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR)


class Journal(msgspec.Struct, frozen=True):
    """What is to be done, so that a later run can do it."""

    moves: list[tuple[str, str]]
    """The name that a file waits under, and the path where it belongs; in order."""
    withdrawn: list[str]
    guests: list[str]
    entries: dict[str, Entry]


def publish_in_place(draft: str, live: str, state: Path, changed: Iterable[str], journal: Journal) -> None:
    """Puts the `changed` files of the draft into the tree at `live`, and does what else the journal asks for."""
    try:
        moves = _bring_in(draft, live, changed)
        _write_journal(state, msgspec.structs.replace(journal, moves=moves))
    except OSError:
        with suppress(OSError):
            (state / _JOURNAL).unlink(missing_ok=True)
            remove_tree(f"{live}/{INCOMING}")
        raise
    finish(live, state)


def _bring_in(draft: str, live: str, changed: Iterable[str]) -> list[tuple[str, str]]:
    """Puts files on the disk of the tree at `live`, where they wait under numbers."""
    incoming = f"{live}/{INCOMING}"
    remove_tree(incoming)
    os.makedirs(incoming)
    # What pages lead to comes before the pages, and new pages before those that are there already.
    order = sorted(
        changed, key=lambda path: (os.path.lexists(f"{live}/{path}"), path.endswith(".html"), path)
    )
    moves = [(str(number), path) for number, path in enumerate(order)]
    for name, path in moves:
        _move(f"{draft}/{path}", f"{incoming}/{name}")
    make_durable(incoming, [f"{incoming}/{name}" for name, _ in moves], [incoming, live])
    return moves


def finish(live: str, state: Path) -> None:
    """Does what a journal still asks for; without one, clears away files that wait for nothing."""
    journal = read_checked(state / _JOURNAL, Journal)
    if journal is None:
        remove_tree(f"{live}/{INCOMING}")
        for left in state.glob(f"{_JOURNAL}*"):
            left.unlink()
        return
    targets = {path for _, path in journal.moves}
    needed = folders_of(targets)
    in_the_way = [
        path for path in journal.withdrawn if path in needed or not targets.isdisjoint(folders_of([path]))
    ]
    _withdraw(live, in_the_way, journal.guests)
    for name, path in journal.moves:
        if os.path.lexists(f"{live}/{INCOMING}/{name}"):
            _make_folder(live, parent(path))
            os.replace(f"{live}/{INCOMING}/{name}", f"{live}/{path}")
    _withdraw(live, journal.withdrawn, journal.guests)
    remove_tree(f"{live}/{INCOMING}")
    make_durable(live, (), sorted(f"{live}/{folder}" for folder in needed))
    write_manifest(state, _manifest(live, journal, targets))
    make_durable(str(state), (), [str(state)])
    (state / _JOURNAL).unlink()


def _write_journal(state: Path, journal: Journal) -> None:
    write_checked(journal, state / _JOURNAL)
    sync_one(str(state / _JOURNAL))
    with suppress(PermissionError):  # Windows cannot open a folder, and does not need to.
        sync_one(str(state))


def _move(source: str, target: str) -> None:
    try:
        os.rename(source, target)
    except OSError as trouble:
        if trouble.errno != errno.EXDEV:
            raise
        shutil.copyfile(source, target)
        os.chmod(target, FILE_MODE)


def _make_folder(live: str, folder: str) -> None:
    if folder and not os.path.isdir(f"{live}/{folder}"):
        _make_folder(live, parent(folder))
        os.mkdir(f"{live}/{folder}", FOLDER_MODE)


def _withdraw(live: str, paths: Iterable[str], guests: Iterable[str]) -> None:
    """Removes files of ours, where they still are files, and folders of ours that are empty then."""
    for path in paths:
        if os.path.isfile(f"{live}/{path}") or os.path.islink(f"{live}/{path}"):
            os.unlink(f"{live}/{path}")
    for folder in sorted(folders_of(paths) - {"", *guests}, reverse=True):
        try:
            os.rmdir(f"{live}/{folder}")
        except OSError as trouble:
            if trouble.errno not in _NO_EMPTY_FOLDER:
                raise


def _straighten(live: str, guests: Set[str]) -> Listing:
    """Gives every folder of ours its permissions, whoever took them away, and lists the tree."""
    listing = list_tree(live, {}, {})
    for folder, mode in listing.looked.items():
        if folder and folder not in guests and mode != FOLDER_MODE:
            os.chmod(f"{live}/{folder}", FOLDER_MODE)
            listing.folders[folder] = NO_SIGN
    return listing


def _manifest(live: str, journal: Journal, moved: Set[str]) -> Manifest:
    """What is in the tree when everything is done."""
    listing = _straighten(live, set(journal.guests))
    entries = {
        path: entry_of(entry.key, entry.digest, os.lstat(f"{live}/{path}")) if path in moved else entry
        for path, entry in journal.entries.items()
        if path in listing.files
    }
    return Manifest(
        tree=listing.folders[""][0],
        entries=entries,
        folders=dict(sorted(listing.folders.items())),
        foreign={path: inode for path, inode in listing.files.items() if path not in entries},
        guests=tuple(sorted(listing.folders.keys() & set(journal.guests))),
    )
