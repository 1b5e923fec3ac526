"""From a project's folder to its corpus: read what was touched, recall the rest, find everything that is wrong."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from site_builder.catalogue import catalogue
from site_builder.edge.attachments import examine
from site_builder.edge.faces import faults_of_faces
from site_builder.edge.intake import Taken, take_in, unpack
from site_builder.edge.judge import Judgement, judge, settled, world
from site_builder.edge.memo import Memo, recall
from site_builder.edge.places import scan
from site_builder.edge.pool import Map, here
from site_builder.edge.project import Files, Scan
from site_builder.edge.seals import read_seals
from site_builder.edge.tool import tool
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Problem
from site_builder.model.told import Severity
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
    around = world(corpus)
    judged = judge(root, found, corpus, settled(memo, taken, around))
    examined, leaking = examine(root, found.files, corpus, memo.examined, memo.at, run)
    remembered = _remembered(found, taken, judged, {problem.where.path for problem in problems})
    problems += (*judged.problems, *leaking, *faults_of_faces(root, found, corpus))
    # What was recalled is the very same value, so whatever is not has been read or judged anew, or is gone.
    same = {path for path, one in remembered.items() if memo.taken.get(path) is one}
    changed = memo.changed | (memo.taken.keys() - same) | (remembered.keys() - same)
    kept = msgspec.structs.replace(
        memo, tool=tool(), at=began, world=around, taken=remembered, examined=examined, changed=changed
    )
    return Loaded(found, corpus, kept, tuple(sorted(problems, key=Problem.order)))


def _remembered(
    found: Scan, taken: Iterable[Taken], judged: Judgement, warned: Collection[str]
) -> dict[str, Taken]:
    """What was read, by path, each with what was read to judge it.

    A record with a warning is read again next time, so that the warning is told again.
    """
    again = {one.path for one in found.records if not {one.path, one.table}.isdisjoint(warned)}
    kept: dict[str, Taken] = {}
    for one in taken:
        signature = () if one.path in again else one.signature
        reads = judged.reads.get(one.path, one.reads)
        same = (signature, reads) == (one.signature, one.reads)
        kept[one.path] = one if same else msgspec.structs.replace(one, signature=signature, reads=reads)
    return kept
