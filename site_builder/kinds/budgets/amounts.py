"""The amounts of budget lines and of whole sides, in every version."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.budgets.record import Budget, BudgetLine, Side
from site_builder.model.form import Percent

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
    rate: Percent | None
    """执行率：执行数占现行预算。
    Rate: executed of current, in hundredths."""
    per_pupil: Decimal | None
    """生均：现行预算除以学生数。
    Per pupil: current amount divided by the pupils."""


def adjusted(line: BudgetLine, versions: Iterable[str] | None = None) -> Decimal:
    """By how much a line was changed, by all adjustments or by those of `versions`."""
    named = None if versions is None else frozenset(versions)
    return sum((one.change for one in line.adjustments if named is None or one.version in named), NOTHING)


def leaves(record: Budget, side: Side | None = None) -> tuple[BudgetLine, ...]:
    """The lines with no lines below them; all money stands in these."""
    parents = {line.parent for line in record.lines}
    return tuple(line for line in record.lines if line.id not in parents and side in (None, line.side))


def below(record: Budget, line: BudgetLine) -> tuple[BudgetLine, ...]:
    """The lines at the bottom below a line; none for a line that is at the bottom itself."""
    ids, parents, seen = [line.id], {one.parent for one in record.lines}, {line.id}
    found: list[BudgetLine] = []
    while ids:
        children = [one for one in record.lines if one.parent == ids[-1] and one.id not in seen]
        ids.pop()
        seen.update(one.id for one in children)
        found.extend(one for one in children if one.id not in parents)
        ids.extend(one.id for one in children)
    return tuple(found)


def available(record: Budget, line: BudgetLine) -> Decimal:
    """What a line may spend: approved and adjusted, summed from the lines below it where there are any."""
    lines = below(record, line) or (line,)
    return sum(((one.approved or NOTHING) + adjusted(one) for one in lines), NOTHING)


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


def sum_of(record: Budget, lines: Iterable[BudgetLine], pupils: int | None) -> Sum:
    """The amounts of some lines at the bottom, added up."""
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
