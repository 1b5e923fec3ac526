"""What an expression may call, each by name with an example; nothing else can be called."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from typing import Any

from site_builder.kinds.registers.expressions.calls import Function, Make, asked
from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.grammar import Node
from site_builder.kinds.registers.expressions.operations import both
from site_builder.kinds.registers.expressions.scope import At, Field, Scope, Sort, Term
from site_builder.kinds.registers.expressions.totals import ABOVE, TOTALS
from site_builder.model.days import month_of
from site_builder.model.words import Words

_LONGEST = timedelta(days=20 * 366)
"""Working days are not counted beyond: a slip of the pen in a year would make it walk for ever."""


class Unset(Exception):
    """A setting without a value is asked for: then nothing can be said."""


def _filled(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
    way = terms[0].at
    return Term(Sort.TRUTH, lambda row: way(row) is not None)


def _column(node: Node, scope: Scope) -> Field:
    found = scope.fields.get(node.parts[0].value) if node.parts[0].op == "name" else None
    asked(found is not None)
    assert found is not None
    return found


def _state(node: Node, _terms: tuple[Term, ...], scope: Scope) -> Term:
    words = _column(node, scope).words
    return Term(Sort.TEXT, lambda row: words[row] or "")


def _rank(node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    choices = _column(node, scope).choices
    asked(bool(choices))
    places = {choice: place for place, choice in enumerate(choices, 1)}
    way = terms[0].at
    return Term(Sort.NUMBER, lambda row: places.get(way(row)))


def _hours(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
    sort = terms[0].sort
    asked(sort is terms[1].sort and sort in (Sort.DATE, Sort.MOMENT, Sort.TIME))
    timed, dated = sort is not Sort.DATE, sort is not Sort.TIME

    def minutes(value: Any) -> int:
        clock = value.hour * 60 + value.minute if timed else 0
        return int(clock + value.toordinal() * 1440 if dated else clock)

    return Term(
        Sort.NUMBER, both(terms[0].at, terms[1].at, lambda a, b: Decimal(minutes(b) - minutes(a)) / 60)
    )


def _two_days(terms: tuple[Term, ...]) -> tuple[At, At]:
    asked(all(term.sort in (Sort.DATE, Sort.MOMENT) for term in terms))
    return terms[0].at, terms[1].at


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _days(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
    return Term(Sort.NUMBER, both(*_two_days(terms), lambda a, b: (_day(b) - _day(a)).days))


def _working_days(_node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    @cache
    def count(first: date, last: date) -> int | None:
        far = last - first > _LONGEST or first == date.max
        return None if far else scope.workdays.count(first + timedelta(days=1), last)

    return Term(Sort.NUMBER, both(*_two_days(terms), lambda a, b: count(_day(a), _day(b))))


def _month(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
    asked(terms[0].sort in (Sort.DATE, Sort.MOMENT))
    way = terms[0].at
    return Term(Sort.MONTH, lambda row: None if (value := way(row)) is None else month_of(value))


def _elapsed(_node: Node, _terms: tuple[Term, ...], scope: Scope) -> Term:
    first, last = scope.period
    if first is None or last is None:
        return Term(Sort.PERCENT, lambda _: None)
    whole = max((last - first).days + 1, 1)
    gone = min(max((scope.today - first).days, 0), whole)
    return Term(Sort.PERCENT, lambda _: Decimal(gone) / whole)


def _setting(node: Node, _terms: tuple[Term, ...], scope: Scope) -> Term:
    name = node.parts[0].value
    asked(node.parts[0].op == "text")
    setting = scope.profile.settings.get(name)
    if setting is None:
        near = get_close_matches(name[:80], list(scope.profile.settings), n=1, cutoff=0.6)
        guess = Words(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else Words("", "")
        what = Words(f"没有“{name}”这个标准{guess.zh}", f"there is no setting “{name}”{guess.en}")
        raise Fault(
            node.parts[0].at, what, Words("docs/profile.md 列出了全部标准。", "docs/profile.md lists them.")
        )
    value: Any = setting.value
    if value is None or value == ():
        raise Unset
    if isinstance(value, tuple):
        return Term(Sort.TEXTS, lambda _: value)
    share = setting.unit == "%"
    value = value / 100 if share else value
    return Term(Sort.PERCENT if share else Sort.NUMBER, lambda _: value)


def _mentioned(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
    asked(terms[0].sort is Sort.TEXT and terms[1].sort in (Sort.TEXT, Sort.TEXTS))

    def found(text: str, words: str | tuple[str, ...]) -> str:
        return "、".join(word for word in ((words,) if isinstance(words, str) else words) if word in text)

    return Term(Sort.TEXT, both(terms[0].at, terms[1].at, found))


def _number(work: Callable[[Decimal], Decimal]) -> Make:
    """A number made of a number; one of more digits than can be kept is none."""

    def make(_node: Node, terms: tuple[Term, ...], _scope: Scope) -> Term:
        asked(terms[0].sort.counts)
        way = terms[0].at

        def at(row: int) -> Decimal | None:
            value = way(row)
            try:
                return None if value is None else work(Decimal(value))
            except InvalidOperation:
                return None

        return Term(terms[0].sort, at)

    return make


def _round(node: Node, terms: tuple[Term, ...], scope: Scope) -> Term:
    digits = node.parts[1].value if len(node.parts) > 1 else Decimal(0)
    asked(isinstance(digits, Decimal) and 0 <= digits <= 6)
    unit = Decimal(1).scaleb(-int(digits))
    return _number(lambda value: value.quantize(unit, ROUND_HALF_UP))(node, terms, scope)


FUNCTIONS = {
    "filled": Function("filled(note)", 1, 1, _filled),
    "state": Function("state(note)", 1, 1, _state),
    **ABOVE,
    "rank": Function("rank(stage)", 1, 1, _rank),
    **TOTALS,
    "days": Function("days(received-on, answered-on)", 2, 2, _days),
    "working_days": Function("working_days(received-on, answered-on)", 2, 2, _working_days),
    "hours": Function("hours(kept-from, kept-to)", 2, 2, _hours),
    "month": Function("month(date)", 1, 1, _month),
    "elapsed": Function("elapsed()", 0, 0, _elapsed),
    "setting": Function('setting("sample.grams")', 1, 1, _setting),
    "mentioned": Function('mentioned(dishes, ["四季豆"])', 2, 2, _mentioned),
    "round": Function("round(amount / heads, 2)", 1, 2, _round),
    "floor": Function(
        "floor(planned * elapsed())", 1, 1, _number(lambda value: value.to_integral_value(ROUND_FLOOR))
    ),
    "abs": Function("abs(difference)", 1, 1, _number(abs)),
}
"""By name, in the order in which the page for clerks lists them."""
