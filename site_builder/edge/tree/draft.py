"""The second tree while it is brought to the new state: nobody reads it, so it may be changed step by step."""
# ruff: noqa: PTH101, PTH106, PTH108
# Twenty thousand files at a time: making a Path costs more than the call it is made for.

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain

from site_builder.edge.outcome import PublishError
from site_builder.edge.pool import Map
from site_builder.edge.state import NO_SIGN, Entry, Manifest, Sign
from site_builder.edge.tree.lay import FOLDER_MODE, Apart, lay, make_folder, share, share_some
from site_builder.edge.tree.listing import Listing, folders_of, parent, sign_of
from site_builder.edge.tree.survey import Survey

_AT_ONCE = 500
"""Files that one process shares at a time."""
_POSIX = os.name == "posix"


class Draft:
    """A tree under change.

    Files are only ever created, linked and unlinked, never written into: what is unchanged is one file with two
    names, one of them in the tree that readers see. Other processes may make files that are expected here.
    """

    def __init__(self, root: str, base: Listing, back: tuple[str, ...] = ()) -> None:
        self.root = root
        self.back = back
        """What its making has brought back into the live tree, so that the last survey no longer holds."""
        self.files = base.files
        self._folders: dict[str, Sign] = base.folders
        self._touched: set[str] = set()
        self._shrunk = bool(base.looked)
        for folder, mode in base.looked.items():
            # Nobody knows what happened to these; the permissions of others' folders are set again later.
            if mode != FOLDER_MODE:
                os.chmod(self._at(folder), FOLDER_MODE)
            self._touched.add(folder)

    def write(self, path: str, content: bytes, key: str, digest: str) -> Entry:
        """Makes a file of ours."""
        self.expect(path)
        entry = lay(self.root, path, content, key, digest)
        self.files[path] = entry.inode
        return entry

    def took(self, path: str, entry: Entry) -> None:
        """Another process has made a file that was expected."""
        self.files[path] = entry.inode

    def expect(self, path: str) -> None:
        """Sees to it that a file can be made at `path`, here or by another process; folders are made with it."""
        if path in self._folders:
            self.drop([file for file in self.files if file.startswith(path + "/")])
            for folder in sorted(
                (f for f in self._folders if (f + "/").startswith(path + "/")), reverse=True
            ):
                with suppress(FileNotFoundError):  # It was only expected.
                    os.rmdir(self._at(folder))
                del self._folders[folder]
        folder = parent(path)
        self._expect_folder(folder)
        self._touched.add(folder)

    def become(self, live: str, wanted: Mapping[str, Entry], others: Survey | Manifest, run: Map) -> Manifest:
        """Brings the tree to the new state: what is `wanted` and not here yet is shared with the tree at `live`.

        So is what `others` have there. Gives all that is here then.
        """
        foreign = {path: inode for path, inode in others.foreign.items() if path not in wanted}
        self.drop([path for path in self.files if path not in wanted and path not in foreign])
        entries = self._keep(live, wanted, run)
        for path, inode in foreign.items():
            self._carry(live, path, inode)
        guests = self._settle_folders(live, others.guests)
        for folder in self._touched & self._folders.keys() | {""}:
            self._folders[folder] = sign_of(folder, os.lstat(self._at(folder)))
        return Manifest(
            tree=self._folders[""][0],
            entries=entries,
            folders=dict(sorted(self._folders.items())),
            foreign={path: self.files[path] for path in self.files.keys() - entries.keys()},
            guests=tuple(sorted(guests)),
        )

    def drop(self, unwanted: Iterable[str]) -> None:
        """Removes files."""
        for path in list(unwanted):
            self._remove(path)
            self._shrunk = True

    def _keep(self, live: str, entries: Mapping[str, Entry], run: Map) -> dict[str, Entry]:
        """Shares unchanged files of ours with the tree at `live`; gives them with the signs they have then."""
        apart = [path for path, entry in entries.items() if self.files.get(path) != entry.inode]
        for path in apart:
            self.expect(path)
        chunks = [apart[at : at + _AT_ONCE] for at in range(0, len(apart), _AT_ONCE)]
        shared = chain.from_iterable(run(partial(share_some, live, self.root), chunks))
        now = dict(entries)
        for path, signs in zip(apart, shared, strict=True):
            old = entries[path]
            now[path] = new = Entry(old.key, old.digest, *signs)
            if (new.size, new.mtime) != (old.size, old.mtime):
                raise PublishError(path, "changed by somebody while it was being published; please run again")
            self.files[path] = new.inode
        return now

    def _carry(self, live: str, path: str, inode: int) -> None:
        """Takes over a file or link of somebody else's from the tree at `live`."""
        if self.files.get(path) == inode:
            return
        self.expect(path)
        try:
            self.files[path] = share(live, self.root, path).st_ino
        except FileNotFoundError:
            if os.path.lexists(f"{live}/{path}"):
                raise
            # Its owner has removed it just now.

    def _settle_folders(self, live: str, guests: Iterable[str]) -> list[str]:
        """Removes folders that have become empty, and makes others' as in the tree at `live`; names the latter."""
        present = [folder for folder in sorted(guests) if os.path.lexists(f"{live}/{folder}")]
        for folder in present:
            if os.lstat(f"{live}/{folder}").st_dev != os.lstat(live).st_dev:
                raise Apart
            self._expect_folder(folder)
            make_folder(self._at(folder))
        emptied = self._folders.keys() - folders_of(self.files) - set(present) if self._shrunk else ()
        for folder in sorted(emptied, reverse=True):
            os.rmdir(self._at(folder))
            del self._folders[folder]
            self._touched.add(parent(folder))
        for folder in reversed(present):
            if _imitate(f"{live}/{folder}", self._at(folder), times=True):
                self._touched.add(folder)
        if os.path.lexists(live):
            _imitate(live, self.root, times=False)
        return present

    def _at(self, path: str) -> str:
        return self.root + "/" + path if path else self.root

    def _remove(self, path: str) -> None:
        os.unlink(self._at(path))
        del self.files[path]
        self._touched.add(parent(path))

    def _expect_folder(self, path: str) -> None:
        """Sees to it that nothing is in the way of a folder at `path`."""
        if path in self._folders:
            return
        if path in self.files:
            self._remove(path)
        self._expect_folder(parent(path))
        self._folders[path] = NO_SIGN
        self._touched.update((path, parent(path)))


def _imitate(model: str, folder: str, *, times: bool) -> bool:
    """Gives a folder the permissions, owner and perhaps times of another; says whether there was something to do."""
    wanted, now = os.lstat(model), os.lstat(folder)
    same = (wanted.st_mode, wanted.st_uid, wanted.st_gid) == (now.st_mode, now.st_uid, now.st_gid)
    if same and (not times or wanted.st_mtime_ns == now.st_mtime_ns):
        return False
    if _POSIX and (wanted.st_uid, wanted.st_gid) != (now.st_uid, now.st_gid):
        with suppress(PermissionError):  # Only the administrator can give folders away.
            os.chown(folder, wanted.st_uid, wanted.st_gid)
    shutil.copystat(model, folder)
    return True
