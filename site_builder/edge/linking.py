"""No reader is led nowhere: links are looked at in every page that was made, and in the others where a target is gone.

What links lead to is known from the jobs before anything is made; so a page needs to be read again only if something
that it may lead to is there no more: a file, or a place in a page that was made anew.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from site_builder.edge.publish import Publication
from site_builder.mistakes import templates as mistakes
from site_builder.model.job import Changes, Job, Kit
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.render.page import top_of
from site_builder.stages.announce import CHECKSUMS, SITEMAP
from site_builder.stages.browse import FOLDER as SEARCH
from site_builder.stages.leads import Leads, Ways, addresses, ids_in, leads


class Links:
    """The links of one publication."""

    def __init__(self, publication: Publication, jobs: tuple[Job, ...], changes: Changes, kit: Kit) -> None:
        """Remembers which places readers could be led to, as long as the pages that had them still stand."""
        self._publication, self._jobs, self._kit = publication, jobs, kit
        targets = (*(job.target for job in jobs), SITEMAP, CHECKSUMS)
        self.ways = Ways(addresses(targets), top_of(kit.frame))
        self._kept = [path for path in changes.kept if path.endswith(".html")]
        known = publication.known if self._kept else {}
        again = [job.target for job in changes.stale if job.target.endswith(".html") and job.target in known]
        self._before = {path: self._ids(path) for path in again}
        self._gone = any(not _is_made_last(path) for path in changes.gone)

    def faults(self, found: Iterable[Leads]) -> tuple[Problem, ...]:
        """What is wrong, once all pages are made; `found` is what was seen of the links of those just made."""
        problems: dict[tuple[Location, Mistake, str], Problem] = {}
        for page, mistake, said in self._wrong([*found, *self._again()]):
            end = said.lstrip("./")
            for _, folder in self._kit.frame.tongues:
                end = end.removeprefix(folder)
            place = self._written_in(page, end)
            values = {"target": page, "found": said}
            # A template draws many pages, and those in every language: it is named once.
            problems.setdefault((place, mistake, end), Problem(place, mistake, values))
        return tuple(problems.values())

    def _wrong(self, every: Iterable[Leads]) -> Iterator[tuple[str, Mistake, str]]:
        """What is wrong with which page, and the words for it."""
        known: dict[str, set[str]] = {}
        for page in every:
            yield from ((page.page, mistakes.LEADS_NOWHERE, link) for link in page.astray)
            yield from ((page.page, mistakes.ID_TWICE, id) for id in page.twice)
            for other, place in page.places:
                if other.endswith(".html"):
                    known[other] = known[other] if other in known else self._ids(other)
                    if place not in known[other]:
                        yield page.page, mistakes.LEADS_NOWHERE, f"{other.removesuffix('index.html')}#{place}"

    def _again(self) -> Iterator[Leads]:
        """The links of pages that stayed, if something that they may lead to is there no more."""
        if self._gone or any(before - self._ids(path) for path, before in self._before.items()):
            for path in self._kept:
                yield leads(path, Path(self._publication.where(path)).read_text("utf-8"), self.ways)

    def _ids(self, path: str) -> set[str]:
        return ids_in(Path(self._publication.where(path)).read_text("utf-8"))

    def _written_in(self, page: str, end: str) -> Location:
        """The line of a template in which the end of a link stands; that of the page itself is asked first."""
        drawn_by = next(job.template for job in self._jobs if job.target == page)
        texts = self._kit.templates
        end = end.rpartition("#")[2]
        for name in (drawn_by, *sorted(name for name in texts if not name.startswith("print/"))):
            for number, line in enumerate(texts.get(name, "").split("\n"), 1):
                if end and end in line and '="' in line:
                    return Location(f"templates/{name}", number)
        return Location(f"templates/{drawn_by}")


def _is_made_last(path: str) -> bool:
    """Whether it is no job's, but made of all of them: the index of the search, what is said of the whole site."""
    return path in (SITEMAP, CHECKSUMS) or (path.endswith(".js") and SEARCH in path)
