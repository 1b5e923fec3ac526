"""Functions that look at all rows of a group, or at the row above."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from site_builder.kinds.registers.expressions.calls import Function, Make, asked
from site_builder.kinds.registers.expressions.grammar import Node
from site_builder.kinds.registers.expressions.scope import At, Scope, Sort, Term

_COUNTING = (Sort.NUMBER, Sort.PERCENT)
_ORDERED = (*_COUNTING, Sort.DATE, Sort.MOMENT, Sort.TIME, Sort.MONTH)


def _total(work: Callable[[list[Any]], Any], sorts: tuple[Sort, ...]) -> Make:
    """One value for each group, from the values that its rows have."""

    def make(_node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
        sort, way = terms[0].sort, terms[0].at
        asked(sort in sorts)
        results = [work([value for row in rows if (value := way(row)) is not None]) for rows in scope.groups]
        return Term(sort, scope.spread(results).__getitem__)

    return make


def _count(_node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    asked(all(term.sort is Sort.TRUTH for term in terms))
    way: At = terms[0].at if terms else lambda _: True
    results = [sum(way(row) is True for row in rows) for rows in scope.groups]
    return Term(Sort.NUMBER, scope.spread(results).__getitem__)


def _distinct(_node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    way = terms[0].at
    results = [len({way(row) for row in rows} - {None}) for rows in scope.groups]
    return Term(Sort.NUMBER, scope.spread(results).__getitem__)


def _previous(_node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    way = terms[0].at
    found: list[Any] = [None] * scope.rows
    for rows in scope.groups:
        last = None
        for row in rows:
            found[row] = last
            value = way(row)
            last = last if value is None else value
    return Term(terms[0].sort, found.__getitem__)


TOTALS = {
    "count": Function("count(amount > 0)", 0, 1, _count),
    "sum": Function("sum(amount)", 1, 1, _total(lambda found: sum(found, Decimal(0)), _COUNTING)),
    "average": Function(
        "average(score)",
        1,
        1,
        _total(lambda found: sum(found, Decimal(0)) / len(found) if found else None, _COUNTING),
    ),
    "min": Function("min(price)", 1, 1, _total(lambda found: min(found, default=None), _ORDERED)),
    "max": Function("max(price)", 1, 1, _total(lambda found: max(found, default=None), _ORDERED)),
    "distinct": Function("distinct(class)", 1, 1, _distinct),
}
"""Those that give one value for a whole group."""

ABOVE = {"previous": Function("previous(reading)", 1, 1, _previous)}
