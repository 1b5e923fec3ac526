"""Pictures in texts: in which sizes each is published, and what a page says of them before they have arrived."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any

import msgspec

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.record import Prose
from site_builder.stages.digest import digest
from site_builder.stages.texts import retold, texts

FOLDER = "files/"
STEPS = (720, 1440)
"""How wide pictures in texts are: as a text is, and twice that for fine screens."""
EMBLEM = 192
"""How wide the emblem in the masthead is, which stands on every page."""
_PICTURE = re.compile(r'<img alt="([^"]*)" src="/files/([^"]+)">')
_LINK = re.compile(r'href="/files/([^"]+)"')
_SIZES = "(min-width: 47rem) 44rem, 100vw"
Sizes = Mapping[str, tuple[int, int]]
"""Width and height of pictures by their names in content/files."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a picture is there for."""

    shown: bool = False
    """In a text."""
    whole: bool = False
    """To be taken along, so it stays as large as it was filed."""


def uses(entries: Iterable[Entry[Any]]) -> dict[str, Use]:
    """What the files are used for that records show or offer."""
    found: dict[str, Use] = {}
    for entry in entries:
        taken = [one.file for one in entry.record.attachments]
        for _, prose in texts(entry.record):
            if "/files/" not in prose.html:
                continue
            taken += (unescape(name) for name in _LINK.findall(prose.html))
            for name in (unescape(name) for _, name in _PICTURE.findall(prose.html)):
                found[name] = replace(found.get(name, Use()), shown=True)
        for name in taken:
            found[name] = replace(found.get(name, Use()), whole=True)
    return found


def versions(name: str, width: int, use: Use) -> dict[str, int]:
    """Where a picture is published and how wide, the smallest first; the last bears the name of the file."""
    widest = width if use.whole else min(width, STEPS[-1] if use.shown else EMBLEM)
    steps = {f"{FOLDER}{step}/{name}": step for step in STEPS if use.shown and step < widest}
    return steps | {f"{FOLDER}{name}": widest}


def illustrate(corpus: Corpus, known: Mapping[str, Use], sizes: Sizes) -> Corpus:
    """The same records; every picture in their texts says how large it is and in which sizes it is there."""
    if not any(use.shown for use in known.values()):
        return corpus
    entries = tuple(_illustrated(entry, known, sizes) for entry in corpus.entries)
    return replace(corpus, entries=entries)


def _illustrated(entry: Entry[Any], known: Mapping[str, Use], sizes: Sizes) -> Entry[Any]:
    if not any("<img" in prose.html for _, prose in texts(entry.record)):
        return entry

    def told(found: re.Match[str]) -> str:
        name = unescape(found[2])
        return _element(found[1], name, sizes[name], known[name]) if name in sizes else found[0]

    def drawn(prose: Prose) -> Prose:
        return msgspec.structs.replace(prose, html=_PICTURE.sub(told, prose.html))

    record = retold(entry.record, drawn)
    said = [prose.html for _, prose in texts(record)]
    return msgspec.structs.replace(entry, record=record, digest=digest((entry.digest, said)))


def _element(alt: str, name: str, size: tuple[int, int], use: Use) -> str:
    """An image that takes its room at once, and is fetched when it comes near, in the size the screen needs."""
    places = {place: width for place, width in versions(name, size[0], use).items() if width <= STEPS[-1]}
    source, width = list(places.items())[-1]
    height = max(1, round(size[1] * width / size[0]))
    choice = ", ".join(f"/{escape(place)} {one}w" for place, one in places.items())
    several = f' srcset="{choice}" sizes="{_SIZES}"' if len(places) > 1 else ""
    return (
        f'<img alt="{alt}" src="/{escape(source)}"{several} width="{width}" height="{height}"'
        ' loading="lazy" decoding="async">'
    )
