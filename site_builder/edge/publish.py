"""Publishes a site into a plain folder, whole or not at all.

There are two trees: the one that readers see, and a second one in the state folder, which is brought to the new
state by what differs, sharing all unchanged files as hard links. When it is complete and on the disk, the two
change places in one step, and the old tree becomes the base for the next time. So readers, and whoever looks after
a kill, a failing disk or a power cut, find the complete old site or the complete new one; `commit` returns only
when the new one is there for good; and the next build needs nobody to clear up after the last.

Where the system cannot do that, less is promised:

- no exchange of two folders (not Linux, or a file system without it): the output folder is absent for some
  microseconds between two renames; if the build is killed just then, until the next build (`tree/swap.py`);
- output folder on another file system, being a mount point, or holding one or a file of others that is closed to
  us: each file is old or new, but not all of them at the same moment; a publication that is interrupted or fails
  between the first and the last rename is finished by the next build (`tree/inplace.py`);
- no hard links: the same promises, but each publication copies every file.

A program that holds on to the folder itself instead of its name (a container into which the output folder is
mounted, a shell standing in it) goes on seeing the old tree. For such, mount the folder above it.

Files of others in the output folder go along into the new tree. A file that somebody adds while the trees change
places is brought back directly after it; in a folder that held only pages of ours, with the next change.
"""

import hashlib
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.edge.outcome import Published, Refusal, disk_trouble
from site_builder.edge.pool import Map, here
from site_builder.edge.state import Entry, Manifest
from site_builder.edge.tree.draft import Draft
from site_builder.edge.tree.lay import FILE_MODE, Shelf, same_as
from site_builder.edge.tree.names import check_path, check_together, refuse_place
from site_builder.edge.tree.spare import close_draft, make_alike, open_draft, recover
from site_builder.edge.tree.survey import NOTHING, digest_of, look_again, survey
from site_builder.edge.tree.swap import Place
from site_builder.edge.tree.turn import Turn, collisions, remember

_MANY = 500
"""Files after which the spare tree is brought up to date at once, so that the next build need not."""
_FRESH = 1.0
"""Seconds for which a survey is taken for the present state."""


def verify_live(output: Path, manifest: Manifest) -> tuple[str, ...]:
    """Which published files somebody has altered or removed since; sorted."""
    with disk_trouble():
        return survey(str(output), manifest).altered


