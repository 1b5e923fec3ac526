"""From a project's folder to its corpus: read what was touched, recall the rest, find everything that is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from site_builder.catalogue import catalogue
from site_builder.edge.attachments import examine, named_files
from site_builder.edge.intake import place_of, take_in, unpack
from site_builder.edge.memo import Memo, recall
from site_builder.edge.places import scan
from site_builder.edge.pool import Map, here
from site_builder.edge.project import Files, Found, Scan, Wanted
from site_builder.edge.seals import read_seals
from site_builder.edge.tool import tool
from site_builder.mistakes import records as mistakes
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Location, Problem
from site_builder.model.told import Severity
from site_builder.stages.check import check
from site_builder.stages.gather import gather

CHUNK = 100
"""Records a worker reads at a time."""
FEW = 300
"""Records that are read faster here than by starting workers."""


@dataclass(frozen=True)
class Loaded:
    """A project as it was read."""

    scan: Scan
    corpus: Corpus
    memo: Memo
    problems: tuple[Problem, ...]
    """In the order of files and lines."""

    @property
    def sound(self) -> bool:
        """Whether nothing forbids publishing."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def scan_project(files: Files) -> Scan:
    """What the project's files are for."""
    return scan(files, {kind.name: kind.single for kind in catalogue().kinds.values()})


def load(root: Path, found: Scan, memo: Memo, began: int, today: date, run: Map) -> Loaded:
    """Read and check everything; `began` is the moment before the scan, `run` spreads the reading over workers."""
    known, unknown = recall(memo, root, found.records)
    chunks = [unknown[at : at + CHUNK] for at in range(0, len(unknown), CHUNK)]
    results = (run if len(unknown) > FEW else here)(partial(take_in, root), chunks)
    problems = list(found.problems)
    taken = list(known)
    for fresh, faults in results:
        taken += fresh
        problems += faults
    sealed = read_seals(root, found.log)
    corpus = gather((unpack(one) for one in taken), today, frozenset(found.files), sealed)
    # A record with a warning is read again next time, so that the warning is told again.
    warned = {problem.where.path for problem in problems}
    remembered = {one.path: one for one in taken if one.path not in warned}
    problems += judge(root, found, corpus)
    examined, leaking = examine(root, found.files, corpus, memo.examined, memo.at)
    problems += leaking
    # What was recalled is the very same value, so whatever is not has been read anew or is gone.
    same = {one.path for one in known} & remembered.keys()
    changed = memo.changed | (memo.taken.keys() - same) | (remembered.keys() - same)
    kept = msgspec.structs.replace(
        memo, tool=tool(), at=began, taken=remembered, examined=examined, changed=changed
    )
    return Loaded(found, corpus, kept, tuple(sorted(problems, key=Problem.order)))


def judge(root: Path, found: Scan, corpus: Corpus) -> list[Problem]:
    """Everything that is wrong with the records seen together."""
    wanted = {one.path: one for one in found.records}
    broken = {name_of(one) for one in found.records} - {entry.name for entry in corpus.entries}
    problems = [
        located(root, wanted[entry.path], finding)
        for entry, finding in check(corpus, catalogue())
        if not _about_a_broken_one(finding, broken)
    ]
    if not corpus.of("site") and "site/site" not in broken:
        problems.append(Problem(Location("data/site.yaml"), mistakes.SITE_MISSING))
    problems += _vanished(corpus, broken)
    problems += _unused(corpus, found.files.values())
    return problems


def name_of(wanted: Wanted) -> str:
    """What references call the record in a file."""
    return f"{wanted.kind}/{wanted.id}"


def located(root: Path, wanted: Wanted, finding: Finding) -> Problem:
    """The finding with its file, line and column."""
    return Problem(
        place_of(root, wanted, finding.trail, finding.words), finding.mistake, finding.values, finding.weighs
    )


def _about_a_broken_one(finding: Finding, broken: set[str]) -> bool:
    """Whether something only seems to be missing, or to lead nowhere, because its record could not be read."""
    found = str(finding.values.get("found", "")).partition("#")[0].strip("/")
    if finding.mistake is mistakes.NO_SUCH_FIGURE:
        found = found.partition(".")[0]
    kind = finding.values.get("kind", "pages")
    if finding.lacks and any(name.startswith(f"{finding.lacks}/") for name in broken):
        return True
    return found in broken or f"{kind}/{found}" in broken


def _vanished(corpus: Corpus, broken: set[str]) -> list[Problem]:
    """Records that the public has read and that are gone, with no notice that withdraws them."""
    there = broken | {entry.name for entry in corpus.entries}
    there |= {one.record.subject for one in corpus.of("notices") if one.record.type == "withdrawal"}
    return [
        Problem(Location(f"data/{name}.yaml"), mistakes.VANISHED, {"name": name, "on": seal.on})
        for name, seal in sorted(corpus.sealed.items())
        if name not in there
    ]


def _unused(corpus: Corpus, offered: Iterable[Found]) -> list[Problem]:
    used = named_files(corpus.entries)
    names = [one.path.removeprefix("content/files/") for one in offered]
    return [
        Problem(Location(f"content/files/{name}"), mistakes.UNUSED_FILE, {"found": name})
        for name in names
        if name not in used
    ]
