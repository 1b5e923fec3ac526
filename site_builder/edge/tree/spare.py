"""The spare tree between two publications: healed, opened as the next draft, and brought up to date in good time."""
# ruff: noqa: PTH101, PTH103, PTH104, PTH112, PTH208
# Plain strings, as in the rest of this package.

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from site_builder.edge.outcome import PublishError, Reason, Refusal, WorkerLost
from site_builder.edge.pool import Map
from site_builder.edge.state import Manifest, forget_others, read_manifest, read_own_manifest, write_manifest
from site_builder.edge.tree.draft import Draft
from site_builder.edge.tree.inplace import finish
from site_builder.edge.tree.lay import FOLDER_MODE, Apart
from site_builder.edge.tree.listing import list_tree
from site_builder.edge.tree.rescue import Rescued, rescue
from site_builder.edge.tree.swap import Place, heal, remove_tree


def recover(place: Place, state: Path, listed: Mapping[str, str] | None) -> Manifest:
    """Finishes what an earlier run could not, and gives the manifest of the tree that readers see."""
    finish(place.live, state)
    if heal(place):
        before = read_own_manifest(state, place.past) or Manifest()
        found = list_tree(place.past, {}, {}).files
        rescue(place.past, found, {}, before.entries, (place.live, Manifest()))
        remove_tree(place.past)
    return read_manifest(state, Path(place.live), listed)


def open_draft(place: Place, state: Path, now: Manifest) -> Draft | tuple[Refusal, ...]:
    """Makes the second tree ready for change: the spare one, or what an interrupted run left, or a new one."""
    if os.path.lexists(place.spare):
        remove_tree(place.drafts)
        before = read_own_manifest(state, place.spare)
        listing = list_tree(place.spare, before.folders if before else {}, before.inodes() if before else {})
        back: tuple[str, ...] = ()
        if before is not None:
            found = {path: listing.files[path] for path in listing.files.keys() - before.entries.keys()}
            rescued = rescue(place.spare, found, before.foreign, before.entries, (place.live, now))
            if rescued.stuck:
                return in_the_way(rescued, place.spare + "/")
            back = rescued.back
        os.makedirs(place.drafts)
        os.rename(place.spare, place.draft)
        return Draft(place.draft, listing, back)
    left = _left_over(place)
    if left:
        os.rename(f"{place.drafts}/{left}", place.draft)
    else:
        os.makedirs(place.draft)
        os.chmod(place.draft, FOLDER_MODE)
    return Draft(place.draft, list_tree(place.draft, {}, {}))


def close_draft(place: Place) -> None:
    """The draft becomes the spare tree."""
    os.rename(place.draft, place.spare)
    remove_tree(place.drafts)


def _left_over(place: Place) -> str | None:
    """The draft of a run that was interrupted; its workers, should any still live, no longer find it there."""
    names = os.listdir(place.drafts) if os.path.isdir(place.drafts) else ()
    return next((name for name in names if os.path.isdir(f"{place.drafts}/{name}")), None)


def make_alike(place: Place, state: Path, run: Map) -> None:
    """Brings the spare tree to the state of the live one, so that the next build finds next to nothing to share.

    That is worth while when so much was made that the next build would have to wait for it. It changes nothing that
    was published; where it cannot be done, or is interrupted, the next build does it.
    """
    live = read_own_manifest(state, place.live)
    with suppress(OSError, PublishError, WorkerLost, Apart):
        draft = open_draft(place, state, live) if live else None
        if live is None or not isinstance(draft, Draft):
            return
        spare = draft.become(place.live, live.entries, live, run)
        # A second name gives a file another time of change.
        write_manifest(state, msgspec.structs.replace(live, entries=spare.entries))
        write_manifest(state, spare)
        close_draft(place)
        forget_others(state, live.tree, spare.tree)


def in_the_way(rescued: Rescued, prefix: str = "") -> tuple[Refusal, ...]:
    """Files of others that could not go back where they came from."""
    return tuple(Refusal(Reason.FOREIGN_FILE, prefix + path) for path in rescued.stuck)