class Publication:
    """One publication: files are put as they are made or kept as they are, then all of it is committed.

    Needs the lock. Leaving it without `commit` leaves the output folder as it was.
    """

    def __init__(
        self,
        output: Path,
        state: Path,
        sources: Iterable[Path] = (),
        listed: Mapping[str, str] | None = None,
    ) -> None:
        """Heals what an interrupted run left and looks at what is there.

        The output folder must keep clear of `sources`, the folders that the site is made from. `listed` may name
        SHA-256 digests, by path, that the site itself publishes: where the state folder has been lost, files with
        such content are known for ours.
        """
        self._place = Place.of(output, state)
        self._state = state
        self._wanted: dict[str, Entry] = {}
        self._made: set[str] = set()
        self._draft: Draft | None = None
        refusal = refuse_place(output, (state, *sources))
        self._refusals: tuple[Refusal, ...] = () if refusal is None else (refusal,)
        self._manifest, self._seen = Manifest(), NOTHING
        if refusal is None:
            with disk_trouble():
                self._manifest = recover(self._place, state, listed)
                self._seen = survey(self._place.live, self._manifest)
        self._seen_at = time.monotonic()
        self.known: Mapping[str, str] = {path: entry.key for path, entry in self._seen.sound.items()}
        """The key of every file that is there as it was published: what need not be made again."""

    def __enter__(self) -> "Publication":
        return self

    def __exit__(self, *_: object) -> None:
        """What was put stays in the draft, where the next publication replaces it."""
        self._draft = None

    def refusals(self, paths: Iterable[str] = ()) -> tuple[Refusal, ...]:
        """What would keep files at `paths` from being published, as far as it can be told before they are made."""
        return self._refusals or collisions(self._place.live, dict.fromkeys(paths), self._seen)

    def digest(self, path: str) -> str:
        """The SHA-256 of a file put or kept."""
        return self._wanted[path].digest

    def where(self, path: str) -> str:
        """The file in which what was put, kept or is known can be read until it is committed."""
        made = self._draft is not None and path in self._made
        return f"{self._draft.root if made and self._draft else self._place.live}/{path}"

    def keep(self, *paths: str) -> None:
        """Leaves files that are `known` as they are."""
        for path in paths:
            self._wanted[path] = self._seen.sound[path]

    def put(self, path: str, content: bytes, key: str = "") -> str:
        """Takes a file; gives its SHA-256. Content that is there already is kept and not written again."""
        self._check(path)
        digest = hashlib.sha256(content).hexdigest()
        with disk_trouble():
            same = same_as(self._standing(path), key, digest, len(content))
            self._wanted[path] = same or self._write(path, content, key, digest)
        return digest

    def shelf(self, paths: Iterable[str]) -> Shelf | tuple[Refusal, ...]:
        """Where files at `paths` can be laid down by any process; what comes of each has to be told to `took`."""
        with disk_trouble():
            draft = self._open()
            if draft is None:
                return self._refusals
            standing = {}
            for path in paths:
                self._check(path)
                draft.expect(path)
                if (entry := self._standing(path)) is not None:
                    standing[path] = entry
        return Shelf(draft.root, standing)

    def took(self, path: str, entry: Entry, new: bool) -> None:
        """A file has been laid down on the shelf, or was found to be `new` to nobody."""
        assert self._draft is not None
        self._wanted[path] = entry
        if new:
            self._made.add(path)
            self._draft.took(path, entry)

    def commit(self, run: Map = here) -> Published | tuple[Refusal, ...]:
        """Publishes exactly what was put and kept, and returns when it is there for good; or says why not.

        `run` shares the work, should there be much of it.
        """
        if self._wanted.keys() - self._manifest.entries.keys():
            check_together(self._wanted)
        withdrawn = tuple(sorted((self._seen.sound.keys() | set(self._seen.altered)) - self._wanted.keys()))
        at_once = True
        with disk_trouble():
            needed = self._made or withdrawn or self._seen.crooked
            draft = self._open() if needed else None
            if self._draft is not None and draft is None:
                close_draft(self._place)  # Everything laid down was as it is published already.
            if time.monotonic() - self._seen_at > _FRESH or (self._draft is not None and self._draft.back):
                self._seen = look_again(self._place.live, self._seen)
            self._refusals = self._refusals or collisions(self._place.live, self._wanted, self._seen)
            if not self._refusals and draft is not None:
                place, state, before = self._place, self._state, self._manifest
                turn = Turn(place, state, before, self._seen, self._wanted, self._made, withdrawn, run)
                at_once, self._refusals = turn.carry_out(draft)
            elif not self._refusals:
                remember(self._state, self._manifest, self._seen, self._wanted)
            if self._refusals:
                return self._refusals
            if at_once and len(self._made) > _MANY:
                make_alike(self._place, self._state, run)
        return Published(
            made=tuple(sorted(self._made)),
            kept=len(self._wanted) - len(self._made),
            withdrawn=withdrawn,
            foreign=tuple(sorted(self._seen.foreign.keys() - self._wanted.keys())),
            at_once=at_once,
        )

    def _check(self, path: str) -> None:
        check_path(path)
        if path in self._wanted:
            raise ValueError(f"published twice: {path!r}")

    def _standing(self, path: str) -> Entry | None:
        """The file that is there, if it is as a file of ours should be, though it be somebody else's until now."""
        if path in self._seen.foreign:
            return digest_of(f"{self._place.live}/{path}", FILE_MODE)
        return self._seen.sound.get(path)

    def _write(self, path: str, content: bytes, key: str, digest: str) -> Entry:
        """Writes a file into the draft; after a refusal nothing will come of it, so not even that."""
        draft = self._open()
        if draft is None:
            return Entry(key, digest, len(content))
        self._made.add(path)
        return draft.write(path, content, key, digest)

    def _open(self) -> Draft | None:
        """The draft, made ready when it is first needed; none if something stands against publishing at all."""
        if self._draft is None and not self._refusals:
            opened = open_draft(self._place, self._state, self._manifest)
            if isinstance(opened, Draft):
                self._draft = opened
            else:
                self._refusals = opened
        return self._draft
