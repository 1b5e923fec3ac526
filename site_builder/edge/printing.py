"""Prints what somebody asks for into one file of its own, beside the site and not in it."""

from dataclasses import dataclass
from pathlib import Path

from site_builder.edge.assemble import assemble
from site_builder.edge.load import Loaded
from site_builder.edge.wish import Wish
from site_builder.model.job import Artifact, Batch, Job
from site_builder.model.problem import Problem
from site_builder.render.batch import render_batch
from site_builder.render.book import BookInputs, render_book
from site_builder.render.sheet import render_sheet
from site_builder.stages.select import select


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it: a file, or what was wrong; neither where nothing was meant by the words."""

    problems: tuple[Problem, ...] = ()
    path: Path | None = None
    records: int = 0


def print_project(wish: Wish, loaded: Loaded, what: tuple[str, ...]) -> Printed:
    """The sheet or book that `what` means, written into the output folder of `wish`."""
    site = assemble(wish, loaded)
    if site.problems:
        return Printed(site.problems)
    arrangement = site.arrangement
    found = select(what, arrangement.corpus, dict(arrangement.catalogue.kinds))
    if found is None:
        return Printed()
    sheets = tuple(arrangement.sheet_of(entry) for entry in found.entries)
    name = f"{found.file}.pdf"
    if len(sheets) == 1:
        job = Job(name, render_sheet, sheets[0], "", found.entries[0].path)
    else:
        book = BookInputs(found.title, found.file, sheets, max(one.day for one in sheets))
        job = Job(name, render_book, book, "")
    (result,) = render_batch(Batch((job,), site.kit))
    if not isinstance(result, Artifact):
        return Printed((result,))
    wish.output.mkdir(parents=True, exist_ok=True)
    path = wish.output / name
    fresh = path.with_suffix(".part")
    fresh.write_bytes(result.content)
    fresh.replace(path)
    return Printed(path=path, records=len(sheets))
