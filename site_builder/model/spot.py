"""A place in a record that reads as something a site should not say; rules decide whether it is a mistake there."""

from typing import Any

import msgspec

from site_builder.model.record import Prose

HOLES = ("某某", "待定", "TODO", "□")
"""Words that stand for something not filled in; they are noticed at reading, a profile says which are told."""


class Spot(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """What was noticed when the record was read, so that nobody has to read ten thousand texts again."""

    code: str
    """Of the mistake it would be."""
    trail: tuple[str | int, ...]
    found: str
    """The words that were noticed, blotted out where they would give somebody away."""
    sort: str = ""
    """Which of several faults with that code it is."""
    more: str = ""
    """What else the message needs."""
    start: int = 0
    end: int = 0
    """Where in the text the words stand; not the words, for they may be what nobody should keep."""


def text_at(entry: Any, trail: tuple[str | int, ...]) -> str:
    """The text at a place in a record; the name of the record itself where the trail is empty."""
    value: Any = entry.record if trail else entry.id
    for step in trail:
        value = getattr(value, step) if isinstance(step, str) and not isinstance(value, dict) else value[step]
    return value.text if isinstance(value, Prose) else "" if isinstance(value, tuple) else str(value)


def words_of(entry: Any, spot: Spot) -> str:
    """The words of a spot as they were typed, for finding them in the file."""
    return text_at(entry, spot.trail)[spot.start : spot.end]
