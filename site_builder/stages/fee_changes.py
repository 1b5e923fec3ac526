"""What changed from one term to the next: every fee that is or will be charged, beside the one it follows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from site_builder.kinds.fees.figures import FeeState, figures
from site_builder.kinds.fees.record import Fee
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.words import Words
from site_builder.render.explorer import FeeChange

COMPARED = ("charge_unit", "pricing", "scope", "voluntary", "provider")
"""What is compared beside the standard."""
_PERIOD = re.compile(r"\s*[（(][^（()）]*\d{4}[^（()）]*[)）]|\d{4}年")
"""The part of a title that tells for which term or year it holds."""


def fee_changes(corpus: Corpus) -> tuple[FeeChange, ...]:
    """The fees that follow another of the same name, the newest first."""
    named: dict[str, list[Entry[Fee]]] = {}
    for entry in corpus.of("fees"):
        named.setdefault(_PERIOD.sub("", entry.record.title).strip(), []).append(entry)
    found = [change for mine in named.values() for change in _changes(mine, corpus)]
    return tuple(sorted(found, key=lambda one: (-one.valid_from.toordinal(), one.now)))


def _changes(mine: list[Entry[Fee]], corpus: Corpus) -> Iterator[FeeChange]:
    """The last of the fees of one name, if it has not run out and another went before it."""
    ordered = sorted(mine, key=lambda one: (one.record.valid_from, one.id))
    if len(ordered) < 2:
        return
    old, new = ordered[-2:]
    computed = corpus.each(figures, new)
    if computed.state is FeeState.EXPIRED or old.record.valid_from == new.record.valid_from:
        return
    yield FeeChange(
        now=f"{new.name}/",
        was=f"{old.name}/",
        title=Words(new.record.title, new.record.title_en or new.record.title),
        before=_range(old, corpus),
        after=(computed.lowest, computed.highest),
        unit=new.record.charge_unit,
        valid_from=new.record.valid_from,
        fields=tuple(label(Fee, name) for name in COMPARED if _differs(old.record, new.record, name)),
    )


def _range(entry: Entry[Fee], corpus: Corpus) -> tuple[Decimal | None, Decimal | None]:
    computed = corpus.each(figures, entry)
    return computed.lowest, computed.highest


def _differs(old: Any, new: Any, name: str) -> bool:
    return bool(getattr(old, name) != getattr(new, name))
