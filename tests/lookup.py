"""The search as a browser does it, over the published index; so that a thousand searches take seconds."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from site_builder.stages.glean import DIGITS
from site_builder.stages.index import folded, shard_of

BUDGET, SHOWN, AT_ONCE = 24_000, 10, 3
INLINE = frozenset(
    "a abbr b bdi code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
UNSEEN = frozenset("script style title desc noscript".split())


class Lookup:
    """A visitor of the search page of one site; `loaded` is what the last search cost."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded: dict[str, int] = {}

    def load(self, name: str) -> Any:
        """What a file of the index hands on."""
        text = (self.folder / f"{name}.js").read_bytes()
        self.loaded[name] = len(text)
        return json.loads(text[text.index(b",") + 1 : text.rindex(b")")])

    def search(self, query: str, *, whole: bool = True) -> list[str]:
        """The addresses of pages that are found; of the first ten unless all are asked for."""
        self.loaded = {}
        head = self.load("head")
        words = folded(query).split()
        lists = [self.posting(key, head) for word in words if len(word) > 1 for key in keys(word)]
        left = sorted(set.intersection(*lists), reverse=True)
        found: list[str] = []
        read = 0
        while left and (whole or (len(found) < SHOWN and (read < BUDGET or not found))):
            ids, left = left[:AT_ONCE], left[AT_ONCE:]
            for id in ids:
                for page in self.load(f"texts/{number(id) % head['blocks']:x}"):
                    read += len(page[6]) * 3
                    if page[0] == id and all(word in folded(page[6]) for word in words):
                        found.append(page[1])
        return found

    def posting(self, key: str, head: dict[str, int]) -> set[str]:
        """The ids under a key."""
        shard = "\n" + self.load(f"pairs/{shard_of(key, head['shards']):x}")
        start = shard.find("\n" + key)
        if start < 0:
            return set()
        packed = shard[start + 1 + len(key) :].partition("\n")[0].partition(" ")[0]
        groups = packed.split(",")
        return {group[:2] + group[at : at + 2] for group in groups for at in range(2, len(group), 2)}


def number(id: str) -> int:
    """An id as a number."""
    total = 0
    for digit in id:
        total = total * 64 + DIGITS.index(digit)
    return total


def keys(word: str) -> set[str]:
    """The keys by which a word is looked up."""

    def latin(at: int) -> bool:
        return at >= 0 and re.fullmatch("[a-z0-9]{3}", word[at : at + 3]) is not None

    found = set()
    for at in range(len(word) - 1):
        if latin(at):
            found.add(f" 3{word[at : at + 3]}\t")
        elif latin(at - 1):
            continue
        elif len(word) < 4 or at % 2 == 0 or at + 2 == len(word) or re.search("[a-z0-9]", word[at : at + 2]):
            found.add(word[at : at + 2])
    return found


class _Seen(HTMLParser):
    """What stands on a page between its menus."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.inside, self.unseen = False, 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002 - called so
        self._turn(tag, True)

    def handle_endtag(self, tag: str) -> None:
        self._turn(tag, False)

    def _turn(self, tag: str, opens: bool) -> None:
        if tag == "main":
            self.inside = opens
        if tag in UNSEEN:
            self.unseen += 1 if opens else -1
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.unseen:
            self.parts.append(data.replace("\n", " "))


def texts(output: Path) -> dict[str, str]:
    """What readers see on every page that a search knows, by address; found by a parser of its own."""
    found = {}
    for path in sorted(output.rglob("index.html")):
        address = path.relative_to(output).as_posix().removesuffix("index.html")
        if not address.startswith(("search/", "en/")):
            seen = _Seen()
            seen.feed(path.read_text("utf-8"))
            found[address] = re.sub(r"[^\S\n]+", " ", "".join(seen.parts))
    return found
