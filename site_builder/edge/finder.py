"""Brings the index of the search to what the pages say now: afresh, or from the standing index by what has changed.

The standing index is its own memory: its blocks tell what the pages said before. It counts only while every file of
it stands as this very tool published it; so after any edits it is what it would be if it were made afresh.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

import msgspec

from site_builder.edge.making import Laid
from site_builder.edge.outcome import disk_trouble
from site_builder.edge.pool import Map, here
from site_builder.edge.publish import Publication
from site_builder.edge.tool import tool
from site_builder.edge.tree.lay import Shelf
from site_builder.model.found import Head, Page
from site_builder.model.job import Changes, Job
from site_builder.stages import index
from site_builder.stages.browse import FOLDER
from site_builder.stages.digest import digest
from site_builder.stages.glean import glean, page_id
from site_builder.stages.sheaf import Index, Sheaf, bind, gather, names

PAGE = f"{FOLDER}index.html"
"""The page of the search of every language."""
CHUNK = 100
"""Pages a worker reads, or files it makes, at a time."""
T = TypeVar("T")
Places = Sequence[tuple[str, str]]
"""Pages by address and file."""


def put_index(publication: Publication, jobs: tuple[Job, ...], changes: Changes, run: Map) -> Iterator[str]:
    """Puts down the index of a publication's pages, all of which have been put or kept; gives their paths."""
    pages = [job.target for job in jobs if job.listed and job.target.endswith(".html")]
    touched = {
        target
        for target in (*(job.target for job in changes.stale), *changes.gone)
        if target.endswith(".html")
    }
    tops = [job.target.removesuffix(PAGE) for job in jobs if job.target.endswith(PAGE)]
    for top in tops:
        others = tuple(other for other in tops if len(other) > len(top))
        finder = _Finder(publication, top, digest("index", tool()))
        own, fresh = (_below(top, others, paths) for paths in (pages, touched))
        yield from finder.put(own, fresh, run)


def _below(top: str, others: tuple[str, ...], paths: Iterable[str]) -> list[str]:
    """The pages of one language, less those of the search itself; the `others` have folders of their own."""
    return [
        path for path in paths if path.startswith(top) and not path.startswith((f"{top}{FOLDER}", *others))
    ]


