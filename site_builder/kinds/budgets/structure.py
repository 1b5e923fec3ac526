"""What must hold of how a budget is put together: where lines hang, which versions there are."""

from collections.abc import Iterator

from site_builder.kinds.budgets.amounts import APPROVED, EXECUTED
from site_builder.kinds.budgets.record import Budget, BudgetLine
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

LEVELS = 3
"""How deep lines may hang: class, section and item of the classification (类、款、项)."""

MISPLACED_LINE = Mistake("BUD-10")
AMOUNT_MISSING = Mistake("BUD-11")
WRONG_VERSION = Mistake("BUD-12")
ADJUSTED_ABOVE = Mistake("BUD-13")


def lines_hang_rightly(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Every line hangs below a line of the same side, at most three levels deep."""
    lines = {line.id: line for line in entry.record.lines}
    for index, line in enumerate(entry.record.lines):
        fault = _fault(line, lines)
        if fault is not None:
            values = {"line": line.title, "parent": line.parent, "fault": fault}
            yield Finding(("lines", index, "parent"), MISPLACED_LINE, values)


def _fault(line: BudgetLine, lines: dict[str, BudgetLine]) -> Words | None:
    level, above = 1, line
    while above.parent is not None:
        parent = lines.get(above.parent)
        if parent is None:
            return Words("没有这一行", "there is no such line") if above is line else None
        if parent.side is not line.side:
            return Words("一个是收入，一个是支出", "one is income, the other expenditure")
        level, above = level + 1, parent
        if level > LEVELS:
            return Words(f"超过 {LEVELS} 级", f"more than {LEVELS} levels")
    return None


def every_leaf_has_an_amount(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """A line without lines below it says how much."""
    parents = {line.parent for line in entry.record.lines}
    for index, line in enumerate(entry.record.lines):
        if line.id not in parents and line.approved is None and not line.adjustments:
            yield Finding(("lines", index, "id"), AMOUNT_MISSING, {"line": line.title})


def adjusted_at_the_lowest_level(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Adjustments stand where the money stands."""
    parents = {line.parent for line in entry.record.lines}
    for index, line in enumerate(entry.record.lines):
        if line.id in parents and line.adjustments:
            yield Finding(("lines", index, "adjustments"), ADJUSTED_ABOVE, {"line": line.title})


def versions_follow_each_other(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Approved, then the adjustments by number and date, then executed; lines name none but these."""
    versions = entry.record.versions
    for index, version in enumerate(versions):
        fault = _wrong_place(version.id, index, len(versions))
        if fault is None and index and version.on < versions[index - 1].on:
            fault = Words("日期早于前一版本", "it is dated before the version above it")
        if fault is not None:
            yield Finding(("versions", index, "id"), WRONG_VERSION, {"version": version.id, "fault": fault})
    known = {version.id for version in versions} - {APPROVED, EXECUTED}
    for index, line in enumerate(entry.record.lines):
        for at, one in enumerate(line.adjustments):
            if one.version not in known:
                values = {
                    "version": one.version,
                    "fault": Words("versions 里没有这次调整", "no such adjustment is listed"),
                }
                yield Finding(("lines", index, "adjustments", at, "version"), WRONG_VERSION, values)


def _wrong_place(id: str, index: int, count: int) -> Words | None:
    if id == EXECUTED:
        at_the_end = index and index == count - 1
        return None if at_the_end else Words("执行数应排在最后", "it should come last")
    expected = f"adjusted-{index}" if index else APPROVED
    return None if id == expected else Words(f"这里应是 {expected}", f"{expected} is expected here")


RULES = (
    Rule(MISPLACED_LINE, "budgets", lines_hang_rightly),
    Rule(AMOUNT_MISSING, "budgets", every_leaf_has_an_amount),
    Rule(ADJUSTED_ABOVE, "budgets", adjusted_at_the_lowest_level),
    Rule(WRONG_VERSION, "budgets", versions_follow_each_other),
)
