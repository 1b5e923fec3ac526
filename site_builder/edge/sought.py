"""The index of the search while somebody writes, made when a word is looked for, from every page as it is then."""

import re
import threading
from collections.abc import Iterator

from site_builder.edge.pool import Map
from site_builder.edge.preview import Preview
from site_builder.model.found import Page
from site_builder.model.job import Artifact, Batch, Job
from site_builder.render.batch import render_batch
from site_builder.stages.browse import FOLDER
from site_builder.stages.glean import glean
from site_builder.stages.sheaf import Index, bind, gather

_FILE = re.compile(rf"(?P<top>(?:[a-z-]+/)?){FOLDER}(?P<name>head|(?:pairs|texts)/[0-9a-f]+)\.js")
_BATCH = 40


class Sought:
    """What was gleaned of pages, by their keys, so that after an edit only what has changed is made again."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._last: tuple[object, str, Index | None] = (None, "", None)
        self._alone = threading.Lock()

    def file(self, preview: Preview, target: str, run: Map) -> bytes | None:
        """A file of the index; None if the path is that of no such file."""
        found = _FILE.fullmatch(target)
        if found is None or preview.site is None:
            return None
        with self._alone:
            if self._last[:2] != (preview.site, found["top"]):
                pages = self._gleaned(preview, found["top"], run)
                self._last = (preview.site, found["top"], bind([gather(pages)]))
            made = self._last[2]
        return made.file(found["name"]) if made and found["name"] in made.names() else None

    def _gleaned(self, preview: Preview, top: str, run: Map) -> list[Page]:
        jobs = list(_pages(preview, top))
        fresh = [job for job in jobs if job.key not in self._pages]
        assert preview.site is not None
        kit = preview.site.kit
        batches = [Batch(tuple(fresh[at : at + _BATCH]), kit) for at in range(0, len(fresh), _BATCH)]
        for made in run(render_batch, batches):
            for one in made:
                if isinstance(one, Artifact):
                    address = one.target.removeprefix(top).removesuffix("index.html")
                    self._pages[one.key] = glean(address, one.content.decode())
        self._pages = {job.key: self._pages[job.key] for job in jobs if job.key in self._pages}
        return list(self._pages.values())


def _pages(preview: Preview, top: str) -> Iterator[Job]:
    """The jobs of all pages of a language that a search knows."""
    assert preview.site is not None
    tops = tuple(one.frame.prefix for one in preview.site.further)
    for job in preview.site.every_job(preview.wish.root):
        own = job.target.startswith(top) and (top or not job.target.startswith(tops))
        if own and job.listed and job.target.endswith(".html"):
            yield job
