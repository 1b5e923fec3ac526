"""The site in memory while somebody writes: every page is made when it is asked for, from the last good state."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from site_builder.catalogue import catalogue
from site_builder.edge.assemble import STATIC, Site, assemble
from site_builder.edge.filed import fetched
from site_builder.edge.intake import take_in, unpack
from site_builder.edge.judge import located
from site_builder.edge.load import Loaded, load, scan_project
from site_builder.edge.memo import Memo
from site_builder.edge.pool import Map
from site_builder.edge.project import Files, Wanted, walk
from site_builder.edge.wish import Wish
from site_builder.model.job import Artifact, Batch, Job
from site_builder.model.problem import Problem
from site_builder.model.told import Severity
from site_builder.render.batch import render_batch
from site_builder.render.oversight import OWN_PAGES
from site_builder.render.overview import AREAS
from site_builder.stages.access import FOLDER as ACCESS
from site_builder.stages.agree import FOLDER
from site_builder.stages.arrange import Arrangement
from site_builder.stages.browse import FOLDER as SEARCH
from site_builder.stages.check import check_one
from site_builder.stages.cite import Reckoner
from site_builder.stages.gather import gather
from site_builder.stages.translate import translate


@dataclass(frozen=True)
class Preview:
    """A state of the project: what was read, what is wrong, and the last site that could be made."""

    wish: Wish
    loaded: Loaded
    problems: tuple[Problem, ...]
    site: Site | None
    """None until the project has once been without errors."""

    @property
    def sound(self) -> bool:
        """Whether the site shows what the files say now."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    def job(self, target: str) -> Job | None:
        """How the file at a path of the site is made, if there is such a file."""
        if self.site is None:
            return None
        jobs = self._in_any_language(self.site, target)
        return next((job for job in jobs if job.target == target), None)

    def _in_any_language(self, site: Site, target: str) -> Iterable[Job]:
        for one in site.further:
            folder = one.frame.prefix
            if target.startswith(folder):
                jobs = self._candidates(site, one, target.removeprefix(folder))
                return translate(jobs, one.frame.language, folder)
        return self._candidates(site, site.arrangement, target)

    def _candidates(self, site: Site, arrangement: Arrangement, target: str) -> Iterable[Job]:
        kind, _, rest = target.partition("/")
        name = rest.partition("/")[0]
        page = arrangement.corpus.find("pages", kind)
        if target.startswith((STATIC, "files/")):
            return chain(site.handed_on(self.wish.root), arrangement.of_machines())
        entry = arrangement.corpus.find(kind, name)
        if entry is not None:
            return arrangement.of_entry(entry)
        if page is not None:
            return arrangement.of_entry(page)
        if f"{kind}/" in (FOLDER, AREAS, ACCESS) or kind in OWN_PAGES:
            return arrangement.of_special()
        if kind == SEARCH.strip("/"):
            return arrangement.of_search()
        if kind in catalogue().kinds:
            return arrangement.of_list(catalogue().kinds[kind])
        return chain(arrangement.of_home(), arrangement.of_machines())


def begin(wish: Wish, files: Files, began: int, memo: Memo, run: Map) -> Preview:
    """The first state: all of `files`, listed after the moment `began`, is read, or recalled where `memo` knows it."""
    return _settled(wish, load(wish.root, scan_project(files), memo, began, wish.today, run), None)


def reread(old: Preview, run: Map) -> Preview:
    """The next state after anything may have changed: files that look untouched are not read again."""
    began = time.time_ns()
    found = scan_project(walk(old.wish.root))
    return _settled(
        old.wish, load(old.wish.root, found, old.loaded.memo, began, old.wish.today, run), old.site
    )


def retouched(old: Preview, paths: frozenset[str]) -> Preview | None:
    """The next state after some known records were edited; None when more than that may have changed.

    Only the edited records are read and checked here, so that they are on the screen at once at any size of project;
    `reread` must follow, for an edit may break what other records say.
    """
    known = {one.path: one for one in old.loaded.scan.records if not one.table}
    if not paths <= known.keys() or not old.sound or old.site is None:
        return None
    wanted = [known[path] for path in sorted(paths)]
    taken, problems = take_in(old.wish.root, wanted)
    fresh = {one.path: unpack(one) for one in taken}
    before = old.loaded.corpus
    entries = (fresh.get(entry.path, entry) for entry in before.entries)
    corpus = gather(entries, before.today, before.files, before.sealed)
    problems += _judged(old.wish.root, wanted, Loaded(old.loaded.scan, corpus, old.loaded.memo, ()))
    others = (problem for problem in old.loaded.problems if problem.where.path not in paths)
    every = tuple(sorted((*others, *problems), key=Problem.order))
    return _settled(old.wish, replace(old.loaded, corpus=corpus, problems=every), old.site)


def _judged(root: Path, wanted: list[Wanted], loaded: Loaded) -> tuple[Problem, ...]:
    paths = {one.path: one for one in wanted}
    entries = (entry for entry in loaded.corpus.entries if entry.path in paths)
    reckoner = Reckoner(loaded.corpus, catalogue())
    return tuple(
        located(root, paths[entry.path], finding)
        for entry in entries
        for finding in check_one(entry, reckoner)
    )


def _settled(wish: Wish, loaded: Loaded, last_good: Site | None) -> Preview:
    """The state that follows: a site without errors takes the place of the last good one."""
    if not loaded.sound:
        return Preview(wish, loaded, loaded.problems, last_good)
    site = assemble(wish, loaded)
    loaded = replace(loaded, memo=site.memo)
    problems = (*loaded.problems, *site.problems)
    broken = any(problem.severity is Severity.ERROR for problem in site.problems)
    return Preview(wish, loaded, problems, last_good if broken else site)


def made(preview: Preview, job: Job, run: Map) -> Artifact | Problem:
    """The file of a job; sheets are made by a worker, pages here."""
    assert preview.site is not None
    ready = fetched(job)
    if isinstance(ready, Problem):
        return ready
    batch = Batch((ready,), preview.site.kit)
    if job.heavy:
        return next(iter(run(render_batch, [batch])))[0]
    return render_batch(batch)[0]
