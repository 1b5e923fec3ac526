"""Looks into the files that records offer, once each: what was found is kept until the file is touched."""

import logging
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from site_builder.edge.filed import sign_of
from site_builder.edge.pool import Map, here
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
from site_builder.stages.seal import files_of

HIDDEN = Mistake("PRV-07")
EXCHANGED = Mistake("DOC-02")
NO_PICTURE = Mistake("PIC-05")
PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})
"""How the names of pictures end."""
PATIENCE = 20.0
"""Seconds of work that one file is worth."""
FEW, CHUNK = 20, 5
"""Files that are looked into faster here than by starting workers; files that a worker takes at a time."""
_FILE = Words("文件里", "the file")
_OF_PERSONS = frozenset({"PRV-04", "PRV-05", "PRV-09"})
"""What only matters where people from outside may open the file."""
_SHOWN = 12
"""Figures of a digest that a message shows."""


class Examined(msgspec.Struct, frozen=True):
    """A file as it was looked into."""

    signature: tuple[int, ...]
    content: str
    """The digest of what was in it, by which anybody can compare it: SHA-256."""
    official: str
    """The digest of the numbers that counted as the institution's own."""
    leaks: tuple[Leak, ...]
    size: tuple[int, int] | None = None
    """Width and height, where it is a picture that can be shown."""


class _Wanted(msgspec.Struct, frozen=True):
    """A file to be looked into, and what was found in it the last time."""

    name: str
    found: Found
    old: Examined | None


def examine(
    root: Path, offered: Mapping[str, Found], corpus: Corpus, known: Mapping[str, Examined], at: int, run: Map
) -> tuple[dict[str, Examined], list[Problem]]:
    """What the files that records name give away; `known` is what was found last time, at the moment `at`."""
    naming = named_files(corpus.entries)
    pictured = {name for name, use in uses(corpus.entries).items() if use.shown}
    official = official_numbers(corpus)
    asked = digest(sorted(official))
    examined: dict[str, Examined] = {}
    touched: list[_Wanted] = []
    for name in sorted(naming.keys() & offered.keys()):
        found, old = offered[name], known.get(name)
        if old is not None and old.official != asked:
            old = None
        if old is not None and old.signature == found.signature and settled(found.signature, at):
            examined[name] = old
        else:
            touched.append(_Wanted(name, found, old))
    chunks = [touched[begin : begin + CHUNK] for begin in range(0, len(touched), CHUNK)]
    problems: list[Problem] = []
    for looked in (run if len(touched) > FEW else here)(partial(_look, root, official, asked), chunks):
        for name, one in looked:
            if isinstance(one, Problem):
                problems.append(one)
            else:
                examined[name] = one
    for name in sorted(examined):
        problems += _told(offered[name].path, examined[name].leaks, naming[name], corpus)
        problems += exchanged(name, offered[name].path, examined[name].content, naming[name], corpus)
        if name in pictured and name.rpartition(".")[2].lower() not in PICTURES:
            problems.append(Problem(Location(offered[name].path), NO_PICTURE, {"found": name}))
    return examined, problems


def official_numbers(corpus: Corpus) -> frozenset[str]:
    """The numbers that are the institution's own."""
    return frozenset(
        plain(one.number)[-11:] for site in corpus.of("site") for one in site.record.official_contacts
    )


def named_files(entries: Iterable[Entry[Any]]) -> dict[str, list[Entry[Any]]]:
    """The files in content/files that records name, with these records."""
    naming: dict[str, list[Entry[Any]]] = {}
    for entry in entries:
        for name in files_of(entry):
            naming.setdefault(name, []).append(entry)
    return naming


def _look(
    root: Path, official: frozenset[str], asked: str, wanted: Sequence[_Wanted]
) -> list[tuple[str, Examined | Problem]]:
    """Each file as it is now; in a worker, where there are many."""
    looked: list[tuple[str, Examined | Problem]] = []
    for one in wanted:
        try:
            content = read_bytes(root, one.found.path)
        except OSError as error:
            looked.append((one.name, unreadable(one.found.path, error)))
            continue
        sign = sign_of(content)
        if one.old is not None and one.old.content == sign:
            looked.append((one.name, msgspec.structs.replace(one.old, signature=one.found.signature)))
            continue
        size, faults = _measured(content, one.name.rpartition(".")[2].lower())
        leaks = (*looked_into(one.name, content, official), *faults)
        looked.append((one.name, Examined(one.found.signature, sign, asked, leaks, size)))
    return looked


def looked_into(name: str, content: bytes, official: frozenset[str]) -> tuple[Leak, ...]:
    """What one file gives away, as far as can be told in a reasonable time."""
    # Imported here: most builds have no new file, and what opens them takes half a second to import.
    from site_builder.stages.attachments.leaks import leaks

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what is wrong with a file is told by us
    end = time.process_time() + PATIENCE
    return leaks(name, content, official, lambda: time.process_time() > end)


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


def exchanged(
    name: str, path: str, now: str, naming: Iterable[Entry[Any]], corpus: Corpus
) -> Iterator[Problem]:
    """Every record that says, or of which is noted, that this file was another one."""
    for entry in naming:
        seal = corpus.sealed.get(entry.name)
        noted = [one.sha256 for one in entry.record.attachments if one.file == name and one.sha256]
        if seal is not None and name in seal.files and len(entry.record.corrections) <= seal.corrections:
            noted.append(seal.files[name])
        was = next((one for one in noted if one.lower() != now), None)
        if was is not None:
            values = {"record": entry.name, "was": was[:_SHOWN], "now": now[:_SHOWN]}
            yield Problem(Location(path), EXCHANGED, values)
