"""What follows from the lines of a budget: the tree, the totals, the rates."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.budgets.record import Budget, BudgetLine, Side, ThreePublic
from site_builder.model.kind import Corpus, Entry, Related
from site_builder.model.words import Words

NOTHING = Decimal("0.00")
EXECUTED = "executed"
APPROVED = "approved"


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """The amounts of a line or of a whole side in every version."""

    approved: Decimal
    """批复数：年初批复的金额。
    Approved: the amount first approved."""
    adjusted: Decimal
    """调整数：各次调整合计，可为负数。
    Adjusted: all adjustments together; may be negative."""
    current: Decimal
    """现行预算：批复数加调整数。
    Current: approved and adjusted."""
    executed: Decimal | None
    """执行数：没有执行版本时为空。
    Executed: none as long as the budget has no executed version."""
    balance: Decimal | None
    """余额：现行预算减执行数。
    Balance: current less executed."""
    rate: Decimal | None
    """执行率：执行数占现行预算。
    Rate: executed of current, in hundredths."""
    per_pupil: Decimal | None
    """生均：现行预算除以学生数。
    Per pupil: current amount divided by the pupils."""


class LineFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One line with its amounts and the lines below it."""

    id: str
    code: str | None
    title: str
    title_en: str | None
    note: str | None
    level: int
    """1 for the top."""
    sum: Sum
    share: Decimal | None
    """Of the current total of its side, in hundredths, one decimal."""
    children: "tuple[LineFigures, ...]"


class SideFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All income or all expenditure."""

    side: Side
    total: Sum
    lines: tuple[LineFigures, ...]
    """The top lines; each holds those below it."""
    rows: tuple[LineFigures, ...]
    """The same lines one after another, as a table prints them."""


class VersionTotals(msgspec.Struct, frozen=True, kw_only=True):
    """Both totals in one version."""

    id: str
    income: Decimal
    expenditure: Decimal


class BudgetFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a page, sheet or table shows of a budget beyond what was typed."""

    income: SideFigures
    expenditure: SideFigures
    versions: tuple[VersionTotals, ...]
    three_public: Decimal
    """三公经费：出国、公务用车、公务接待合计。
    Three public expenses: trips abroad, official cars and receptions together."""
    total: Decimal
    """预算总额：现行支出预算合计。
    Total: current expenditure."""
    rate: Decimal | None
    """执行率：支出执行数占现行预算。
    Rate: executed of current expenditure, in hundredths."""
    pupils: int | None
    """学生数：生均数的除数。
    Pupils: by whom per-pupil figures were divided."""


def adjusted(line: BudgetLine, versions: Iterable[str] | None = None) -> Decimal:
    """By how much a line was changed, by all adjustments or by those of `versions`."""
    named = None if versions is None else frozenset(versions)
    return sum((one.change for one in line.adjustments if named is None or one.version in named), NOTHING)


def leaves(record: Budget, side: Side | None = None) -> tuple[BudgetLine, ...]:
    """The lines with no lines below them; all money stands in these."""
    parents = {line.parent for line in record.lines}
    return tuple(line for line in record.lines if line.id not in parents and side in (None, line.side))


def percent(part: Decimal | None, whole: Decimal) -> Decimal | None:
    """`part` of `whole` in hundredths with one decimal; None where there is no whole."""
    if part is None or not whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def total_of(record: Budget, side: Side, version: str) -> Decimal:
    """The total of a side in a version; an adjustment stands on those before it."""
    lines = leaves(record, side)
    if version == EXECUTED:
        return sum((line.executed or NOTHING for line in lines), NOTHING)
    names = [one.id for one in record.versions if one.id not in (APPROVED, EXECUTED)]
    reached = names[: names.index(version) + 1] if version in names else []
    return sum(((line.approved or NOTHING) + adjusted(line, reached) for line in lines), NOTHING)


def figures(record: Budget, corpus: Corpus) -> BudgetFigures:
    """The tree of lines with all sums and rates."""
    pupils = next((entry.record.pupils for entry in corpus.of("site")), None)
    sides = {side: _side(record, side, pupils) for side in Side}
    expenditure = sides[Side.EXPENDITURE]
    versions = (
        VersionTotals(
            id=one.id,
            income=total_of(record, Side.INCOME, one.id),
            expenditure=total_of(record, Side.EXPENDITURE, one.id),
        )
        for one in record.versions
    )
    three = [line for line in leaves(record, Side.EXPENDITURE) if line.three_public in tuple(ThreePublic)]
    return BudgetFigures(
        income=sides[Side.INCOME],
        expenditure=expenditure,
        versions=tuple(versions),
        three_public=_sum(record, three, None).current,
        total=expenditure.total.current,
        rate=expenditure.total.rate,
        pupils=pupils,
    )


def _side(record: Budget, side: Side, pupils: int | None) -> SideFigures:
    total = _sum(record, leaves(record, side), pupils)
    tops = [line for line in record.lines if line.side is side and line.parent is None]
    lines = tuple(_line(record, line, 1, total.current, pupils) for line in tops)
    return SideFigures(side=side, total=total, lines=lines, rows=tuple(_walk(lines)))


def _line(record: Budget, line: BudgetLine, level: int, whole: Decimal, pupils: int | None) -> LineFigures:
    children = [one for one in record.lines if one.parent == line.id] if level < 3 else []
    below = tuple(_line(record, one, level + 1, whole, pupils) for one in children)
    amounts = _sum(record, _leaves_below(record, line, level), pupils)
    return LineFigures(
        id=line.id,
        code=line.code,
        title=line.title,
        title_en=line.title_en,
        note=line.note,
        level=level,
        sum=amounts,
        share=percent(amounts.current, whole),
        children=below,
    )


def _leaves_below(record: Budget, line: BudgetLine, level: int) -> list[BudgetLine]:
    children = [one for one in record.lines if one.parent == line.id] if level < 3 else []
    return (
        [leaf for one in children for leaf in _leaves_below(record, one, level + 1)] if children else [line]
    )


def _sum(record: Budget, lines: Iterable[BudgetLine], pupils: int | None) -> Sum:
    lines = tuple(lines)
    approved = sum((line.approved or NOTHING for line in lines), NOTHING)
    change = sum((adjusted(line) for line in lines), NOTHING)
    current = approved + change
    done = any(version.id == EXECUTED for version in record.versions)
    executed = sum((line.executed or NOTHING for line in lines), NOTHING) if done else None
    return Sum(
        approved=approved,
        adjusted=change,
        current=current,
        executed=executed,
        balance=None if executed is None else current - executed,
        rate=percent(executed, current),
        per_pupil=(current / pupils).quantize(Decimal("0.01"), ROUND_HALF_UP) if pupils else None,
    )


def _walk(lines: Iterable[LineFigures]) -> Iterable[LineFigures]:
    for line in lines:
        yield line
        yield from _walk(line.children)


def related(entry: Entry[Budget], corpus: Corpus) -> tuple[Related, ...]:
    """The purchases that are paid for by this budget."""
    tenders = tuple(
        one for one in corpus.of("tenders") if (one.record.budget_line or "").startswith(f"{entry.id}#")
    )
    return (Related(Words("本预算开支的采购", "Purchases from this budget"), tenders),) if tenders else ()
