"""What must hold of a budget."""

from collections.abc import Iterator

from site_builder.kinds.budgets.amounts import APPROVED, EXECUTED, NOTHING, adjusted, leaves, total_of
from site_builder.kinds.budgets.record import Budget, Side
from site_builder.kinds.budgets.structure import RULES as STRUCTURE
from site_builder.kinds.budgets.structure import leaves_below
from site_builder.mistakes.periods import late
from site_builder.mistakes.sums import TOTAL
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_BALANCED = Mistake("BUD-01")
PUBLISHED_LATE = Mistake("BUD-02")
OVERSPENT = Mistake("BUD-05")
ADJUSTED_WITHOUT_APPROVAL = Mistake("BUD-09")


def totals_are_the_sums(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """A total that was typed is the sum of its lines."""
    record = entry.record
    for field, side in (("stated_income", Side.INCOME), ("stated_expenditure", Side.EXPENDITURE)):
        stated, computed = getattr(record, field), total_of(record, side, APPROVED)
        if stated is not None and stated != computed:
            yield Finding((field,), TOTAL, {"stated": stated, "sum": computed})
    for index, line in enumerate(record.lines):
        below = leaves_below(record, line)
        for field in ("approved", "executed"):
            stated = getattr(line, field)
            computed = sum((getattr(leaf, field) or NOTHING for leaf in below), NOTHING)
            if below and stated is not None and stated != computed:
                yield Finding(("lines", index, field), TOTAL, {"stated": stated, "sum": computed})


def income_is_expenditure(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """In every version but the executed one both sides come to the same."""
    for index, version in enumerate(entry.record.versions):
        income = total_of(entry.record, Side.INCOME, version.id)
        expenditure = total_of(entry.record, Side.EXPENDITURE, version.id)
        if version.id != EXECUTED and income != expenditure:
            values = {"version": version.id, "income": income, "expenditure": expenditure}
            difference = {"difference": abs(income - expenditure)}
            yield Finding(("versions", index, "id"), NOT_BALANCED, values | difference)


def published_in_time(entry: Entry[Budget], corpus: Corpus) -> Iterator[Finding]:
    """A budget is published within twenty days of its reply."""
    approved = next((one for one in entry.record.versions if one.id == APPROVED), None)
    published = entry.record.published_on
    if approved is None or published is None:
        return
    if (values := late(corpus, "budget.published-within", approved.on, published)) is not None:
        values |= {"published": published}
        yield Finding(("published_on",), PUBLISHED_LATE, values)


def spent_within_the_line(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """No line of expenditure has more executed than approved and adjusted."""
    bottom = leaves(entry.record, Side.EXPENDITURE)
    for index, line in enumerate(entry.record.lines):
        available = (line.approved or NOTHING) + adjusted(line)
        if line in bottom and line.executed is not None and line.executed > available:
            values = {"line": line.title, "used": line.executed, "available": available}
            yield Finding(("lines", index, "executed"), OVERSPENT, values)


def adjustments_are_approved(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Every adjustment says who approved it and why."""
    for index, version in enumerate(entry.record.versions):
        if version.id in (APPROVED, EXECUTED):
            continue
        for given, missing in (
            (version.basis or version.document, Words("批准文件", "approval")),
            (version.reason, Words("理由", "reason")),
        ):
            if not given:
                values = {"version": version.id, "missing": missing}
                yield Finding(("versions", index, "id"), ADJUSTED_WITHOUT_APPROVAL, values)


RULES = (
    Rule(TOTAL, "budgets", totals_are_the_sums),
    Rule(NOT_BALANCED, "budgets", income_is_expenditure),
    Rule(PUBLISHED_LATE, "budgets", published_in_time),
    Rule(OVERSPENT, "budgets", spent_within_the_line),
    Rule(ADJUSTED_WITHOUT_APPROVAL, "budgets", adjustments_are_approved),
    *STRUCTURE,
)
