"""What must hold of a budget."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.kinds.budgets.amounts import APPROVED, EXECUTED, NOTHING, adjusted, leaves, total_of
from site_builder.kinds.budgets.record import Budget, Side
from site_builder.kinds.budgets.structure import RULES as STRUCTURE
from site_builder.kinds.budgets.structure import leaves_below
from site_builder.mistakes.sums import TOTAL
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

PUBLISHED_WITHIN = 20
"""Days after the reply: Regulations on the Budget Law (2020), article 6."""

NOT_BALANCED = Mistake(
    code="BUD-01",
    message=Words(
        "{version}：收入合计 {income}，支出合计 {expenditure}，相差 {difference}",
        "{version}: income is {income} and expenditure {expenditure}, {difference} apart",
    ),
    hint=Words(
        "检查收入行和支出行；结转结余也要写成一行。",
        "check both sides; a balance carried over or forward needs a line too.",
    ),
    why=Words(
        "预算收支必须平衡，公开的收支总表两边相等。",
        "a budget balances; both sides of the published summary are equal.",
    ),
    wrong="lines:\n  - {id: grant, side: income, approved: 100.00}\n  - {id: office, approved: 90.00}",
    right="lines:\n  - {id: grant, side: income, approved: 100.00}\n  - {id: office, approved: 100.00}",
)
PUBLISHED_LATE = Mistake(
    code="BUD-02",
    message=Words(
        "{published} 公开，批复后第 {days} 天，期限是 {limit} 天",
        "published {published}, {days} days after the reply; {limit} are allowed",
    ),
    hint=Words("最迟 {due} 公开；核对批复日期和公开日期。", "it was due on {due}; check both dates."),
    why=Words(
        "单位预算应当在主管部门批复后二十日内公开。",
        "a unit's budget is published within twenty days of the reply.",
    ),
    wrong="published_on: 2026-03-30\nversions:\n  - {id: approved, on: 2026-02-10}",
    right="published_on: 2026-02-27\nversions:\n  - {id: approved, on: 2026-02-10}",
    basis="《中华人民共和国预算法实施条例》（2020）第六条",
)
OVERSPENT = Mistake(
    code="BUD-05",
    message=Words(
        "“{line}”要用 {used}，预算只有 {available}", "“{line}” is to pay {used}, but has only {available}"
    ),
    hint=Words(
        "先调整预算，再开支；或者改正金额或预算行。",
        "adjust the budget before spending, or correct the amount or the line.",
    ),
    why=Words(
        "没有预算不得支出，也不能超过调整后的预算。",
        "nothing is spent without a budget or beyond the adjusted one.",
    ),
    wrong="lines:\n  - {id: water, approved: 100.00, executed: 120.00}",
    right="lines:\n  - {id: water, approved: 120.00, executed: 120.00}",
    basis="《中华人民共和国预算法》第十三条",
)
ADJUSTED_WITHOUT_APPROVAL = Mistake(
    code="BUD-09",
    message=Words("“{version}”没有写{missing}", "“{version}” has no {missing}"),
    hint=Words(
        "补上 basis 或 document（批准文件）和 reason（理由）。",
        "add basis or document for the approval, and reason.",
    ),
    why=Words(
        "读者要知道预算为什么变、谁同意的。", "readers should know why a budget changed and who agreed."
    ),
    wrong="versions:\n  - {id: adjusted-1, on: 2026-03-16}",
    right="versions:\n  - {id: adjusted-1, on: 2026-03-16, document: 校长办公会第 6 次会议, reason: 增加维修支出}",
    severity=Severity.WARNING,
)


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


def published_in_time(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """A budget is published within twenty days of its reply."""
    approved = next((one for one in entry.record.versions if one.id == APPROVED), None)
    published = entry.record.published_on
    if approved is None or published is None:
        return
    days = (published - approved.on).days
    if days > PUBLISHED_WITHIN:
        due = approved.on + timedelta(days=PUBLISHED_WITHIN)
        values = {"published": published, "days": days, "limit": PUBLISHED_WITHIN, "due": due}
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
