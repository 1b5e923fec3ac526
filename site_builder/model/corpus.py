"""Records with their names, and all of them together: what rules, figures and pages may see of the world."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from site_builder.model.days import Workdays
from site_builder.model.profile import Profile, shipped_profile
from site_builder.model.record import Audience, Record
from site_builder.model.seal import Seal
from site_builder.model.spot import Spot

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Reference(msgspec.Struct, frozen=True):
    """One record naming another."""

    trail: tuple[str | int, ...]
    kind: str
    id: str
    part: str = ""
    """The id of the part that is named, after the ``#``."""
    parts: str = ""
    """The list in which that part stands."""
    audience: Audience = Audience.PUBLIC
    """Who may see the reference: the strictest of the fields and parts it stands in, the record itself aside."""


class Entry(msgspec.Struct, Generic[R], frozen=True):
    """A record with its name: the id is its file's name, the kind its folder's."""

    kind: str
    id: str
    record: R
    digest: str
    """Of everything the record says that the audience may see; equal digests mean equal pages."""
    path: str
    """The file it was written in."""
    references: tuple[Reference, ...] = ()
    """The other records it names, in the order of its fields."""
    spots: tuple[Spot, ...] = ()
    """What in its texts rules should look at; noticed once, when it was read."""

    @property
    def name(self) -> str:
        """What references and addresses call it: ``fees/exercise-books``."""
        return f"{self.kind}/{self.id}"

    @property
    def folder(self) -> str:
        """Where its page is; what says things of the whole site stands on the front page."""
        if self.kind == "pages":
            return "" if self.id == "index" else f"{self.id}/"
        return {"site": "", "profile": "profile/"}.get(self.kind, f"{self.kind}/{self.id}/")


PAGED = {"budgets": "lines"}
"""By kind, the list whose parts each have a page of their own below the record's."""


def place_of(kind: str, id: str, part: str = "") -> str:
    """The address of a record, or of one of its parts: its own page, or where it stands on the record's."""
    if not part:
        return f"{kind}/{id}/"
    return f"{kind}/{id}/{part}/" if kind in PAGED else f"{kind}/{id}/#{part}"


@dataclass(frozen=True)
class Corpus:
    """All records at once, as rules and pages may see them; nothing else of the world is visible to them."""

    entries: tuple[Entry[Any], ...]
    """Sorted by kind and id."""
    today: date
    """The day the build is for (`--as-of`); nobody reads the clock."""
    workdays: Workdays
    files: frozenset[str] = frozenset()
    """Names of the files in content/files."""
    profile: Profile = field(default_factory=shipped_profile)
    """The limits, periods and lists that hold in this place."""
    sealed: Mapping[str, Seal] = field(default_factory=dict)
    """What the public has read of each record, by name."""

    @cached_property
    def _once(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def _kinds(self) -> dict[str, tuple[Entry[Any], ...]]:
        found: dict[str, list[Entry[Any]]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _names(self) -> dict[str, Entry[Any]]:
        return {entry.name: entry for entry in self.entries}

    @cached_property
    def _naming(self) -> dict[str, tuple[Entry[Any], ...]]:
        found: dict[str, dict[str, Entry[Any]]] = {}
        for entry in self.entries:
            for reference in entry.references:
                found.setdefault(f"{reference.kind}/{reference.id}", {})[entry.name] = entry
        return {name: tuple(entries.values()) for name, entries in found.items()}

    @cached_property
    def _indexes(self) -> dict[tuple[str, str], dict[Any, list[Entry[Any]]]]:
        return {}

    @property
    def unwatched(self) -> "Corpus":
        """This corpus, seen by somebody whose questions are not noted."""
        return self

    def by(self, kind: str, field: str) -> Mapping[Any, list[Entry[Any]]]:
        """The records of a kind under what one of their fields says, each group by id."""
        found = self._indexes.setdefault((kind, field), {})
        for entry in () if found else self.of(kind):
            found.setdefault(getattr(entry.record, field), []).append(entry)
        return found

    def of(self, kind: str) -> tuple[Entry[Any], ...]:
        """All records of a kind, by id."""
        return self._kinds.get(kind, ())

    def find(self, kind: str, id: str) -> Entry[Any] | None:
        """The record of that kind and id, if there is one."""
        return self._names.get(f"{kind}/{id}")

    def naming(self, kind: str, id: str) -> tuple[Entry[Any], ...]:
        """The records that refer to that one, or to a part of it, by kind and id."""
        return self._naming.get(f"{kind}/{id}", ())

    def once(self, reckon: Callable[["Corpus"], T]) -> T:
        """What a function makes of all records; it is reckoned when the first rule or page asks, and kept."""
        return self._kept(reckon, lambda: reckon(self))

    def each(self, reckon: Callable[[Entry[Any], "Corpus"], T], entry: Entry[Any]) -> T:
        """What a function makes of one record among the others, kept as well."""
        return self._kept((reckon, entry.name), lambda: reckon(entry, self))

    def _kept(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._once:
            self._once[key] = make()
        found: T = self._once[key]
        return found
