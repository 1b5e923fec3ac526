"""What follows from the lines of a budget: the tree, the totals, the rates."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from site_builder.kinds.budgets.amounts import Sum, below, leaves, percent, sum_of, total_of
from site_builder.kinds.budgets.record import Budget, BudgetLine, Side, ThreePublic
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Percent


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
    share: Percent | None
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
    rate: Percent | None
    """执行率：支出执行数占现行预算。
    Rate: executed of current expenditure, in hundredths."""
    pupils: int | None
    """学生数：生均数的除数。
    Pupils: by whom per-pupil figures were divided."""


def figures(entry: Entry[Budget], corpus: Corpus) -> BudgetFigures:
    """The tree of lines with all sums and rates."""
    record = entry.record
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
        three_public=sum_of(record, three, None).current,
        total=expenditure.total.current,
        rate=expenditure.total.rate,
        pupils=pupils,
    )


def _side(record: Budget, side: Side, pupils: int | None) -> SideFigures:
    total = sum_of(record, leaves(record, side), pupils)
    tops = [line for line in record.lines if line.side is side and line.parent is None]
    lines = tuple(_line(record, line, 1, total.current, pupils) for line in tops)
    return SideFigures(side=side, total=total, lines=lines, rows=tuple(_walk(lines)))


def _line(record: Budget, line: BudgetLine, level: int, whole: Decimal, pupils: int | None) -> LineFigures:
    children = [one for one in record.lines if one.parent == line.id] if level < 3 else []
    lower = tuple(_line(record, one, level + 1, whole, pupils) for one in children)
    amounts = sum_of(record, below(record, line) or (line,), pupils)
    return LineFigures(
        id=line.id,
        code=line.code,
        title=line.title,
        title_en=line.title_en,
        note=line.note,
        level=level,
        sum=amounts,
        share=percent(amounts.current, whole),
        children=lower,
    )


def _walk(lines: Iterable[LineFigures]) -> Iterable[LineFigures]:
    for line in lines:
        yield line
        yield from _walk(line.children)
