"""What follows from the entries of a ledger: totals, the closing balance, what each line and fund took."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

import msgspec

from site_builder.kinds.ledgers.record import Direction, Ledger, LedgerEntry
from site_builder.model.corpus import Corpus, Entry

NOTHING = Decimal("0.00")


class LineTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What came in and went out under one budget line or fund."""

    ref: str
    """How entries name it: ``2026#water``."""
    title: str
    incoming: Decimal
    """收入：记在这里的收入合计。
    In: booked here."""
    outgoing: Decimal
    """支出：记在这里的支出合计。
    Out: booked here."""


class MonthTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What came in and went out in one month, with its entries by their places."""

    month: str
    incoming: Decimal
    """收入：本月收入合计。
    In: of the month."""
    outgoing: Decimal
    """支出：本月支出合计。
    Out: of the month."""
    entries: tuple[int, ...]


class LedgerFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All totals of a ledger."""

    incoming: Decimal
    """收入合计：各笔收入之和。
    Total in: of all entries."""
    outgoing: Decimal
    """支出合计：各笔支出之和。
    Total out: of all entries."""
    closing: Decimal
    """期末余额：期初加收入减支出。
    Closing balance: opening plus in less out."""
    not_shown: Decimal
    """未列出：不向本页读者列出的收支净额。
    Not shown: the net sum of entries that readers of this page do not see."""
    by_line: tuple[LineTotal, ...]
    """按预算行：各行收支。
    By budget line."""
    by_fund: tuple[LineTotal, ...]
    """按资金：各项资金收支。
    By fund."""
    months: tuple[MonthTotal, ...]


def summed(record: Ledger, direction: Direction) -> Decimal:
    """All that came in, or went out."""
    return sum((one.amount for one in record.entries if one.direction is direction), NOTHING)


def closing(record: Ledger) -> Decimal:
    """What is left at the end."""
    return record.opening + summed(record, Direction.IN) - summed(record, Direction.OUT)


def figures(entry: Entry[Ledger], corpus: Corpus) -> LedgerFigures:
    """The totals; readers from whom entries are kept are given the balance that was checked against all of them."""
    record, reckoned = entry.record, closing(entry.record)
    known = reckoned if record.stated_closing is None else record.stated_closing
    return LedgerFigures(
        incoming=summed(record, Direction.IN),
        outgoing=summed(record, Direction.OUT),
        closing=known,
        not_shown=known - reckoned,
        by_line=_totals(record, "budget_line", corpus),
        by_fund=_totals(record, "fund", corpus),
        months=tuple(_months(record)),
    )


def _months(record: Ledger) -> Iterator[MonthTotal]:
    """The entries of each month, in order of time."""
    places = sorted(range(len(record.entries)), key=lambda at: record.entries[at].on)
    for month, held in groupby(places, key=lambda at: f"{record.entries[at].on:%Y-%m}"):
        mine = tuple(held)
        sums = {
            side: sum(
                (record.entries[at].amount for at in mine if record.entries[at].direction is side), NOTHING
            )
            for side in Direction
        }
        yield MonthTotal(month=month, incoming=sums[Direction.IN], outgoing=sums[Direction.OUT], entries=mine)


def _totals(record: Ledger, field: str, corpus: Corpus) -> tuple[LineTotal, ...]:
    found: dict[str, list[LedgerEntry]] = defaultdict(list)
    for one in record.entries:
        ref = getattr(one, field) or (record.fund if field == "fund" else None)
        if ref is not None:
            found[ref].append(one)
    return tuple(_total(ref, found[ref], field, corpus) for ref in sorted(found))


def _total(ref: str, entries: list[LedgerEntry], field: str, corpus: Corpus) -> LineTotal:
    id, _, part = ref.partition("#")
    target = corpus.find("funds" if field == "fund" else "budgets", id)
    parts = (one for one in target.record.lines if one.id == part) if target and part else ()
    named = next(iter(parts), target.record if target else None)
    sides = {
        side: sum((one.amount for one in entries if one.direction is side), NOTHING) for side in Direction
    }
    title = named.title if named else ref
    return LineTotal(ref=ref, title=title, incoming=sides[Direction.IN], outgoing=sides[Direction.OUT])
