"""From the tree of an expression to what it gives: names and sorts are checked before the first row is looked at."""

from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from site_builder.kinds.registers.expressions.calls import Unfit
from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.functions import FUNCTIONS, Unset
from site_builder.kinds.registers.expressions.grammar import COMPARISONS, Node, parse
from site_builder.kinds.registers.expressions.operations import compared, joined, negative, opposite, reckoned
from site_builder.kinds.registers.expressions.scope import Scope, Sort, Term
from site_builder.kinds.registers.expressions.totals import TOTALS
from site_builder.model.words import Words

_LISTS = {Sort.TEXT: Sort.TEXTS, Sort.NUMBER: Sort.NUMBERS, Sort.PERCENT: Sort.NUMBERS}


def meaning(text: str, scope: Scope) -> Term | Fault | Unset:
    """What an expression gives, what is wrong with it, or that this place has not set what it asks for."""
    try:
        return _term(parse(text), scope)
    except Fault as fault:
        return fault
    except Unset as unset:
        return unset


def names_in(text: str) -> tuple[str, ...]:
    """The names an expression uses, in order; none when it cannot be read."""
    try:
        return tuple(dict.fromkeys(_names(parse(text))))
    except Fault:
        return ()


def steps(text: str) -> int:
    """How much work an expression is for each row; 0 when it cannot be read."""
    try:
        return parse(text).size()
    except Fault:
        return 0


def tells_rows_apart(text: str, by: tuple[str, ...], columns: frozenset[str]) -> bool:
    """Whether an expression speaks of single rows, and not only of what all rows of a group share."""
    try:
        return _of_a_row(parse(text), columns - set(by))
    except Fault:
        return True


def _of_a_row(node: Node, columns: frozenset[str]) -> bool:
    if node.op == "name":
        return node.value in columns or node.value == "first"
    if node.op == "call" and node.value in TOTALS:
        return False
    if node.op == "call" and node.value == "previous":
        return True
    return any(_of_a_row(part, columns) for part in node.parts)


def _names(node: Node) -> list[str]:
    own = [node.value] if node.op == "name" else []
    return own + [name for part in node.parts for name in _names(part)]


def _term(node: Node, scope: Scope) -> Term:
    match node.op:
        case "number" | "percent" | "date" | "time" | "text" | "month":
            value = node.value
            return Term(Sort[node.op.upper()], lambda _: value)
        case "name":
            return _named(node, scope)
        case "list":
            return _listed(node, scope)
        case "call":
            return _called(node, scope)
        case "negative":
            return negative(node, _term(node.parts[0], scope))
        case "not":
            return opposite(node, _term(node.parts[0], scope))
    left, right = node.parts
    _choices_are_known(left, right, scope)
    _choices_are_known(right, left, scope)
    first, second = _term(left, scope), _term(right, scope)
    if node.op in ("and", "or"):
        return joined(node, first, second)
    return compared(node, first, second) if node.op in COMPARISONS else reckoned(node, first, second)


def _named(node: Node, scope: Scope) -> Term:
    found = scope.fields.get(node.value)
    if found is not None:
        return Term(found.sort, found.values.__getitem__)
    first, last = scope.period
    special: dict[str, tuple[Sort, Any]] = {
        "today": (Sort.DATE, scope.today), "starts_on": (Sort.DATE, first), "ends_on": (Sort.DATE, last),
    }  # fmt: skip
    if node.value in special:
        sort, value = special[node.value]
        return Term(sort, lambda _: value)
    if node.value == "first":
        begun = {rows[0] for rows in scope.groups}
        return Term(Sort.TRUTH, begun.__contains__)
    raise _unknown(node, [*scope.fields, *special, "first"], Words("没有这一列", "there is no such column"))


def _unknown(node: Node, known: list[str], what: Words) -> Fault:
    near = get_close_matches(str(node.value)[:80], known, n=1, cutoff=0.6)
    guess = Words(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Words("", "")
    names = "、".join(known)
    spaced = (
        Words("减号两边要空格。", " Put spaces around a minus.") if "-" in str(node.value) else Words("", "")
    )
    fault = Words(f"“{node.value}”：{what.zh}{guess.zh}", f"“{node.value}”: {what.en}{guess.en}")
    return Fault(node.at, fault, Words(f"可用的：{names}。{spaced.zh}", f"there are: {names}.{spaced.en}"))


def _listed(node: Node, scope: Scope) -> Term:
    items = [_term(part, scope) for part in node.parts]
    sorts = {_LISTS.get(item.sort) for item in items}
    sort = sorts.pop() if len(sorts) == 1 else None
    if sort is None:
        what = Words("方括号里要写几段文字或者几个数", "a list holds texts, or numbers")
        raise Fault(node.at, what, Words('例如 ["优秀", "良好"]。', 'for example ["good", "fair"].'))
    ways = tuple(item.at for item in items)
    return Term(sort, lambda row: tuple(way(row) for way in ways))


def _called(node: Node, scope: Scope) -> Term:
    function = FUNCTIONS.get(node.value)
    if function is None:
        raise _unknown(node, list(FUNCTIONS), Words("没有这个函数", "there is no such function"))
    if not function.least <= len(node.parts) <= function.most:
        raise function.fault(node)
    inside = scope
    if node.value in TOTALS:
        if scope.within:
            what = Words(
                "sum、count 这样的函数不能套用", "sum, count and the like cannot stand inside one another"
            )
            raise Fault(
                node.at, what, Words("先用 formula 算成一列。", "compute a column with formula first.")
            )
        inside = replace(scope, within=True)
    terms = tuple(_term(part, inside) for part in node.parts)
    try:
        return function.make(node, terms, scope)
    except Unfit:
        raise function.fault(node) from None


def _choices_are_known(one: Node, other: Node, scope: Scope) -> None:
    """A text that a column of choices is compared with is one of the choices."""
    column = scope.fields.get(one.value) if one.op == "name" else None
    if column is None or not column.choices:
        return
    for item in other.parts if other.op == "list" else (other,):
        if item.op == "text" and item.value not in column.choices:
            what = Words(
                f"{one.value} 没有“{item.value}”这个可选值", f"{one.value} has no choice “{item.value}”"
            )
            choices = "、".join(column.choices)
            raise Fault(item.at, what, Words(f"可选：{choices}。", f"there are: {choices}."))
