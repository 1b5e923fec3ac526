"""The second tree while it is brought to the new state: nobody reads it, so it may be changed step by step."""
# ruff: noqa: PTH101, PTH102, PTH106, PTH108
# Twenty thousand files at a time: making a Path costs more than the call it is made for.

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress

from site_builder.edge.outcome import PublishError
from site_builder.edge.state import NO_SIGN, Entry, Manifest, Sign, write_all
from site_builder.edge.tree.listing import Listing, folders_of, parent, sign_of
from site_builder.edge.tree.survey import FILE_MODE, FOLDER_MODE, entry_of

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_POSIX = os.name == "posix"
# Some systems do not let one link a file of somebody else's, some file systems have no links, or only so many.
_NO_LINK = (errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS)


class Apart(Exception):
    """Something in the live tree cannot be in a second one, so the two trees cannot change places.

    They lie on different file systems, or something else is mounted there, or a file of others is closed to us.
    """


class Draft:
    """A tree under change.

    Files are only ever created, linked and unlinked, never written into: what is unchanged is one file with two
    names, one of them in the tree that readers see.
    """

    def __init__(self, root: str, base: Listing, back: tuple[str, ...] = ()) -> None:
        self.root = root
        self.back = back
        """What its making has brought back into the live tree, so that the last survey no longer holds."""
        self.files = base.files
        self._folders: dict[str, Sign] = base.folders
        self._touched: set[str] = set()
        self._shrunk = bool(base.looked)
        for folder in base.looked:
            # Nobody knows what happened to these; the permissions of others' folders are set again later.
            os.chmod(self._at(folder), FOLDER_MODE)
            self._touched.add(folder)

    def write(self, path: str, content: bytes, key: str, digest: str) -> Entry:
        """Makes a file of ours."""
        self._make_room(path)
        handle = os.open(self._at(path), _NEW_FILE, FILE_MODE)
        try:
            write_all(handle, content)
            if _POSIX:  # The umask has had its say; these are for everybody to read.
                os.fchmod(handle, FILE_MODE)
            status = os.fstat(handle)
        finally:
            os.close(handle)
        self.files[path] = status.st_ino
        return entry_of(key, digest, status)

    def keep(self, live: str, path: str, entry: Entry) -> Entry:
        """Shares an unchanged file of ours with the tree at `live`; gives it back with the signs it has then."""
        if self.files.get(path) == entry.inode:
            return entry
        now = entry_of(entry.key, entry.digest, self._share(live, path))
        if (now.size, now.mtime) != (entry.size, entry.mtime):
            raise PublishError(path, "changed by somebody while it was being published; please run again")
        return now

    def carry(self, live: str, path: str, inode: int) -> None:
        """Takes over a file or link of somebody else's from the tree at `live`."""
        if self.files.get(path) == inode:
            return
        try:
            self._share(live, path)
        except FileNotFoundError:
            if os.path.lexists(f"{live}/{path}"):
                raise
            # Its owner has removed it just now.

    def drop(self, unwanted: Iterable[str]) -> None:
        """Removes files."""
        for path in list(unwanted):
            self._remove(path)
            self._shrunk = True

    def settle_folders(self, live: str, guests: Iterable[str]) -> list[str]:
        """Removes folders that have become empty, and makes others' as in the tree at `live`; names the latter."""
        present = [folder for folder in sorted(guests) if os.path.lexists(f"{live}/{folder}")]
        for folder in present:
            if os.lstat(f"{live}/{folder}").st_dev != os.lstat(live).st_dev:
                raise Apart
            self._folder(folder)
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

    def manifest(self, entries: Mapping[str, Entry], guests: Iterable[str]) -> Manifest:
        """Everything that is in the tree now; all that is not ours is foreign."""
        for folder in self._touched & self._folders.keys() | {""}:
            self._folders[folder] = sign_of(folder, os.lstat(self._at(folder)))
        return Manifest(
            tree=self._folders[""][0],
            entries=dict(entries),
            folders=dict(sorted(self._folders.items())),
            foreign={path: self.files[path] for path in self.files.keys() - entries.keys()},
            guests=tuple(sorted(guests)),
        )

    def _at(self, path: str) -> str:
        return self.root + "/" + path if path else self.root

    def _make_room(self, path: str) -> None:
        """Sees to it that a file can be made at `path`."""
        if path in self._folders:
            self.drop([file for file in self.files if file.startswith(path + "/")])
            for folder in sorted(
                (f for f in self._folders if (f + "/").startswith(path + "/")), reverse=True
            ):
                os.rmdir(self._at(folder))
                del self._folders[folder]
        if path in self.files:
            self._remove(path)
        folder = parent(path)
        self._folder(folder)
        self._touched.add(folder)

    def _remove(self, path: str) -> None:
        os.unlink(self._at(path))
        del self.files[path]
        self._touched.add(parent(path))

    def _folder(self, path: str) -> None:
        """Sees to it that the folder `path` is there."""
        if path in self._folders:
            return
        self._make_room(path)
        os.mkdir(self._at(path), FOLDER_MODE)
        os.chmod(self._at(path), FOLDER_MODE)
        self._folders[path] = NO_SIGN
        self._touched.add(path)

    def _share(self, live: str, path: str) -> os.stat_result:
        """Gives a file of the tree at `live` a second name in this one."""
        self._make_room(path)
        source, target = f"{live}/{path}", self._at(path)
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
        status = os.lstat(target)
        self.files[path] = status.st_ino
        return status


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
