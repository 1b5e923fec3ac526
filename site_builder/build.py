"""The whole of a build, top to bottom: read, check, arrange, compare, render, announce, publish."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from site_builder.edge.assemble import Site, assemble, template_problems
from site_builder.edge.attachments import official_numbers
from site_builder.edge.finder import put_index
from site_builder.edge.history import history
from site_builder.edge.last import Last, fingerprint, in_words, save_last
from site_builder.edge.linking import Links
from site_builder.edge.listed import listed
from site_builder.edge.load import Loaded, load, scan_project
from site_builder.edge.lock import hold
from site_builder.edge.making import Bench
from site_builder.edge.memo import NOTHING_READ, load_memo, save_memo
from site_builder.edge.outcome import Published, disk_trouble
from site_builder.edge.pool import Map, crews, here
from site_builder.edge.project import FOLDERS, Files, walk
from site_builder.edge.publish import Publication
from site_builder.edge.refusal import foreign_remains, refused, same_address
from site_builder.edge.terminal import progress
from site_builder.edge.tool import tool
from site_builder.edge.tree.lay import Shelf
from site_builder.edge.wish import Wish
from site_builder.model.job import Job, Report
from site_builder.model.problem import Problem
from site_builder.stages.announce import announce
from site_builder.stages.browse import FOLDER as SEARCH
from site_builder.stages.compare import compare
from site_builder.stages.leads import Leads

LIGHT = 40
"""Pages a worker makes at a time."""
FEW = 40
"""Pages that are made faster here than by starting workers."""


def read_project(wish: Wish) -> Loaded:
    """A project with everything that is wrong with its records; nothing is written."""
    with crews(wish.workers) as run:
        began = time.time_ns()
        found = scan_project(walk(wish.root))
        return load(wish.root, found, load_memo(wish.state, tool()), began, wish.today, run)


def check_project(wish: Wish, past: bool = False) -> Report:
    """Everything that is wrong with a project, and with its history in git where it is asked; nothing is written."""
    loaded = read_project(wish)
    problems = (*loaded.problems, *template_problems(wish, loaded))
    if past:
        problems += history(wish.root, official_numbers(loaded.corpus))
    return Report(problems, records=len(loaded.corpus.entries))


def build_project(wish: Wish, files: Files, began: int) -> Report:
    """Publish the project, or change nothing and say why; `files` is what was found at the moment `began`."""
    with hold(wish.state), crews(wish.workers) as run:
        loaded = load(wish.root, scan_project(files), load_memo(wish.state, tool()), began, wish.today, run)
        if not loaded.sound:
            return Report(loaded.problems, records=len(loaded.corpus.entries))
        site = assemble(wish, loaded)
        problems = (*loaded.problems, *site.problems)
        if site.problems:
            return Report(problems, records=len(loaded.corpus.entries))
        # What was read is worth keeping whatever comes of publishing it, and need not be held in memory until then.
        save_memo(wish.state, site.memo)
        loaded, site = replace(loaded, memo=NOTHING_READ), replace(site, memo=NOTHING_READ)
        report = _publish(wish, loaded, site, run)
        if report.published:
            _remember(wish, files, began, report)
        return report


def _publish(wish: Wish, loaded: Loaded, site: Site, run: Map) -> Report:
    """Make what is missing or old, and put it all in place in one step."""
    jobs = tuple(site.every_job(wish.root))
    records = len(loaded.corpus.entries)
    if doubles := same_address(jobs):
        return Report((*loaded.problems, *doubles), records=records)
    sources = tuple(wish.root / top for top in FOLDERS)
    with Publication(wish.output, wish.state, sources, listed(wish.output)) as publication:
        if refusals := publication.refusals(job.target for job in jobs):
            return Report((*loaded.problems, *refused(refusals)), records=records)
        changes = compare(jobs, publication.known)
        publication.keep(*changes.kept)
        links = Links(publication, jobs, changes, site.kit)
        if faults := _make(changes.stale, site, publication, links, run):
            return Report((*loaded.problems, *faults), records=records)
        targets = [*(job.target for job in jobs), *put_index(publication, jobs, changes, run)]
        digests = {target: publication.digest(target) for target in targets}
        named = (
            job.target
            for job in jobs
            if job.target.endswith(".html") and (job.listed or SEARCH in job.target)
        )
        for job in announce(named, digests, site.kit.frame):
            publication.put(job.target, job.render(job.inputs, site.kit), job.key)
        done = publication.commit(run)
    if not isinstance(done, Published):
        return Report((*loaded.problems, *refused(done)), records=records)
    notes = foreign_remains(done.foreign)
    made, withdrawn = len(done.made), len(done.withdrawn)
    return Report((*loaded.problems, *notes), made, done.kept, withdrawn, records, published=True)


def _make(
    stale: tuple[Job, ...], site: Site, publication: Publication, links: Links, run: Map
) -> tuple[Problem, ...]:
    """Make and lay down what is stale, heavy work first; gives what could not be made, or leads nowhere."""
    heavy = [job for job in stale if job.heavy]
    jobs = (*heavy, *(job for job in stale if not job.heavy))
    shelf = publication.shelf(job.target for job in jobs) if jobs else ()
    if not isinstance(shelf, Shelf):
        return refused(shelf)
    alone = len(jobs) <= FEW and len(heavy) < 2
    faults: list[Problem] = []
    found: list[Leads] = []
    with disk_trouble():
        made = (here if alone else run)(
            Bench(jobs, site.kit, shelf, links.ways).make, _batches(len(heavy), len(jobs))
        )
        for one in progress(chain.from_iterable(made), len(jobs), "生成 / making"):
            if isinstance(one, Problem):
                faults.append(one)
            else:
                publication.took(*one[0])
                found += [one[1]] if one[1] else []
        return tuple(faults) or links.faults(found)


def _batches(heavy: int, every: int) -> Iterator[range]:
    """Which jobs are done together: each heavy one by itself, the others many at a time."""
    yield from (range(at, at + 1) for at in range(heavy))
    yield from (range(at, min(at + LIGHT, every)) for at in range(heavy, every, LIGHT))


def _remember(wish: Wish, files: Files, began: int, report: Report) -> None:
    """Keep what spares the next build all work if nothing is touched."""
    kept = tuple(in_words(problem) for problem in report.problems)
    save_last(
        wish.state, Last(fingerprint(wish, files, began), report.made + report.kept, report.records, kept)
    )
