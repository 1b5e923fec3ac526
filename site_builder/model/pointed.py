"""A figure of a record by its name: ``fees/lunch.approved_max``, or of a part: ``budgets/2026#water.approved``."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from site_builder.model.corpus import Corpus

NAME = re.compile(
    r"(?P<kind>[a-z-]+)/(?P<id>[a-z0-9-]+)(?:#(?P<part>[a-z0-9-]+))?\.(?P<path>[a-z_0-9]+(?:\.[a-z_0-9]+)*)"
)


def typed_figure(corpus: Corpus, name: str) -> Decimal | int | None:
    """The figure that stands at that place of a record; None when there is none, or no such place."""
    found = NAME.fullmatch(name.strip())
    entry = corpus.find(found["kind"], found["id"]) if found else None
    if found is None or entry is None:
        return None
    parts = [entry.record]
    if found["part"]:
        parts = [one for one in within(entry.record) if getattr(one, "id", None) == found["part"]]
    for step in found["path"].split("."):
        parts = [getattr(one, step) for one in parts if step in getattr(one, "__struct_fields__", ())]
    figure = parts[0] if len(parts) == 1 else None
    return figure if isinstance(figure, Decimal | int) and not isinstance(figure, bool) else None


def within(group: msgspec.Struct) -> Iterator[msgspec.Struct]:
    """A group and every group inside it, outermost first."""
    yield group
    for name in group.__struct_fields__:
        value = getattr(group, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, msgspec.Struct):
                yield from within(item)
