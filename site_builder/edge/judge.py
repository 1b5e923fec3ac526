"""What is wrong with the records of a project seen together, each finding with its file, line and column.

A record in which nothing was found need not be looked at again until it, or something that was read to judge it,
is otherwise; so what was read is remembered with it.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from site_builder.catalogue import catalogue
from site_builder.edge.attachments import named_files
from site_builder.edge.intake import Taken, place_of, unpack
from site_builder.edge.memo import Memo
from site_builder.edge.project import Found, Scan, Wanted
from site_builder.mistakes import records as mistakes
from site_builder.mistakes.files import MANY_PROBLEMS
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Location, Problem
from site_builder.model.told import Severity
from site_builder.model.watched import touched
from site_builder.stages.check import check
from site_builder.stages.digest import digest

FEW = 500
"""Records up to which it is worth while to ask whose judgement rests on what has changed."""
MOST_UNUSED = 100
"""Files without a record that are told of one by one."""
_FRAME = frozenset({"calendars", "profile"})
"""Kinds by which all others are judged."""


class Judgement(NamedTuple):
    """Everything that is wrong, and of each record that was looked at what was read to judge it, by path.

    None where something was found, which has to be found again next time.
    """

    problems: list[Problem]
    reads: dict[str, tuple[str, ...] | None]


def world(corpus: Corpus) -> str:
    """The fingerprint of what rules see besides records."""
    return digest(corpus.today, sorted(corpus.files), dict(corpus.sealed))


def settled(memo: Memo, taken: Iterable[Taken], around: str) -> frozenset[str]:
    """The paths of records whose judgement holds, for nothing that it rests on has changed since the memo.

    `around` is the `world` in which they are judged now.
    """
    now = {one.path: one for one in taken}
    # What was recalled is the very same value.
    new = [one for path, one in now.items() if memo.taken.get(path) is not one]
    old = [one for path, one in memo.taken.items() if now.get(path) is not one]
    if memo.world != around or len(new) + len(old) > FEW or any(one.kind in _FRAME for one in new + old):
        return frozenset()
    changed = touched(unpack(one) for one in (*new, *old))
    others = (one for one in now.values() if one.reads is not None and memo.taken.get(one.path) is one)
    return frozenset(one.path for one in others if changed.isdisjoint(one.reads or ()))


def judge(root: Path, found: Scan, corpus: Corpus, settled: Collection[str] = ()) -> Judgement:
    """Everything that is wrong with the records seen together; those at paths that are `settled` are passed over."""
    wanted = {one.path: one for one in found.records}
    broken = {name_of(one) for one in found.records} - {entry.name for entry in corpus.entries}
    problems: list[Problem] = []
    reads: dict[str, tuple[str, ...] | None] = {}
    for entry, findings, read in check(corpus, catalogue(), settled):
        problems += (
            located(root, wanted[entry.path], finding)
            for finding in findings
            if not _about_a_broken_one(finding, broken)
        )
        reads[entry.path] = None if findings else tuple(sorted(read))
    if not corpus.of("site") and "site/site" not in broken:
        problems.append(Problem(Location("data/site.yaml"), mistakes.SITE_MISSING))
    problems += _vanished(corpus, broken)
    if not broken:  # one that cannot be read may name any file
        problems += _unused(corpus, found.files.values())
    return Judgement(problems, reads)


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
    if finding.mistake is mistakes.NO_SUCH_FIGURE or "/" in found:
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
    unused = [name for name in names if name not in used]
    told = [
        Problem(Location(f"content/files/{name}"), mistakes.UNUSED_FILE, {"found": name})
        for name in unused[:MOST_UNUSED]
    ]
    if len(unused) > MOST_UNUSED:
        where = Location(f"content/files/{unused[MOST_UNUSED]}")
        told.append(Problem(where, MANY_PROBLEMS, {"limit": MOST_UNUSED}, Severity.WARNING))
    return told
