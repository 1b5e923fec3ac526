"""From a draft to what readers see: complete it, make it durable, let it change places with the live tree."""
# ruff: noqa: PTH104
# Plain strings, as in the rest of this package.

import os
import time
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from site_builder.edge.outcome import Reason, Refusal
from site_builder.edge.pool import Map
from site_builder.edge.state import Entry, Manifest, forget_others, write_manifest
from site_builder.edge.tree.draft import Draft
from site_builder.edge.tree.inplace import Journal, publish_in_place
from site_builder.edge.tree.lay import Apart
from site_builder.edge.tree.listing import folders_of, list_tree, parent
from site_builder.edge.tree.rescue import rescue
from site_builder.edge.tree.spare import close_draft, in_the_way
from site_builder.edge.tree.survey import Survey, digest_of
from site_builder.edge.tree.swap import Place, make_durable, remove_tree, swap, sync_one

_TICK = 0.011
"""Clocks of file systems stand still for as long; whatever changes after a pause of it carries another time."""


def collisions(live: str, wanted: Mapping[str, Entry | None], seen: Survey) -> tuple[Refusal, ...]:
    """Where somebody's own file or folder stands in the way of what is to be published, by path.

    A file with just the content that we would put there is not in the way, nor is one where ours is not known yet.
    """
    if not seen.foreign and not seen.guests:
        return ()
    folders = folders_of(wanted)
    found = [Refusal(Reason.FOREIGN_FOLDER, path) for path in seen.guests if path in wanted]
    for path in seen.foreign:
        entry = wanted.get(path)
        if path in folders or (entry is not None and not _holds(f"{live}/{path}", entry.digest)):
            found.append(Refusal(Reason.FOREIGN_FILE, path))
    return tuple(sorted(found, key=lambda refusal: refusal.path))


def remember(state: Path, before: Manifest, seen: Survey, wanted: Mapping[str, Entry]) -> None:
    """Keeps what was learnt of a tree in which nothing is to be changed, if anything is new."""
    if not seen.folders or (
        before.tree == seen.folders[""][0] and before.entries == wanted and not seen.renewed
    ):
        return
    foreign = {path: inode for path, inode in seen.foreign.items() if path not in wanted}
    tree, guests = seen.folders[""][0], tuple(sorted(seen.guests))
    write_manifest(state, Manifest(tree, dict(wanted), seen.folders, foreign, guests))
    make_durable(str(state), map(str, state.glob("manifest-*")))


def _holds(path: str, digest: str) -> bool:
    seen = digest_of(path)
    return seen is not None and seen.digest == digest


@dataclass(frozen=True, slots=True)
class Turn:
    """One change from the old tree to the new one."""

    place: Place
    state: Path
    before: Manifest
    """Of the live tree."""
    seen: Survey
    """What was found there."""
    wanted: Mapping[str, Entry]
    """All that is to be there afterwards, others' files aside."""
    made: Set[str]
    """What of it has been laid down in the draft; the rest is sound in the live tree."""
    withdrawn: tuple[str, ...]
    run: Map
    """Shares the work, where there is much to do."""

    def carry_out(self, draft: Draft) -> tuple[bool, tuple[Refusal, ...]]:
        """Publishes the draft; says whether in one step, and whose files then forced it to be taken back."""
        try:
            new = self._complete(draft)
            complete = time.monotonic()
            make_durable(self.place.spare, self._files(), self._folders())
            time.sleep(max(0.0, complete + _TICK - time.monotonic()))
            at_once = swap(self.place)
        except Apart:
            self._in_place()
            return False, ()
        try:
            self._make_names_durable()
            refusals = self._bring_late_ones(new)
        except OSError:
            self._take_back()
            raise
        if refusals:
            self._take_back()
            return False, refusals
        forget_others(self.state, new.tree, self.seen.folders.get("", (0,))[0])
        return at_once, ()

    def _complete(self, draft: Draft) -> Manifest:
        """Brings the draft to the new state, remembers what is in it, and calls it whole."""
        live, seen = self.place.live, self.seen
        new = draft.become(live, self.wanted, seen, self.run)
        write_manifest(self.state, new)
        if seen.folders and self.before.tree != seen.folders[""][0]:
            # Nothing was remembered of the live tree; as the spare one it will have to be known.
            top = seen.folders[""][0]
            write_manifest(
                self.state, Manifest(top, seen.sound, seen.folders, seen.foreign, tuple(sorted(seen.guests)))
            )
        close_draft(self.place)
        return new

    def _files(self) -> Iterator[str]:
        """What has to be made durable, for systems that want to be asked for each."""
        yield from (f"{self.place.spare}/{path}" for path in self.made)
        yield from map(str, self.state.glob("manifest-*"))

    def _folders(self) -> Iterator[str]:
        yield from (f"{self.place.spare}/{folder}" for folder in folders_of(self.wanted))
        yield from (str(self.state), parent(self.place.spare))

    def _make_names_durable(self) -> None:
        """After this the swap itself is on the disk."""
        if os.name == "posix":
            sync_one(parent(self.place.live))
            sync_one(parent(self.place.spare))

    def _bring_late_ones(self, new: Manifest) -> tuple[Refusal, ...]:
        """Looks where others are wont to put files, whether one came after the survey."""
        if not os.path.lexists(self.place.spare):
            return ()
        places = {"", *self.seen.guests, *map(parent, self.seen.foreign)}
        folders = {folder: self.seen.folders[folder] for folder in sorted(places)}
        found = list_tree(self.place.spare, folders, {}).files
        ours = self.seen.sound.keys() | set(self.seen.altered)
        return in_the_way(rescue(self.place.spare, found, self.seen.foreign, ours, (self.place.live, new)))

    def _take_back(self) -> None:
        """Lets the two trees change places again, so that what failed has changed nothing."""
        if os.path.lexists(self.place.spare):
            swap(self.place)
        else:
            os.rename(self.place.live, self.place.spare)
        self._make_names_durable()

    def _in_place(self) -> None:
        """Publishes file by file, and gives up the second tree, which is of no use here."""
        root = self.place.draft if os.path.lexists(self.place.draft) else self.place.spare
        journal = Journal([], list(self.withdrawn), sorted(self.seen.guests), dict(self.wanted))
        publish_in_place(root, self.place.live, self.state, self.made, journal)
        remove_tree(self.place.spare)
        remove_tree(self.place.drafts)
        forget_others(self.state, os.lstat(self.place.live).st_ino)
