"""Earmarked and custody money is spent on its allowed lines and while it may be."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from site_builder.kinds.funds.record import Fund
from site_builder.kinds.funds.rules import MISSPENT
from site_builder.kinds.ledgers.record import Direction, Ledger
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Trail
from site_builder.model.words import Words

Use = tuple[Trail, str | None, str | None, date | None]
"""Where the use of a fund is written, the fund, the budget line, the day."""


def booked_on_its_lines(entry: Entry[Ledger], corpus: Corpus) -> Iterator[Finding]:
    """Every entry that a fund pays for is on a line which the fund allows, within its time."""
    for index, one in enumerate(entry.record.entries):
        if one.direction is Direction.OUT:
            use = (("entries", index), one.fund or entry.record.fund, one.budget_line, one.on)
            yield from _allowed(use, corpus)


def spent_on_its_lines(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """A purchase or approval that a fund pays for is on a line which the fund allows."""
    yield from _allowed(((), entry.record.fund, entry.record.budget_line, None), corpus)


def _allowed(use: Use, corpus: Corpus) -> Iterator[Finding]:
    trail, name, line, day = use
    found = corpus.find("funds", name) if name else None
    if found is None:
        return
    fund: Fund = found.record
    if fund.allowed_lines and line not in fund.allowed_lines:
        lines = "、".join(fund.allowed_lines)
        fault = Words(f"只能从 {lines} 开支，这里{f'是 {line}' if line else '没有写预算行'}",
                      f"may be spent from {lines} only, not from {line or 'no line at all'}")  # fmt: skip
        yield Finding(
            (*trail, "budget_line" if line else "fund"), MISSPENT, {"fund": fund.title, "fault": fault}
        )
    if fund.until is not None and day is not None and day > fund.until:
        fault = Words(
            f"只能用到 {fund.until}，这里是 {day}", f"could be spent until {fund.until}, not on {day}"
        )
        yield Finding((*trail, "on"), MISSPENT, {"fund": fund.title, "fault": fault})


RULE = (
    Rule(MISSPENT, "ledgers", booked_on_its_lines),
    Rule(MISSPENT, "tenders", spent_on_its_lines),
    Rule(MISSPENT, "expenses", spent_on_its_lines),
)
