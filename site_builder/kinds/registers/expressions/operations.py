"""Comparing, reckoning, and, or, not; what has no value makes the result have none, unless it cannot matter."""

import operator
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.grammar import Node
from site_builder.kinds.registers.expressions.scope import At, Sort, Term
from site_builder.model.words import Words

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "≠": operator.ne, "<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge,
}  # fmt: skip
_RECKONED: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "×": operator.mul,
    "÷": lambda left, right: Decimal(left) / Decimal(right) if right else None,
}  # fmt: skip
_ITEM = {Sort.TEXTS: (Sort.TEXT,), Sort.NUMBERS: (Sort.NUMBER, Sort.PERCENT)}


def both(left: At, right: At, work: Callable[[Any, Any], Any]) -> At:
    """What comes of two values, where there are two."""

    def at(row: int) -> Any:
        first = left(row)
        if first is None:
            return None
        second = right(row)
        return None if second is None else work(first, second)

    return at


def compared(node: Node, left: Term, right: Term) -> Term:
    """Equal, different, smaller, greater, among."""
    if node.op in ("in", "not in"):
        if left.sort not in _ITEM.get(right.sort, ()):
            what = Words(
                f"{left.sort.value.zh}不能在{right.sort.value.zh}里找", "this is not a list of such values"
            )
            raise Fault(
                node.at,
                what,
                Words('in 后面写 ["甲", "乙"] 或者名单。', 'write ["a", "b"] or a list behind in.'),
            )
        wanted = node.op == "in"
        return Term(Sort.TRUTH, both(left.at, right.at, lambda item, items: (item in items) is wanted))
    _alike(node, left, right)
    if left.sort is Sort.TRUTH:
        what = Words("是否类的列不用比较", "a column of yes and no needs no comparison")
        raise Fault(
            node.at, what, Words("直接写列名，或者 not 列名。", "write its name, or not and its name.")
        )
    if left.sort in (Sort.TEXT, Sort.TEXTS, Sort.NUMBERS) and node.op not in ("=", "≠"):
        what = Words("文字不分大小", "texts are neither greater nor smaller")
        raise Fault(node.at, what, Words("文字只能用 = 和 !=。", "texts can be = or !=."))
    return Term(Sort.TRUTH, both(left.at, right.at, _COMPARED[node.op]))


def reckoned(node: Node, left: Term, right: Term) -> Term:
    """Sums, differences, products and quotients of numbers; a day so many days later or earlier."""
    if left.sort is Sort.DATE and right.sort is Sort.NUMBER and node.op in ("+", "-"):
        sign = 1 if node.op == "+" else -1
        return Term(Sort.DATE, both(left.at, right.at, lambda day, count: _later(day, sign * int(count))))
    for term in (left, right):
        if not term.sort.counts:
            what = Words(f"{term.sort.value.zh}不能加减乘除", f"{term.sort.value.en} cannot be reckoned with")
            raise Fault(
                node.at,
                what,
                Words("两个日期相隔几天用 days(a, b)。", "use days(a, b) for days between two dates."),
            )
    percent = left.sort is right.sort is Sort.PERCENT and node.op in ("+", "-")
    return Term(Sort.PERCENT if percent else Sort.NUMBER, both(left.at, right.at, _RECKONED[node.op]))


def negative(node: Node, term: Term) -> Term:
    """A number with the other sign."""
    if not term.sort.counts:
        raise Fault(
            node.at,
            Words("减号后面要写数", "a minus stands before a number"),
            Words("去掉减号。", "take it away."),
        )
    way = term.at
    return Term(term.sort, lambda row: None if (value := way(row)) is None else -value)


def opposite(node: Node, term: Term) -> Term:
    """What holds when the other does not."""
    _truth(node, term)
    way = term.at
    return Term(Sort.TRUTH, lambda row: None if (value := way(row)) is None else not value)


def joined(node: Node, left: Term, right: Term) -> Term:
    """Both, or at least one; where one is not known, the other may still decide."""
    _truth(node, left)
    _truth(node, right)
    first, second, decided = left.at, right.at, node.op == "or"

    def at(row: int) -> Any:
        one = first(row)
        if one is decided:
            return decided
        other = second(row)
        if other is decided:
            return decided
        return None if one is None or other is None else not decided

    return Term(Sort.TRUTH, at)


def _truth(node: Node, term: Term) -> None:
    if term.sort is not Sort.TRUTH:
        what = Words(
            f"{node.op} 连接的要是条件，这里是{term.sort.value.zh}",
            f"{node.op} joins conditions, not {term.sort.value.en}",
        )
        raise Fault(node.at, what, Words("写成比较，如 a > 0。", "write a comparison such as a > 0."))


def _alike(node: Node, left: Term, right: Term) -> None:
    if left.sort is right.sort or (left.sort.counts and right.sort.counts):
        return
    what = Words(
        f"{left.sort.value.zh}和{right.sort.value.zh}不能比较",
        f"{left.sort.value.en} and {right.sort.value.en} cannot be compared",
    )
    remedy = Words(
        "两边要是同一种值；文字加引号，数不加。", "compare like with like; quote texts, not numbers."
    )
    raise Fault(node.at, what, remedy)


def _later(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None
