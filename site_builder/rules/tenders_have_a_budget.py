"""Every purchase is paid from a line that has the money for it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.budgets.amounts import NOTHING, available
from site_builder.kinds.budgets.rules import OVERSPENT
from site_builder.kinds.tenders.figures import amount
from site_builder.kinds.tenders.record import Tender
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
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
    used = corpus.once(_taken_before)[entry.id] + entry.record.budget
    if used > (most := available(found.record, line)):
        yield Finding(("budget_line",), OVERSPENT, {"line": line.title, "used": used, "available": most})


def _taken_before(corpus: Corpus) -> dict[str, Decimal]:
    """By the id of a purchase: what those before it take from its line."""
    taken: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    before = {}
    for one in corpus.of("tenders"):
        line = one.record.budget_line
        if line is not None and not one.record.termination:
            before[one.id] = taken[line]
            taken[line] += amount(one.record) or one.record.budget
    return before


RULE = Rule(OVERSPENT, "tenders", line_has_the_money)
