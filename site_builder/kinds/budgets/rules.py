"""What must hold of a budget."""

from collections.abc import Iterator

from site_builder.kinds.budgets.amounts import APPROVED, EXECUTED, NOTHING, adjusted, leaves
from site_builder.kinds.budgets.explanations import RULES as EXPLANATIONS
from site_builder.kinds.budgets.record import Budget, Side
from site_builder.kinds.budgets.structure import RULES as STRUCTURE
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

PUBLISHED_LATE = Mistake("BUD-02")
TABLE_MISSING = Mistake("BUD-03")
OVERSPENT = Mistake("BUD-05")
ADJUSTED_WITHOUT_APPROVAL = Mistake("BUD-09")


def tables_are_there(entry: Entry[Budget], corpus: Corpus) -> Iterator[Finding]:
    """A budget that was replied to has every prescribed table: attached, or named with a note why it is empty."""
    record = entry.record
    approved = next((one for one in record.versions if one.id == APPROVED), None)
    if approved is None or not (approved.basis or approved.document):
        return
    titles = [*(one.title for one in record.attachments), *(one.title for one in record.empty_tables)]
    for name in corpus.profile.words("budget.tables"):
        if not any(name in title for title in titles):
            yield Finding(("empty_tables",), TABLE_MISSING, {"table": name})


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
    Rule(PUBLISHED_LATE, "budgets", published_in_time),
    Rule(OVERSPENT, "budgets", spent_within_the_line),
    Rule(ADJUSTED_WITHOUT_APPROVAL, "budgets", adjustments_are_approved),
    Rule(TABLE_MISSING, "budgets", tables_are_there),
    *STRUCTURE,
    *EXPLANATIONS,
)
