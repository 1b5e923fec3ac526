"""Every purchase is paid from a line that has the money for it."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.budgets.amounts import NOTHING, adjusted
from site_builder.kinds.budgets.record import Budget, BudgetLine
from site_builder.kinds.budgets.rules import OVERSPENT
from site_builder.kinds.budgets.structure import leaves_below
from site_builder.kinds.tenders.figures import amount
from site_builder.kinds.tenders.record import Tender
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding


def line_has_the_money(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """The budget of a purchase, with what earlier purchases take from the same line, fits into that line.

    Purchases count in the order of their names; one that was given up takes nothing. Of an earlier one the contract,
    award or chosen quotation counts, as long as there is none its budget.
    """
    id, _, part = (entry.record.budget_line or "").partition("#")
    found = corpus.find("budgets", id)
    line = next((one for one in found.record.lines if one.id == part), None) if found else None
    if found is None or line is None or entry.record.termination:
        return
    available = _available(found.record, line)
    before = (one for one in corpus.of("tenders") if one.id < entry.id)
    taken = sum(
        (_taken(one) for one in before if one.record.budget_line == entry.record.budget_line), NOTHING
    )
    used = taken + entry.record.budget
    if used > available:
        yield Finding(("budget_line",), OVERSPENT, {"line": line.title, "used": used, "available": available})


def _taken(entry: Entry[Tender]) -> Decimal:
    if entry.record.termination:
        return NOTHING
    return amount(entry.record) or entry.record.budget


def _available(budget: Budget, line: BudgetLine) -> Decimal:
    lines = leaves_below(budget, line) or [line]
    return sum(((one.approved or NOTHING) + adjusted(one) for one in lines), NOTHING)


RULE = Rule(OVERSPENT, "tenders", line_has_the_money)