class _Finder:
    """The index of one language in one publication."""

    def __init__(self, publication: Publication, top: str, key: str) -> None:
        self.publication = publication
        self.top = top
        self.folder = f"{top}{FOLDER}"
        self.key = key

    def put(self, pages: Sequence[str], touched: Collection[str], run: Map) -> Iterator[str]:
        """Puts every file of the index, or keeps it where it stands; gives their paths.

        `pages` are the paths of all pages, `touched` of those that were made in this build or are no more.
        """
        head = index.shape(len(pages))
        old = self.standing(head)
        targets = {name: f"{self.folder}{name}.js" for name in names(head)}
        if old is None:
            if not self.afresh(pages, targets, run if len(pages) > CHUNK else here):
                return
        else:
            files = self.revised(old, set(pages), touched)
            self.publication.keep(*(target for name, target in targets.items() if name not in files))
            for name, value in files.items():
                self.publication.put(targets[name], index.script(name, value), self.key)
        yield from targets.values()

    def standing(self, head: Head) -> Head | None:
        """The head of the index that stands, if all of it stands and has this shape."""
        known = self.publication.known
        if any(known.get(f"{self.folder}{name}.js") != self.key for name in names(head)):
            return None
        old = self._read("head", Head)
        return old if (old.shards, old.blocks) == (head.shards, head.blocks) else None

    def afresh(self, pages: Sequence[str], targets: dict[str, str], run: Map) -> bool:
        """Puts every file, made of every page, if anything can be put; workers gather, and workers lay down."""
        places = [(self._address(path), self.publication.where(path)) for path in pages]
        made = bind(run(gather_from, _parts(places)))
        shelf = self.publication.shelf(targets.values())
        if not isinstance(shelf, Shelf):
            return False  # The publication says why when it is committed.
        with disk_trouble():
            laid = run(Laying(made, shelf, targets, self.key).lay, _parts(tuple(targets)))
            for one in chain.from_iterable(laid):
                self.publication.took(*one)
        return True

    def revised(self, old: Head, pages: set[str], touched: Collection[str]) -> dict[str, object]:
        """The files that differ from the standing ones."""
        blocks: dict[int, list[str]] = {}
        for path in touched:
            number = index.block_of(page_id(self._address(path), ""), old.blocks)
            blocks.setdefault(number, []).append(path)
        files: dict[str, object] = {}
        came: dict[str, set[tuple[str, int]]] = {}
        went: dict[str, set[tuple[str, int]]] = {}
        for number, paths in blocks.items():
            before = self._read(f"texts/{number:x}", list[Page])
            gone = {self._address(path) for path in paths}
            fresh = read_pages(
                [(self._address(path), self.publication.where(path)) for path in paths if path in pages]
            )
            after = sorted([*(page for page in before if page.path not in gone), *fresh], key=index.by_path)
            if after != before:
                files[f"texts/{number:x}"] = after
                _differences(before, after, came)
                _differences(after, before, went)
        return files | self._shards(old, came, went)

    def _shards(
        self, old: Head, came: dict[str, set[tuple[str, int]]], went: dict[str, set[tuple[str, int]]]
    ) -> dict[str, object]:
        """The shards that differ, and the head if there is something new to choose or something less."""
        numbers: dict[int, list[str]] = {}
        for key in came.keys() | went.keys():
            numbers.setdefault(index.shard_of(key, old.shards), []).append(key)
        files: dict[str, object] = {}
        choices = index.as_keys(old)
        for number, keys in numbers.items():
            shard = index.read_shard(self._read(f"pairs/{number:x}", str))
            for key in keys:
                lists = [set(ids) for ids in shard.get(key, index.NOBODY)]
                for id, which in went.get(key, ()):
                    lists[which].discard(id)
                for id, which in came.get(key, ()):
                    lists[which].add(id)
                shard[key] = (frozenset(lists[0]), frozenset(lists[1]))
                if key[0] == " ":
                    choices = choices | {key} if lists[0] else choices - {key}
            files[f"pairs/{number:x}"] = index.write_shard(shard)
        head = Head(old.shards, old.blocks, **index.chosen(choices))
        return files if head == old else files | {"head": head}

    def _address(self, path: str) -> str:
        return path.removeprefix(self.top).removesuffix("index.html")

    def _read(self, name: str, kind: type[T]) -> T:
        content = Path(self.publication.where(f"{self.folder}{name}.js")).read_bytes()
        return msgspec.json.decode(index.value_of(name, content), type=kind)


def _differences(less: list[Page], more: list[Page], found: dict[str, set[tuple[str, int]]]) -> None:
    """Puts down under each key which ids have it in `more` and not in `less`: in the text (0), in the title (1)."""
    had, has = _by_id(less), _by_id(more)
    for id, both in has.items():
        for which in (0, 1):
            for key in both[which] - had.get(id, (set(), set()))[which]:
                found.setdefault(key, set()).add((id, which))


def _by_id(pages: list[Page]) -> dict[str, tuple[set[str], set[str]]]:
    """The keys of pages; two pages of one id are one as far as keys are concerned."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for page in pages:
        texts, titles = index.keys(page)
        one = found.setdefault(page.id, (set(), set()))
        one[0].update(texts)
        one[1].update(titles & texts)
    return found


def read_pages(places: Places) -> Iterator[Page]:
    """What a search needs of pages."""
    return (glean(address, Path(file).read_text("utf-8")) for address, file in places)


def gather_from(places: Places) -> Sheaf:
    """What pages bring into an index; runs in a worker."""
    return gather(read_pages(places))


@dataclass(frozen=True, slots=True)
class Laying:
    """All that is needed to lay down any file of an index."""

    made: Index
    shelf: Shelf
    targets: dict[str, str]
    """The path of each, by name."""
    key: str

    def lay(self, some: Sequence[str]) -> list[Laid]:
        """Lays down some of the files; runs in a worker."""
        return [
            (self.targets[name], *self.shelf.put(self.targets[name], self.made.file(name), self.key))
            for name in some
        ]


def _parts(whole: Sequence[T]) -> Iterator[Sequence[T]]:
    return (whole[at : at + CHUNK] for at in range(0, len(whole), CHUNK))
