"""The index of a search as values: which pages have which pairs of characters, and in which file that is said.

Every two characters that stand side by side on a page are a key; kinds, years and states are keys too. Under a key
stand the ids of the pages that have it, and again those that have it in their title. Keys are spread over shards by a
sum of their characters that a browser reckons alike; texts lie in blocks by the last bits of their page's id. So a
change to a page touches the shards of the pairs that came or went, and its own block.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from unicodedata import normalize

import msgspec

from site_builder.model.found import Head, Page
from site_builder.stages.glean import BITS, DIGITS

_LARGE = 1 << 12
"""Pages from which files grow instead of becoming more: what every build must look after costs more than reading."""
Posting = tuple[frozenset[str], frozenset[str]]
"""The ids of the pages that have a key, and of those that have it in the title."""
Shard = dict[str, Posting]
NOBODY: Posting = (frozenset(), frozenset())
_BITS = {digit: number for number, digit in enumerate(DIGITS)}
_START = itemgetter(slice(2))
_WORD = re.compile(r"\S{2,}")
_LATIN = re.compile(r"[a-z0-9]{3,}")


def shape(pages: int) -> Head:
    """How many files an index of so many pages has; both numbers are powers of two."""
    whole = 1 << max(0, pages - 1).bit_length()
    if whole <= _LARGE:
        return Head(max(1, whole // 8), max(1, whole // 4))
    return Head(max(_LARGE // 8, whole // 32), max(_LARGE // 4, min(1 << BITS, whole // 8)))


def folded(text: str) -> str:
    """Text as it is compared: full width or half, capital or small is all one."""
    return normalize("NFKC", text).lower()


def pairs(text: str) -> set[str]:
    """All pairs of characters side by side, none of them a space; of numbers and Latin words all threes besides."""
    found: set[str] = set()
    return found.union(*map(_pairs_of_line, text.split("\n")))


@lru_cache(1 << 15)
def _pairs_of_line(line: str) -> frozenset[str]:
    """Most lines stand on many pages: labels, names of offices, days."""
    found: set[str] = set()
    for word in _WORD.findall(folded(line)):
        found.update(map(str.__add__, word, word[1:]))
        for run in _LATIN.findall(word):
            found.update(f" 3{run[at : at + 3]}\t" for at in range(len(run) - 2))
    return frozenset(found)


def keys(page: Page) -> tuple[set[str], set[str]]:
    """Under what a page is found, and under what of this because of its title."""
    chosen = {"k": page.kind, "y": page.day[:4], "s": page.state}
    texts = pairs(page.text)
    texts.update(f" {sort}{value}\t" for sort, value in chosen.items() if value)
    return texts, pairs(page.title) & texts


def shard_of(key: str, shards: int) -> int:
    """The number of the shard in which a key stands: the FNV-1a sum of its characters."""
    total = 0x811C9DC5
    for character in key:
        total = (total ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return (total ^ total >> 15) & shards - 1


def block_of(id: str, blocks: int) -> int:
    """The number of the block in which the text of a page lies."""
    number = 0
    for digit in id:
        number = number << 6 | _BITS[digit]
    return number & blocks - 1


def by_path(page: Page) -> str:
    """By this pages stand in a block."""
    return page.path


def write_shard(shard: Mapping[str, tuple[Iterable[str], Iterable[str]]]) -> str:
    """A shard as it is published: a line a key, and after a space the ids of titles."""
    lines = []
    for key in sorted(shard):
        texts, titles = (_packed(ids) for ids in shard[key])
        if texts:
            lines.append(f"{key}{texts} {titles}" if titles else f"{key}{texts}")
    return "\n".join(lines)


def read_shard(text: str) -> Shard:
    """A published shard."""
    shard: Shard = {}
    for line in text.split("\n") if text else ():
        length = line.index("\t") + 1 if line[0] == " " else 2
        texts, _, titles = line[length:].partition(" ")
        shard[line[:length]] = (_split(texts), _split(titles))
    return shard


def _packed(ids: Iterable[str]) -> str:
    """Ids in their order; those that begin alike share their beginning, for most are of a few months."""
    found = sorted(set(ids))
    return ",".join(start + "".join(id[2:] for id in group) for start, group in groupby(found, _START))


def _split(packed: str) -> frozenset[str]:
    groups = packed.split(",") if packed else ()
    return frozenset(group[:2] + group[at : at + 2] for group in groups for at in range(2, len(group), 2))


def chosen(found: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The kinds, years and states among keys, for readers to choose from; the newest year first."""
    values: dict[str, set[str]] = {"k": set(), "y": set(), "s": set()}
    for key in found:
        if key[0] == " " and key[1] in values:
            values[key[1]].add(key[2:-1])
    return {
        "kinds": tuple(sorted(values["k"])),
        "years": tuple(sorted(values["y"], reverse=True)),
        "states": tuple(sorted(values["s"])),
    }


def as_keys(head: Head) -> set[str]:
    """The keys that `chosen` would tell from."""
    lists = {"k": head.kinds, "y": head.years, "s": head.states}
    return {f" {sort}{value}\t" for sort, values in lists.items() for value in values}


def script(name: str, value: object) -> bytes:
    """A file of the index: a script that hands on a value, for scripts can be loaded from a disk as well."""
    return b'found("' + name.encode() + b'",' + msgspec.json.encode(value) + b")\n"


def value_of(name: str, content: bytes) -> bytes:
    """The JSON that `script` wrapped."""
    return content[len(name) + 9 : -2]
