"""The figures of a budget that must come to the same as its lines."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.budgets.amounts import (
    APPROVED,
    EXECUTED,
    NOTHING,
    available,
    below,
    leaves,
    sum_of,
    total_of,
)
from site_builder.kinds.budgets.record import Budget, Side
from site_builder.mistakes.sums import RATE, TOTAL, rounded_like
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.problem import Mistake, Trail
from site_builder.model.words import Words

NOT_BALANCED = Mistake("BUD-01")
THREE_PUBLIC = Mistake("BUD-07")


def identities(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Identity]:
    """Totals are sums, both sides balance, rates and shares are those of the lines."""
    yield from _totals(entry.record)
    yield from _balances(entry.record)
    yield from _three_public(entry.record)
    yield from _rates(entry.record)


def _totals(record: Budget) -> Iterator[Identity]:
    for field, side in (("stated_income", Side.INCOME), ("stated_expenditure", Side.EXPENDITURE)):
        stated = getattr(record, field)
        if stated is not None:
            yield _total((field,), stated, total_of(record, side, APPROVED))
    for index, line in enumerate(record.lines):
        lower = below(record, line)
        for field in ("approved", "executed"):
            stated = getattr(line, field)
            if lower and stated is not None:
                computed = sum((getattr(leaf, field) or NOTHING for leaf in lower), NOTHING)
                yield _total(("lines", index, field), stated, computed)


def _total(trail: Trail, stated: Decimal, computed: Decimal) -> Identity:
    claim = Words("合计 = 各行之和", "total = sum of its lines")
    return Identity(trail, claim, stated, computed, TOTAL, {"sum": computed})


def _balances(record: Budget) -> Iterator[Identity]:
    for index, version in enumerate(record.versions):
        if version.id != EXECUTED:
            income = total_of(record, Side.INCOME, version.id)
            expenditure = total_of(record, Side.EXPENDITURE, version.id)
            values = {"version": version.id, "income": income, "expenditure": expenditure}
            claim = Words("收入 = 支出", "income = expenditure")
            yield Identity(("versions", index, "id"), claim, income, expenditure, NOT_BALANCED, values)


def _three_public(record: Budget) -> Iterator[Identity]:
    stated = record.stated_three_public
    if stated is not None:
        lines = [line for line in leaves(record, Side.EXPENDITURE) if line.three_public]
        computed = sum_of(record, lines, None).current
        claim = Words("三公经费 = 各项之和", "three public expenses = sum of their parts")
        fault = Words(
            f"合计写的是 {stated}，各项之和是 {computed}", f"stated {stated}, the parts sum to {computed}"
        )
        yield Identity(("stated_three_public",), claim, stated, computed, THREE_PUBLIC, {"fault": fault})


def _rates(record: Budget) -> Iterator[Identity]:
    whole = {side: sum_of(record, leaves(record, side), None) for side in Side}
    done = whole[Side.EXPENDITURE]
    if record.stated_rate is not None and done.executed is not None and done.current:
        claim = Words("执行率 = 执行数 ÷ 现行预算", "rate = executed / current")
        yield _rate(("stated_rate",), claim, record.stated_rate, 100 * done.executed / done.current)
    for index, line in enumerate(record.lines):
        total = whole[line.side].current
        if line.stated_share is not None and total:
            claim = Words("占比 = 本行 ÷ 合计", "share = line / total")
            share = 100 * available(record, line) / total
            yield _rate(("lines", index, "stated_share"), claim, line.stated_share, share)


def _rate(trail: Trail, claim: Words, stated: Decimal, exact: Decimal) -> Identity:
    return Identity(trail, claim, stated, rounded_like(stated, exact), RATE)
