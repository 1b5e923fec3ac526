"""Prints what somebody asks for into files of their own, beside the site and not in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from site_builder.edge.assemble import assemble
from site_builder.edge.load import Loaded
from site_builder.edge.wish import Wish
from site_builder.model.job import Artifact, Batch, Job
from site_builder.model.problem import Problem
from site_builder.render.batch import render_batch
from site_builder.render.book import BookInputs, render_book
from site_builder.render.edition import EDITIONS, Edition
from site_builder.render.sheet import render_board, render_sheet
from site_builder.stages.arrange import Arrangement
from site_builder.stages.select import Selection, select


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it: files, or what was wrong; neither where nothing was meant by the words."""

    problems: tuple[Problem, ...] = ()
    path: Path | None = None
    """The file, or the folder of several."""
    records: int = 0


def print_project(wish: Wish, loaded: Loaded, what: tuple[str, ...], edition: str | None = None) -> Printed:
    """The sheet or book that `what` means, written into the output folder of `wish`; for the board, a sheet each."""
    site = assemble(wish, loaded)
    if site.problems:
        return Printed(site.problems)
    arrangement = site.arrangement
    found = select(what, arrangement.corpus, dict(arrangement.catalogue.kinds))
    if found is None:
        return Printed()
    asked = EDITIONS[edition] if edition else None
    jobs = tuple(_for_the_board(found, what, arrangement, asked) if asked else (_bound(found, arrangement),))
    results = render_batch(Batch(jobs, site.kit))
    wrong = tuple(one for one in results if not isinstance(one, Artifact))
    if wrong:
        return Printed(wrong)
    paths = [_written(wish.output, one) for one in results if isinstance(one, Artifact)]
    return Printed(path=paths[0] if len(paths) == 1 else wish.output, records=len(found.entries))


def _bound(found: Selection, arrangement: Arrangement) -> Job:
    """The sheet of the one record that was found, or the book of all."""
    sheets = tuple(arrangement.sheet_of(entry) for entry in found.entries)
    name = f"{found.file}.pdf"
    if len(sheets) == 1:
        return Job(name, render_sheet, sheets[0], "", found.entries[0].path)
    book = BookInputs(found.title, found.file, sheets, max(one.day for one in sheets))
    return Job(name, render_book, book, "")


def _for_the_board(
    found: Selection, what: tuple[str, ...], arrangement: Arrangement, edition: Edition
) -> Iterator[Job]:
    """The board of a kind that has one, else a sheet for each record."""
    kind = arrangement.catalogue.kinds.get(what[0])
    board = arrangement.board_of(kind, edition) if kind else None
    if board is not None:
        yield Job(f"{found.file}-{edition.name}.pdf", render_board, board, "")
        return
    for entry in found.entries:
        name = f"{entry.name.replace('/', '-')}-{edition.name}.pdf"
        yield Job(name, render_sheet, arrangement.sheet_of(entry, edition), "", entry.path)


def _written(folder: Path, made: Artifact) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / made.target
    fresh = path.with_suffix(".part")
    fresh.write_bytes(made.content)
    fresh.replace(path)
    return path
