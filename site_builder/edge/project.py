"""A project's folder: which files it holds, under which names, and how they are opened."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.mistakes import files as mistakes
from site_builder.mistakes.values import meant
from site_builder.model.form import SLUG, fits
from site_builder.model.problem import Location, Problem
from site_builder.model.words import Words

Signature = tuple[int, int, int, int]
"""Size, time of change, time of inode change, inode: what tells a file that was touched from one that was not."""

_JUNK = ("~", ".swp", ".swx", ".tmp", ".bak", ".crdownload")
_OFFERED = frozenset("pdf xlsx xls docx doc pptx csv txt jpg jpeg png webp ods odt zip json".split())
"""Endings of files that may be offered for download; pages and scripts of others have no place on the site's address."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the project."""

    path: str
    """Relative to the project, written with ``/``."""
    signature: Signature


@dataclass(frozen=True, slots=True)
class Wanted:
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


@dataclass(frozen=True)
class Scan:
    """What a project holds."""

    records: tuple[Wanted, ...]
    files: dict[str, Found]
    """What may be offered, by its name in content/files."""
    templates: tuple[Found, ...]
    problems: tuple[Problem, ...]


def walk(root: Path) -> Files:
    """Everything in data/, content/ and templates/."""
    problems: list[Problem] = []
    data, content, templates = (tuple(_walk(root, top, problems)) for top in ("data", "content", "templates"))
    return Files(data, content, templates, tuple(problems))


def scan(files: Files, kinds: dict[str, bool]) -> Scan:
    """What the files are for, by their place and name; `kinds` says of each kind whether it has a single record."""
    pages = [one for one in files.content if not one.path.startswith("content/files/")]
    offered = [one for one in files.content if one.path.startswith("content/files/")]
    records, faults = _records(files.data, pages, kinds)
    problems = [*files.problems, *faults, *(_stray(one.path) for one in offered if not _offered(one.path))]
    if not files.data:
        problems.append(Problem(Location("data"), mistakes.NO_DATA, {"name": "data/"}))
    named = {one.path.removeprefix("content/files/"): one for one in offered if _offered(one.path)}
    return Scan(tuple(records), named, files.templates, tuple(problems))


def settled(signature: tuple[int, ...], at: int) -> bool:
    """Whether a file was last touched clearly before the moment `at`; otherwise its times prove nothing."""
    times = (*signature[1::4], *signature[2::4])
    return max(times) < at - 20_000_000


def _walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[Found]:
    """Regular files below a folder in a fixed order; anything else is told, junk of editors is passed over."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith((".", "~$")) or entry.name.endswith(_JUNK) or entry.name == "Thumbs.db":
            continue
        found = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode):
            yield from _walk(root, path, problems)
        elif stat.S_ISREG(found.st_mode):
            yield Found(path, (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))
        else:
            what = (
                Words("链接", "a link")
                if stat.S_ISLNK(found.st_mode)
                else Words("设备或管道", "a device or pipe")
            )
            problems.append(Problem(Location(path), mistakes.NOT_A_FILE, {"name": path, "found": what}))


def _records(
    data: tuple[Found, ...], pages: list[Found], kinds: dict[str, bool]
) -> tuple[list[Wanted], list[Problem]]:
    tables = {one.path.removesuffix(".csv"): one for one in data if one.path.endswith(".csv")}
    records: dict[str, Wanted] = {}
    problems: list[Problem] = []
    for one in [*data, *pages]:
        name, problem = _named(one.path, kinds)
        if problem is not None:
            problems.append(problem)
        if name is None:
            continue
        if name in records:
            values = {"name": name, "other": records[name].path}
            problems.append(Problem(Location(one.path), mistakes.TWICE, values))
            continue
        table = (
            tables.pop(one.path.rpartition(".")[0], None) if one.path.startswith("data/registers/") else None
        )
        signature = (*one.signature, *(table.signature if table else ()))
        kind, _, id = name.partition("/")
        records[name] = Wanted(one.path, kind, id, signature, table.path if table else "")
    problems += [_stray(one.path) for one in tables.values()]
    return list(records.values()), problems


def _named(path: str, kinds: dict[str, bool]) -> tuple[str | None, Problem | None]:
    """The kind and id that a file's place and name give it, or why they give none."""
    top, _, rest = path.partition("/")
    stem, _, suffix = rest.rpartition(".")
    if suffix == "csv" or (top == "data" and suffix == "md"):
        return None, None
    if suffix not in (("yaml", "yml") if top == "data" else ("md",)):
        return None, _stray(path)
    kind, _, _ = stem.partition("/") if top == "data" else ("pages", "", "")
    id = stem.rpartition("/")[2]
    if kind not in kinds:
        values = {"name": kind, "kinds": ", ".join(kinds), "guess": meant(kind, list(kinds))}
        return None, Problem(Location(path), mistakes.UNKNOWN_FOLDER, values)
    if kinds[kind] != ("/" not in stem) and top == "data":
        return None, _stray(path)
    if fits(SLUG, id) is None:
        return None, Problem(Location(path), mistakes.BAD_NAME, {"name": id, "suggestion": _slug(id, suffix)})
    return f"{kind}/{id}", None


def _slug(name: str, suffix: str) -> str:
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name.lower()).strip("-")
    while "--" in kept:
        kept = kept.replace("--", "-")
    return f"{kept or 'exercise-books'}.{suffix}"


def _offered(path: str) -> bool:
    return path.count("/") == 2 and path.rpartition(".")[2].lower() in _OFFERED


def _stray(path: str) -> Problem:
    return Problem(Location(path), mistakes.STRAY_FILE, {"name": path})


def read_bytes(root: Path, path: str) -> bytes:
    """A file of the project, never through a link and never from a device; OSError when it is gone."""
    handle = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"not a regular file: {path}")
        return file.read()
