"""The corpus with a note of what is read of it, so that an answer holds until one of those things changes.

Rules see the world through nothing but the corpus, so what they asked it for is all that their answer rests on.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from site_builder.model.corpus import Corpus, Entry

T = TypeVar("T")
Reads = frozenset[str]
"""What was read: ``find fees/milk``, ``naming fees/milk``, ``of fees``, or everything."""
EVERYTHING = "every record"


class Watched(Corpus):
    """A corpus that notes every question; the day, the working days, the profile, files and seals are not noted."""

    _plain: Corpus
    _read: set[str]
    _rests_on: dict[Hashable, Reads]

    @classmethod
    def over(cls, corpus: Corpus) -> "Watched":
        """The same records, with nothing noted yet."""
        watched = object.__new__(cls)
        # Indexes are made beforehand: to make one reads everything, to look into it does not.
        shared = {name: getattr(corpus, name) for name in ("_kinds", "_names", "_naming", "_indexes")}
        watched.__dict__.update(corpus.__dict__, **shared, _plain=corpus, _once={}, _read=set(), _rests_on={})
        return watched

    def noting(self, answer: Callable[[], T]) -> tuple[T, Reads]:
        """An answer, and what was read for it."""
        before = self._read
        noted: set[str] = set()
        self.__dict__["_read"] = noted
        try:
            return answer(), frozenset(noted)
        finally:
            self.__dict__["_read"] = before

    @property
    def unwatched(self) -> Corpus:
        """The corpus itself."""
        return self._plain

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        """All of them."""
        self._read.add(EVERYTHING)
        found: tuple[Entry[Any], ...] = self.__dict__["entries"]
        return found

    def by(self, kind: str, field: str) -> Mapping[Any, list[Entry[Any]]]:
        """The records of a kind under what one of their fields says."""
        self._read.add(f"of {kind}")
        return super().by(kind, field)

    def of(self, kind: str) -> tuple[Entry[Any], ...]:
        """All records of a kind."""
        self._read.add(f"of {kind}")
        return super().of(kind)

    def find(self, kind: str, id: str) -> Entry[Any] | None:
        """One record, or that it is not there."""
        self._read.add(f"find {kind}/{id}")
        return super().find(kind, id)

    def naming(self, kind: str, id: str) -> tuple[Entry[Any], ...]:
        """The records that refer to one."""
        self._read.add(f"naming {kind}/{id}")
        return super().naming(kind, id)

    def _kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is reckoned once rests for everybody on what was read when it was reckoned."""
        if key not in self._rests_on:
            self._once[key], self._rests_on[key] = self.noting(make)
        self._read.update(self._rests_on[key])
        found: T = self._once[key]
        return found


def touched(changed: Iterable[Entry[Any]]) -> set[str]:
    """What may have been read that is otherwise now: `changed` are records as they were, and as they are."""
    found = {EVERYTHING}
    for entry in changed:
        found |= {f"of {entry.kind}", f"find {entry.name}"}
        found |= {f"naming {one.kind}/{one.id}" for one in entry.references}
    return found
