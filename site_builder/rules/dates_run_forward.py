"""Nothing ends before it begins, in the kinds that have no more to say about their dates."""

from collections.abc import Iterator
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

BACKWARDS = Mistake("DAT-01")

_PERIOD = (("", "starts_on", "ends_on"),)
_PAIRS = {
    "awards": _PERIOD,
    "certificates": (("", "valid_from", "valid_until"),),
    "funds": (("", "received_on", "until"),),
    "inspections": (("hazards", "found_on", "due"), ("hazards", "found_on", "closed_on")),
    "ledgers": _PERIOD,
    "projects": (*_PERIOD, ("", "starts_on", "accepted_on")),
    "rosters": _PERIOD,
    "team-settlements": _PERIOD,
    "teams": _PERIOD,
}
"""For each kind: the list they stand in, if they do, and two fields of which the second is not before the first."""


def dates_run_forward(entry: Entry[Any], _corpus: Corpus) -> Iterator[Finding]:
    """What comes later in the life of a thing is not dated before what comes first."""
    for many, first, second in _PAIRS[entry.kind]:
        parts = enumerate(getattr(entry.record, many)) if many else (("", entry.record),)
        for place, part in parts:
            before, after = getattr(part, first), getattr(part, second)
            if before is not None and after is not None and after < before:
                trail = (many, place, second) if many else (second,)
                yield Finding(trail, BACKWARDS, {"later": after, "earlier": before})


RULE = tuple(Rule(BACKWARDS, kind, dates_run_forward) for kind in _PAIRS)
