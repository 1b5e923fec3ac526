"""Looks into the files that records offer, once each: what was found is kept until the file is touched."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from site_builder.edge.filed import sign_of
from site_builder.edge.project import Found, read_bytes, settled, unreadable
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.private_numbers import plain
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.record import OUTSIDE
from site_builder.model.words import Words
from site_builder.rules.personal_data_stays_inside import consented
from site_builder.stages.attachments.leak import SORTS, Leak
from site_builder.stages.digest import digest
from site_builder.stages.pictures import uses

HIDDEN = Mistake("PRV-07")
NO_PICTURE = Mistake("PIC-05")
PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})
"""How the names of pictures end."""
_FILE = Words("文件里", "the file")
_OF_PERSONS = frozenset({"PRV-04", "PRV-05", "PRV-09"})
"""What only matters where people from outside may open the file."""


class Examined(msgspec.Struct, frozen=True):
    """A file as it was looked into."""

    signature: tuple[int, ...]
    content: str
    """The digest of what was in it."""
    official: str
    """The digest of the numbers that counted as the institution's own."""
    leaks: tuple[Leak, ...]
    size: tuple[int, int] | None = None
    """Width and height, where it is a picture that can be shown."""


def examine(
    root: Path, offered: Mapping[str, Found], corpus: Corpus, known: Mapping[str, Examined], at: int
) -> tuple[dict[str, Examined], list[Problem]]:
    """What the files that records name give away; `known` is what was found last time, at the moment `at`."""
    naming = named_files(corpus.entries)
    pictured = {name for name, use in uses(corpus.entries).items() if use.shown}
    official = frozenset(
        plain(one.number)[-11:] for site in corpus.of("site") for one in site.record.official_contacts
    )
    examined: dict[str, Examined] = {}
    problems: list[Problem] = []
    for name in sorted(naming.keys() & offered.keys()):
        found = offered[name]
        try:
            one = _examined(root, found, official, known.get(name), at)
        except OSError as error:
            problems.append(unreadable(found.path, error))
            continue
        examined[name] = one
        problems += _told(found.path, one.leaks, naming[name], corpus)
        if name in pictured and name.rpartition(".")[2].lower() not in PICTURES:
            problems.append(Problem(Location(found.path), NO_PICTURE, {"found": name}))
    return examined, problems


def named_files(entries: Iterable[Entry[Any]]) -> dict[str, list[Entry[Any]]]:
    """The files in content/files that records name, with these records."""
    naming: dict[str, list[Entry[Any]]] = {}
    for entry in entries:
        record = entry.record
        links = record.body.links if record.body else ()
        names = [one.file for one in record.attachments]
        names += [link.removeprefix("/files/") for link in links if link.startswith("/files/")]
        names += [record.emblem] if getattr(record, "emblem", None) else []
        for name in names:
            naming.setdefault(name, []).append(entry)
    return naming


def _examined(root: Path, found: Found, official: frozenset[str], old: Examined | None, at: int) -> Examined:
    asked = digest(sorted(official))
    same = old is not None and old.official == asked
    if same and old is not None and old.signature == found.signature and settled(found.signature, at):
        return old
    content = read_bytes(root, found.path)
    sign = sign_of(content)
    if same and old is not None and old.content == sign:
        return msgspec.structs.replace(old, signature=found.signature)
    # Imported here: most builds have no new file, and zipfile takes as long to import as a page to make.
    from site_builder.stages.attachments.leaks import leaks

    size, faults = _measured(content, found.path.rpartition(".")[2].lower())
    return Examined(found.signature, sign, asked, (*leaks(found.path, content, official), *faults), size)


def _measured(content: bytes, suffix: str) -> tuple[tuple[int, int] | None, tuple[Leak, ...]]:
    """The size of a picture, or why it cannot be shown."""
    if suffix not in PICTURES:
        return None, ()
    # Imported here: Pillow is worth its start only where there is a new picture.
    from site_builder.render.raster import Fault, size_of

    found = size_of(content, suffix)
    return (None, (Leak(found.code, found.found),)) if isinstance(found, Fault) else (found, ())


def _told(path: str, leaks: Iterable[Leak], naming: list[Entry[Any]], corpus: Corpus) -> list[Problem]:
    agreed = any(consented(entry, corpus) for entry in naming)
    outside = any(entry.record.audience in OUTSIDE for entry in naming)
    problems = []
    for leak in leaks:
        if leak.sort in SORTS:
            what, remedy, severity = SORTS[leak.sort]
            values = {"what": what.fill(found=leak.found), "remedy": remedy}
            problems.append(Problem(Location(path), HIDDEN, values, severity))
        elif leak.sort not in _OF_PERSONS or (outside and not (leak.sort == "PRV-04" and agreed)):
            values = {"found": Words(leak.found, leak.found), "where": _FILE}
            problems.append(Problem(Location(path, leak.line), Mistake(leak.sort), values))
    return problems
