"""What surrounds every page and what pages are made from; values only."""

from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.words import Tongue, Words
from site_builder.render.tongue import Phrases


class Place(msgspec.Struct, frozen=True):
    """An entry of the menu or the footer: a folder of the site and what it is called."""

    path: str
    title: Words


class Region(msgspec.Struct, frozen=True):
    """An area of the work with the places of the site that belong to it."""

    path: str
    title: Words
    places: tuple[Place, ...]


class Frame(msgspec.Struct, frozen=True):
    """The same around every page of a build."""

    site: Any
    """The record of the site."""
    language: str
    """Of the interface: ``zh-CN`` or ``en``."""
    content_language: str
    """Of what the office writes."""
    menu: tuple[Place, ...]
    footer: tuple[Region, ...]
    kinds: dict[str, tuple[Words, Words]]
    """Title and purpose of each kind by name."""
    phrases: Phrases
    """The interface's English phrases in its language; what is missing stays English."""
    tool: str
    """The fingerprint of the tool itself: another tool makes other pages."""
    prefix: str = ""
    """The folder of this language; none for the default."""
    tongues: tuple[tuple[str, str], ...] = ()
    """Every language in which the site can be read, with its folder."""
    offline: bool = False
    """Whether the site has to work without a server, so that links to folders name the page in them."""

    @property
    def tongue(self) -> str:
        """The language as what is said in it knows it: Chinese and English are in the source already."""
        built_in = self.language[:2] in ("zh", "en")
        return self.language if built_in else Tongue(self.language, self.phrases.single)


class Item(msgspec.Struct, frozen=True):
    """A line of a list that leads to a record."""

    path: str
    title: str
    title_en: str
    values: tuple[Any, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """A column of a list: its field, what it is called, how its values are written."""

    name: str
    label: Words
    form: str


class Download(msgspec.Struct, frozen=True):
    """A file offered beside a page, its address relative to the page."""

    href: str
    label: Words
    type: str


class Group(msgspec.Struct, frozen=True):
    """Other records that a record's page shows."""

    title: Words
    items: tuple[Item, ...]


class RecordInputs(msgspec.Struct, frozen=True):
    """All that the page, sheet or file of one record may see."""

    entry: Entry[Any]
    figures: Any
    related: tuple[Group, ...]
    names: dict[str, tuple[str, str]]
    """Title and English title of every record it refers to, by name (``offices/finance``), parts as ``…#part``."""
    downloads: tuple[Download, ...] = ()


class ListInputs(msgspec.Struct, frozen=True):
    """All that one page of a list may see."""

    kind: str
    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    names: dict[str, tuple[str, str]]
    number: int
    count: int
    total: int
    downloads: tuple[Download, ...] = ()
    silences: tuple[Item, ...] = ()
    """What says that there is nothing for a period."""
    above: Any = None
    """A frozen value that the template of the kind's list knows as ``content``."""


class SpecialInputs(msgspec.Struct, frozen=True):
    """All that a page may see that is about many records at once: what agrees, what is due."""

    path: str
    """Its folder, with a ``/`` at the end."""
    title: Words
    about: Words
    template: str
    values: Any
    """A frozen value that the template knows as ``content``."""
    parent: str = ""
    """The folder of the page above it; the front page when empty."""
    parent_title: Words = Words("", "")
    names: dict[str, tuple[str, str]] = {}
    """Titles of what it refers to, as for a record."""


class HomeInputs(msgspec.Struct, frozen=True):
    """All that the home page may see."""

    prose: str
    built_for: Any
    """The day of the build."""
    front: Any
    """A frozen value that the template knows as ``content``."""


class MovedInputs(msgspec.Struct, frozen=True):
    """For what stands at an old address."""

    path: str
    """The old folder."""
    target: str
    """The new one."""
    title: str


class NoInputs(msgspec.Struct, frozen=True):
    """For a page that shows nothing of the records."""


class Ref(msgspec.Struct, frozen=True):
    """A reference as templates show it: the kind it leads to and what was written."""

    kind: str
    written: str


def ref(kind: str, written: str) -> Ref:
    """A reference; where it may lead to any kind, the kind is the first half of what was written."""
    return Ref(*written.split("/", 1)) if kind == "*" else Ref(kind, written)
