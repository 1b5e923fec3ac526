"""Brings back what somebody put into the live tree in the very moment in which it was swapped away."""
# ruff: noqa: PTH103, PTH105
# Plain strings, as in the rest of this package.

import os
from collections.abc import Container, Mapping
from dataclasses import dataclass

from site_builder.edge.state import Manifest
from site_builder.edge.tree.listing import parent
from site_builder.edge.tree.survey import digest_of


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of files that came at a bad moment."""

    stuck: tuple[str, ...]
    """These cannot go back: a page of ours has taken their place."""
    back: tuple[str, ...]
    """These are in the live tree again."""


def rescue(
    old: str,
    found: Mapping[str, int],
    known: Mapping[str, int],
    ours: Container[str],
    now: tuple[str, Manifest],
) -> Rescued:
    """Gives the live tree what is `found` in the one that it replaced and was not `known` there, nor `ours`.

    `now` is the live tree and its manifest. What its owner has since removed or changed there stays as the owner
    left it.
    """
    live, manifest = now
    stuck, back = [], []
    for path, inode in found.items():
        if known.get(path) == inode or path in ours:
            continue
        source, target = f"{old}/{path}", f"{live}/{path}"
        if path in manifest.entries:
            seen = digest_of(source)
            if seen is None or seen.digest != manifest.entries[path].digest:
                stuck.append(path)
        elif not os.path.lexists(target):
            if path not in manifest.foreign:
                os.makedirs(parent(target), exist_ok=True)
                os.link(source, target, follow_symlinks=False)
                back.append(path)
        elif os.lstat(target).st_ino == manifest.foreign.get(path) and not _alike(source, target):
            os.replace(source, target)
            back.append(path)
    return Rescued(tuple(stuck), tuple(back))


def _alike(one: str, other: str) -> bool:
    """Whether two names show the same file, or a file and its copy."""
    left, right = os.lstat(one), os.lstat(other)
    return (left.st_size, left.st_mtime_ns) == (right.st_size, right.st_mtime_ns)
