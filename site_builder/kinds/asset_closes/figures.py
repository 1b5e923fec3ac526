"""What follows from a month's close: totals, and what they have to agree with."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from site_builder.kinds.asset_closes.record import AssetClose, CloseLine
from site_builder.mistakes.sums import BALANCE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import shifted
from site_builder.model.identity import Identity
from site_builder.model.words import Words

NOTHING = Decimal("0.00")
YEAR = 12
_ADDS_UP = Words("期末 = 期初 + 增加 − 减少", "closing = opening + in − out")
_CHAINED = Words("期初 = 上期期末", "opening = closing of the month before")


class CloseFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All classes together."""

    opening_value: Decimal
    """期初价值：各类之和。
    Opening: of all classes."""
    in_value: Decimal
    """本月增加：各类之和。
    In: of all classes."""
    out_value: Decimal
    """本月减少：各类之和。
    Out: of all classes."""
    closing_number: int
    """期末件数：各类之和。
    Things at the end: of all classes."""
    closing_value: Decimal
    """期末价值：各类之和。
    Closing: of all classes."""


def figures(entry: Entry[AssetClose], _corpus: Corpus) -> CloseFigures:
    """The totals of the month."""
    lines = entry.record.lines
    return CloseFigures(
        opening_value=sum((one.opening_value for one in lines), NOTHING),
        in_value=sum((one.in_value for one in lines), NOTHING),
        out_value=sum((one.out_value for one in lines), NOTHING),
        closing_number=sum(one.closing_number for one in lines),
        closing_value=sum((one.closing_value for one in lines), NOTHING),
    )


def closed(corpus: Corpus, month: str) -> AssetClose | None:
    """The close of a month, if there is one."""
    found = corpus.by("asset-closes", "month").get(month)
    record: AssetClose | None = found[0].record if found else None
    return record


def identities(entry: Entry[AssetClose], corpus: Corpus) -> Iterator[Identity]:
    """Each class adds up in number and in value, and begins where the last close ended."""
    earlier = (closed(corpus, shifted(entry.record.month, -back)) for back in range(1, YEAR + 1))
    before = next((one for one in earlier if one is not None), None)
    ended = {line.id: line for line in before.lines} if before else {}
    for index, line in enumerate(entry.record.lines):
        for unit in ("number", "value"):
            opening, came, went, closing = _sides(line, unit)
            trail = ("lines", index, f"closing_{unit}")
            yield Identity(
                trail, _ADDS_UP, closing, opening + came - went, BALANCE, _told(opening, came, went)
            )
            if before is not None:
                last = _sides(ended[line.id], unit)[3] if line.id in ended else 0
                trail = ("lines", index, f"opening_{unit}")
                yield Identity(trail, _CHAINED, opening, last, BALANCE, _told(last, 0, 0))
    for id in sorted(ended.keys() - {line.id for line in entry.record.lines}):
        last = ended[id].closing_value
        yield Identity(("lines",), _CHAINED, NOTHING, last, BALANCE, _told(last, 0, 0))


def _sides(line: CloseLine, unit: str) -> tuple[Any, Any, Any, Any]:
    opening, came, went, closing = (
        getattr(line, f"{side}_{unit}") for side in ("opening", "in", "out", "closing")
    )
    return opening, came, went, closing


def _told(before: Any, incoming: Any, outgoing: Any) -> dict[str, Any]:
    return {"before": before, "incoming": incoming, "outgoing": outgoing}
