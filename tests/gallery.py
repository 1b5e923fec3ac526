"""Every sheet there is, one of each kind, side by side in one picture: `make sheets` draws it, for people to look at.

python -m tests.gallery [FOLDER]
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from site_builder.catalogue import catalogue
from site_builder.edge.assemble import Site, assemble
from site_builder.edge.load import load, scan_project
from site_builder.edge.memo import Memo
from site_builder.edge.pool import here
from site_builder.edge.project import walk
from site_builder.edge.scaffold import example_of
from site_builder.edge.wish import Wish
from site_builder.model.job import Artifact, Batch, Job
from site_builder.render.batch import render_batch
from site_builder.stages.gather import gather
from tests.cases import Case, corpus_of

ROOT = Path(__file__).parents[1]
DAY = date(2026, 4, 20)
_WIDTH, _ROW = 360, 6


@cache
def site() -> Site:
    """The example site, and one record of every printed kind that it has none of."""
    loaded = load(ROOT, scan_project(walk(ROOT)), Memo("", 0, {}), 0, DAY, here)
    assert loaded.sound
    found = assemble(Wish(ROOT, ROOT / "output", DAY, pages=False), loaded)
    corpus = found.arrangement.corpus
    lacking = [kind for kind in catalogue().kinds.values() if kind.printed and not corpus.of(kind.name)]
    records = {f"{kind.name}/example.yaml": example_of(kind) for kind in lacking}
    examples, _, _ = corpus_of(Case("examples", records, DAY, ()))
    whole = gather((*corpus.entries, *examples.entries), DAY, corpus.files)
    return replace(found, arrangement=replace(found.arrangement, corpus=whole))


def jobs() -> dict[str, Job]:
    """Every sheet of that site, by its path."""
    return {job.target: job for job in site().arrangement.jobs() if job.target.endswith(".pdf")}


def made(job: Job) -> bytes:
    """A sheet; it fails where the sheet could not be made."""
    (result,) = render_batch(Batch((job,), site().kit))
    assert isinstance(result, Artifact), result.message("en")
    return result.content


def one_of_each() -> Iterator[tuple[str, bytes]]:
    """The first sheet of each kind, and every board."""
    seen: set[str] = set()
    for target, job in jobs().items():
        kind, *rest = target.split("/")
        if kind not in seen or len(rest) == 1:
            seen.add(kind)
            yield target, made(job)


def contact_sheet(folder: Path) -> Path:
    """All pages of one sheet of each kind in one picture, beside the sheets themselves."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: list[Image.Image] = []
    for target, content in one_of_each():
        file = folder / target.replace("/", "-")
        file.write_bytes(content)
        subprocess.run(["pdftoppm", "-r", "72", "-png", file, file.with_suffix("")], check=True)
        pages += [Image.open(one).copy() for one in sorted(folder.glob(f"{file.stem}-*.png"))]
    small = [page.resize((_WIDTH, round(page.height * _WIDTH / page.width))) for page in pages]
    tall = max(page.height for page in small) + 10
    whole = Image.new("RGB", (_ROW * (_WIDTH + 10), -(-len(small) // _ROW) * tall), "#777")
    for number, page in enumerate(small):
        whole.paste(page, (number % _ROW * (_WIDTH + 10) + 5, number // _ROW * tall + 5))
    picture = folder / "sheets.png"
    whole.save(picture)
    return picture


if __name__ == "__main__":
    print(contact_sheet(Path(sys.argv[1] if sys.argv[1:] else "dist/sheets")))
