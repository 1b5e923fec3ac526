"""A project's folder: which files it holds, under which names, and how they are opened."""

import os
import stat
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

import msgspec

from site_builder.edge.filenames import address, same_everywhere, shown, why_odd
from site_builder.mistakes import names as mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.words import Words

FOLDERS = ("data", "content", "templates")
"""What a site is made from."""
LOG = "data/.published"
"""Where it is noted what the public has read."""

Signature = tuple[int, int, int, int]
"""Size, time of change, time of inode change, inode: what tells a file that was touched from one that was not."""

DEEPEST = 8
"""Folders inside one another."""

_OF_FILES = (".yaml", ".yml", ".md", ".csv")
"""How the names of files end that are read; a folder so called was meant to be one."""
_JUNK = ("~", ".swp", ".swx", ".tmp", ".bak", ".crdownload")


class Found(msgspec.Struct, frozen=True):
    """A file of the project."""

    path: str
    """Relative to the project, written with ``/``."""
    signature: Signature


class Wanted(msgspec.Struct, frozen=True):
    """A record to be read: its file, the table beside it, its kind and its id."""

    path: str
    kind: str
    id: str
    signature: tuple[int, ...]
    table: str = ""


@dataclass(frozen=True)
class Files:
    """Every file of a project, before anybody asks what it is for."""

    data: tuple[Found, ...]
    content: tuple[Found, ...]
    templates: tuple[Found, ...]
    problems: tuple[Problem, ...]
    log: tuple[Found, ...] = ()
    """The publication log."""


@dataclass(frozen=True)
class Scan:
    """What a project holds."""

    records: tuple[Wanted, ...]
    files: dict[str, Found]
    """What may be offered, by its name in content/files."""
    templates: tuple[Found, ...]
    problems: tuple[Problem, ...]
    log: tuple[str, ...] = ()
    """The files of the publication log."""


def walk(root: Path) -> Files:
    """Everything in data/, content/ and templates/."""
    problems: list[Problem] = []
    found: dict[str, list[Found]] = {top: [] for top in (*FOLDERS, LOG)}
    for top, below in found.items():
        _walk(os.fspath(root), top, below, problems)
    data, content, templates, log = (tuple(below) for below in found.values())
    return Files(data, content, templates, tuple(problems), log)


def settled(signature: tuple[int, ...], at: int) -> bool:
    """Whether a file was last touched clearly before the moment `at`; otherwise its times prove nothing."""
    times = (*signature[1::4], *signature[2::4])
    return max(times) < at - 20_000_000


def read_bytes(root: Path, path: str, most: int = -1) -> bytes:
    """A file of the project, at most so many bytes, never through a link nor from a device; OSError when it is gone."""
    handle = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with FileIO(handle) as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(f"not a regular file: {path}")
        # Asked for the most of a small file, Python would lay out room for all that first.
        return file.read(most if 0 <= most < found.st_size else -1)


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a file or folder that cannot be opened."""
    if isinstance(error, PermissionError):
        return problem_of(
            path, mistakes.UNREADABLE, reason=Words("没有读取的权限", "no permission to read it")
        )
    if isinstance(error, FileNotFoundError):
        return problem_of(path, mistakes.UNREADABLE, reason=Words("它刚刚不见了", "it has just disappeared"))
    reason = error.strerror or str(error)
    return problem_of(path, mistakes.UNREADABLE, reason=Words(reason, reason))


def _walk(root: str, folder: str, found: list[Found], problems: list[Problem]) -> None:
    """Regular files below a folder in a fixed order; anything else is told, junk of editors is passed over."""
    try:
        if "/" not in folder and _kind_of(os.lstat(f"{root}/{folder}").st_mode) is not None:
            problems.append(problem_of(folder, mistakes.NOT_A_FOLDER, name=folder))
            return
        entries = sorted(os.scandir(f"{root}/{folder}"), key=lambda entry: entry.name)
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            problems.append(unreadable(folder, error))
        return
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~$")) or name.endswith(_JUNK) or name == "Thumbs.db":
            continue
        _entry(root, f"{folder}/{name}", entry, found, problems)
        other = seen.setdefault(same_everywhere(name), name)
        if other != name:
            values = {"name": shown(name), "other": shown(f"{folder}/{other}")}
            problems.append(problem_of(f"{folder}/{name}", mistakes.SAME_NAME, **values))


def _entry(
    root: str, path: str, entry: os.DirEntry[str], found: list[Found], problems: list[Problem]
) -> None:
    """One thing in a folder: itself when it is a file, what is in it when it is a folder."""
    if (reason := why_odd(entry.name)) is not None:
        stem, dot, suffix = entry.name.strip(" .").rpartition(".")
        suggestion = address(stem if dot else suffix, f".{suffix}" if dot and suffix.isalnum() else "")
        values = {"name": shown(entry.name), "reason": reason, "suggestion": suggestion}
        problems.append(problem_of(path, mistakes.ODD_NAME, **values))
        return
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        problems.append(unreadable(path, error))
        return
    if stat.S_ISREG(status.st_mode):
        signature = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        found.append(Found(path, signature))
    elif (what := _kind_of(status.st_mode)) is not None:
        problems.append(problem_of(path, mistakes.NOT_A_FILE, name=path, found=what))
    elif entry.name.endswith(_OF_FILES):
        problems.append(problem_of(path, mistakes.NOT_A_FILE, name=path, found=Words("文件夹", "a folder")))
    elif path.count("/") > DEEPEST:
        problems.append(problem_of(path, mistakes.FOLDERS_TOO_DEEP, limit=DEEPEST))
    else:
        _walk(root, path, found, problems)


def _kind_of(mode: int) -> Words | None:
    """What something is that is not a folder."""
    if stat.S_ISDIR(mode):
        return None
    if stat.S_ISLNK(mode):
        return Words("链接", "a link")
    return Words("普通文件", "a file") if stat.S_ISREG(mode) else Words("设备或管道", "a device or pipe")


def problem_of(path: str, mistake: Mistake, **values: object) -> Problem:
    """The problem of a file or folder as a whole; its name is written so that it can be printed."""
    return Problem(Location(shown(path)), mistake, values)
