"""The kinds of a site by the part of the work they belong to: for the front page, the footer, the pages of areas."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import nsmallest
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Area, Catalogue, Kind
from site_builder.model.words import Words
from site_builder.render.frame import Place, Region, SpecialInputs
from site_builder.render.oversight import OWN_PAGES
from site_builder.render.overview import AREAS, AREAS_ABOUT, AREAS_TITLE, Card, Dated, Tally
from site_builder.stages.agree import FOLDER, TITLE

NEWEST = 5
"""Records of each kind on the page of an area."""
UNLISTED = ("site", "pages", "profile")
"""Kinds that have no list of their own."""


def listed(corpus: Corpus, catalogue: Catalogue) -> tuple[Kind[Any], ...]:
    """The kinds that this site has a list of, those of the menu first."""
    kinds = sorted(catalogue.kinds.values(), key=lambda kind: (kind.menu or 1_000, kind.name))
    return tuple(kind for kind in kinds if kind.name not in UNLISTED and (kind.menu or corpus.of(kind.name)))


def regions(corpus: Corpus, catalogue: Catalogue) -> tuple[Region, ...]:
    """Every area with all its places: lists of kinds, and the pages that are about many records or none."""
    places: dict[Area, list[Place]] = {area: [] for area in Area}
    for kind in listed(corpus, catalogue):
        places[kind.area].append(Place(f"{kind.name}/", kind.title))
    places[Area.DISCLOSURE] += [Place(f"{name}/", title) for name, (title, _) in OWN_PAGES.items()]
    places[Area.DISCLOSURE].append(Place(FOLDER, TITLE))
    pages = sorted(corpus.of("pages"), key=lambda entry: (entry.record.menu or 1_000, entry.id))
    places[Area.FRAME] += [Place(f"{one.id}/", _title(one)) for one in pages if one.id != "index"]
    return tuple(Region(_path(area), _label(area), tuple(found)) for area, found in places.items() if found)


def cards(corpus: Corpus, catalogue: Catalogue, newest: int = 1) -> tuple[Card, ...]:
    """Every area in which something is published, with its kinds, counts and newest records."""
    found: dict[Area, list[Tally]] = {area: [] for area in Area}
    for kind in listed(corpus, catalogue):
        entries = corpus.of(kind.name)
        shown = latest(corpus, catalogue, entries, newest) or tuple(
            _dated(one, kind) for one in entries[:newest]
        )
        found[kind.area].append(Tally(f"{kind.name}/", kind.title, kind.about, len(entries), shown))
    return tuple(
        Card(_path(area), _label(area), tuple(mine), _newest(mine, corpus.today))
        for area, mine in found.items()
        if mine
    )


def area_pages(corpus: Corpus, catalogue: Catalogue) -> Iterator[SpecialInputs]:
    """The overview of areas and the page of each."""
    yield SpecialInputs(AREAS, AREAS_TITLE, AREAS_ABOUT, "areas.html", cards(corpus, catalogue))
    for card in cards(corpus, catalogue, NEWEST):
        yield SpecialInputs(card.path, card.title, Words("", ""), "area.html", card, AREAS, AREAS_TITLE)


def latest(
    corpus: Corpus, catalogue: Catalogue, entries: Iterable[Entry[Any]], length: int
) -> tuple[Dated, ...]:
    """The records that were published last by the day of the build, the newest first."""
    days = ((one.record.published_on, one) for one in entries if one.kind not in UNLISTED)
    dated = (
        (-day.toordinal(), one.name, one) for day, one in days if day is not None and day <= corpus.today
    )
    return tuple(_dated(one, catalogue.kinds[one.kind]) for _, _, one in nsmallest(length, dated))


def _dated(entry: Entry[Any], kind: Kind[Any]) -> Dated:
    return Dated(entry.folder, _title(entry), kind.title, entry.record.published_on)


def _newest(tallies: Iterable[Tally], today: date) -> Dated | None:
    dated = [(one.on, one) for tally in tallies for one in tally.newest if one.on is not None]
    return max(
        ((on, one) for on, one in dated if on <= today), key=lambda pair: pair[0], default=(None, None)
    )[1]


def _path(area: Area) -> str:
    return f"{AREAS}{area.value}/"


def _label(area: Area) -> Words:
    return label(Area, area.name)


def _title(entry: Entry[Any]) -> Words:
    return Words(entry.record.title, entry.record.title_en or entry.record.title)
