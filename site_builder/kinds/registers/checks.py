"""What a register's own checks find: in each row, in each group of rows, or in the table as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from site_builder.kinds.registers.definition import unreadable
from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.functions import Unset
from site_builder.kinds.registers.expressions.meaning import meaning, names_in, steps, tells_rows_apart
from site_builder.kinds.registers.expressions.scope import Scope, Sort, Term
from site_builder.kinds.registers.grid import MOST_STEPS, Grid
from site_builder.kinds.registers.naming import coded
from site_builder.kinds.registers.record import Check
from site_builder.kinds.registers.sentences import Sentence, sentence
from site_builder.mistakes.files import MANY_PROBLEMS
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.told import has_words
from site_builder.model.words import Words

BROKEN = Mistake("REG-08")
TOO_MUCH = Mistake("REG-12")
MOST_TOLD = 50
"""Rows told of one check; whoever has more has one cause."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A check whose expressions make sense."""

    check: Check
    that: Term
    sentences: tuple[Sentence, Sentence]
    scope: Scope

    def findings(self, columns: frozenset[str]) -> Iterator[Finding]:
        """A finding for each row, or for the first row of each group, of which it does not hold."""
        apart = tells_rows_apart(self.check.that, self.check.by, columns)
        rows = [row for group in self.scope.groups for row in (group if apart else group[:1])]
        mentioned = next((name for name in names_in(self.check.that) if name in columns), "")
        for row in sorted(rows):
            if self.that.at(row) is False:
                whole = not apart and not self.check.by
                trail: Trail = ("rows",) if whole else ("rows", row, mentioned)
                yield self._told(trail, row)

    def _told(self, trail: Trail, row: int) -> Finding:
        zh, en = self.sentences
        says = Words(zh.of(row, "zh"), en.of(row, "en"))
        mistake, values = coded(self.check.code or BROKEN.code, says)
        return Finding(trail, mistake, values, self.check.severity)


def checks_hold(grid: Grid, _corpus: Corpus) -> Iterator[Finding]:
    """What each check asks is so; one whose setting this place has not set asks nothing."""
    if sum(map(_steps, grid.record.checks)) * grid.rows > MOST_STEPS:
        yield Finding(("checks",), TOO_MUCH, {"rows": grid.rows, "checks": len(grid.record.checks)})
        return
    columns = frozenset(grid.columns)
    for index, check in enumerate(grid.record.checks):
        found = _ready(check, grid.scope, columns)
        if isinstance(found, _Ready):
            broken = found.findings(columns)
            yield from islice(broken, MOST_TOLD)
            if next(broken, None) is not None:
                yield Finding(("checks", index), MANY_PROBLEMS, {"limit": MOST_TOLD})
        else:
            for field, fault in found.items():
                yield unreadable(("checks", index, field), getattr(check, field), fault)


def _steps(check: Check) -> int:
    said = check.says.count("{") + (check.says_en or "").count("{")
    return steps(check.that) + steps(check.where or "") + said


def _ready(check: Check, whole: Scope, columns: frozenset[str]) -> _Ready | dict[str, Fault]:
    """The check, or what is wrong with its expressions by field; nothing when it is not to be asked."""
    if not columns.issuperset(check.by) or (check.code and not has_words(check.code)):
        return {}
    where = _condition(check.where, whole)
    kept = [where.at(row) is True for row in range(whole.rows)] if isinstance(where, Term) else None
    scope = replace(whole, by=check.by, kept=kept)
    that = _condition(check.that, scope)
    zh, en = sentence(check.says, scope), sentence(check.says_en or check.says, scope)
    found: dict[str, Any] = {"where": where, "that": that, "says": zh}
    if check.says_en:
        found["says_en"] = en
    faults = {field: one for field, one in found.items() if isinstance(one, Fault)}
    if faults or isinstance(where, Unset) or not isinstance(that, Term):
        return faults
    if not isinstance(zh, Sentence) or not isinstance(en, Sentence):
        return {}
    return _Ready(check, that, (zh, en), scope)


def _condition(text: str | None, scope: Scope) -> Term | Fault | Unset | None:
    """A condition, read; None where none is written."""
    if text is None:
        return None
    found = meaning(text, scope)
    if isinstance(found, Term) and found.sort is not Sort.TRUTH:
        what = Words(
            f"这里要写条件，算出来的却是{found.sort.value.zh}",
            f"a condition is asked for, not {found.sort.value.en}",
        )
        return Fault(0, what, Words("写成比较，如 a > 0。", "write a comparison such as a > 0."))
    return found
