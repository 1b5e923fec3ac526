"""When the site has to be built again although nobody touches a file: the first day on which a page would differ.

No kind declares such days, for what is declared is forgotten. The figures are reckoned for a day that takes note of the
days it is compared with: up to the nearest of those nothing can change, and whether something does is tried out there.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from site_builder.model.corpus import Corpus
from site_builder.model.kind import Catalogue, Kind
from site_builder.stages.expire import expire
from site_builder.stages.oversee import compliance

AHEAD = timedelta(days=366)
"""How far is looked ahead."""
_DAY = timedelta(days=1)
_COMPARING = ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__")
_TELLING = ("__sub__", "__rsub__", "__add__", "__radd__", "__hash__", "__str__", "__repr__", "__format__")

Shown = Callable[[Corpus], Any]
"""What some pages show of a corpus, as a value that can be compared."""


def next_change(corpus: Corpus, catalogue: Catalogue) -> date | None:
    """The first day after today on which some page would show something else; None where there is none for a year.

    The date of the front page and of sheets without a day of their own are left aside.
    """
    kinds = [kind for kind in catalogue.kinds.values() if kind.name != "catalogue" and corpus.of(kind.name)]
    parts: list[Shown] = [_overview, _lasting, *(partial(_computed, kind) for kind in kinds)]
    end = corpus.today + AHEAD
    for part in parts:  # what changes later than something else does need not be known
        end = min(end, _first_change(part, corpus, end) or end)
    return end if end < corpus.today + AHEAD else None


def _first_change(shown: Shown, corpus: Corpus, end: date) -> date | None:
    """The first day before `end` on which something is shown that is not shown today."""
    now = shown(corpus)
    day = _nearest(shown, corpus, corpus.today)
    while day is not None and day < end:
        if shown(replace(corpus, today=day)) != now:
            return day
        day = _nearest(shown, corpus, day)
    return None


def _nearest(shown: Shown, corpus: Corpus, day: date) -> date | None:
    """The nearest later day on which a comparison of the day could come out otherwise."""
    seen: set[date] = set()
    shown(replace(corpus, today=_noting(day, seen)))
    return min((one for one in seen if one > day), default=None)


def _noting(day: date, seen: set[date]) -> date:
    """The day, as one that adds to `seen` what it is compared with, and the next day when it is asked anything else."""

    def compare(name: str) -> Callable[..., Any]:
        plain = getattr(date, name)

        def compared(self: date, other: object) -> Any:
            if isinstance(other, date):
                seen.update((other, other + _DAY) if other < date.max else (other,))
            return plain(self, other)

        return compared

    def tell(name: str) -> Callable[..., Any]:
        plain = getattr(date, name)

        def told(self: date, *more: Any) -> Any:
            if name != "__getattribute__" or not more[0].startswith("__"):
                seen.add(day + _DAY)
            return plain(self, *more)

        return told

    ways = {name: compare(name) for name in _COMPARING}
    ways |= {name: tell(name) for name in (*_TELLING, "__getattribute__")}
    noting: type[date] = type("Noting", (date,), ways)
    return noting(day.year, day.month, day.day)


def _overview(corpus: Corpus) -> Any:
    """The page on compliance, with all periods of the catalogue in it."""
    return replace(compliance(corpus), today=date.min)


def _lasting(corpus: Corpus) -> Any:
    """The notices with the people they still name."""
    return [one.digest for one in expire(corpus.of("notices"), corpus.today, corpus.workdays)]


def _computed(kind: Kind[Any], corpus: Corpus) -> Any:
    """The figures of all records of a kind, and the names of what their pages lead to."""
    return list(_of_each(kind, corpus))


def _of_each(kind: Kind[Any], corpus: Corpus) -> Iterator[Any]:
    for entry in corpus.of(kind.name):
        if kind.figures is not None:
            yield kind.figures(entry, corpus)
        if kind.related is not None:
            yield [
                (group.title, [one.name for one in group.entries]) for group in kind.related(entry, corpus)
            ]
