"""An index of the search made of all its pages: some are gathered here, some there, then every file is made of all.

What a worker has gathered is a sheaf; an index binds the sheaves, and any worker can make any of its files then.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from site_builder.model.found import Head, Page
from site_builder.stages import index
from site_builder.stages.glean import WIDTH

K = TypeVar("K")
V = TypeVar("V")


class Sheaf(msgspec.Struct, frozen=True):
    """What some pages bring into an index."""

    pages: tuple[tuple[str, str, bytes], ...]
    """Each page's id, its path and what the block of its text says of it."""
    texts: dict[str, str]
    """Under each key the ids of the pages that have it, one after another."""
    titles: dict[str, str]


def gather(pages: Iterable[Page]) -> Sheaf:
    """What pages bring into an index."""
    held: list[tuple[str, str, bytes]] = []
    texts: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    for page in pages:
        held.append((page.id, page.path, msgspec.json.encode(page)))
        for found, ids in zip(index.keys(page), (texts, titles), strict=True):
            for key in found:
                ids.setdefault(key, []).append(page.id)
    return Sheaf(tuple(held), _joined(texts), _joined(titles))


def _joined(ids: dict[str, list[str]]) -> dict[str, str]:
    return {key: "".join(found) for key, found in ids.items()}


@dataclass(frozen=True)
class Index:
    """A whole index whose files are made when they are asked for."""

    head: Head
    _blocks: dict[int, list[tuple[str, bytes]]]
    _shards: dict[int, dict[str, tuple[list[str], list[str]]]]

    def names(self) -> Iterator[str]:
        """Every file, without folder and suffix."""
        return names(self.head)

    def file(self, name: str) -> bytes:
        """The content of one of its files."""
        sort, _, number = name.partition("/")
        if sort == "head":
            return index.script(name, self.head)
        if sort == "texts":
            block = sorted(self._blocks.get(int(number, 16), ()))
            return index.script(name, [msgspec.Raw(text) for _, text in block])
        shard = self._shards.get(int(number, 16), {})
        lists = {key: (_ids(texts), _ids(titles)) for key, (texts, titles) in shard.items()}
        return index.script(name, index.write_shard(lists))


def bind(sheaves: Iterable[Sheaf]) -> Index:
    """The index of all pages of some sheaves."""
    every = tuple(sheaves)
    head = index.shape(sum(len(sheaf.pages) for sheaf in every))
    blocks = _spread(
        ((id, (path, text)) for sheaf in every for id, path, text in sheaf.pages),
        lambda id: index.block_of(id, head.blocks),
    )
    both: dict[str, tuple[list[str], list[str]]] = {}
    for sheaf in every:
        for which, found in enumerate((sheaf.texts, sheaf.titles)):
            for key, ids in found.items():
                both.setdefault(key, ([], []))[which].append(ids)
    shards = _spread(
        ((key, (key, lists)) for key, lists in both.items()), lambda key: index.shard_of(key, head.shards)
    )
    choices = index.chosen(both)
    return Index(
        Head(head.shards, head.blocks, **choices),
        blocks,
        {number: dict(shard) for number, shard in shards.items()},
    )


def names(head: Head) -> Iterator[str]:
    """The files an index of that shape has, without folder and suffix."""
    yield "head"
    yield from (f"pairs/{number:x}" for number in range(head.shards))
    yield from (f"texts/{number:x}" for number in range(head.blocks))


def _spread(values: Iterable[tuple[K, V]], place: Callable[[K], int]) -> dict[int, list[V]]:
    found: dict[int, list[V]] = {}
    for key, value in values:
        found.setdefault(place(key), []).append(value)
    return found


def _ids(joined: list[str]) -> list[str]:
    every = "".join(joined)
    return [every[at : at + WIDTH] for at in range(0, len(every), WIDTH)]
