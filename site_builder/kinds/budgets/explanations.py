"""What a budget says in words beside its figures: codes, units, notes on what changed, claims of completion."""

import re
from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.budgets.amounts import EXECUTED, available, leaves, percent, sum_of
from site_builder.kinds.budgets.identities import THREE_PUBLIC
from site_builder.kinds.budgets.record import Budget, BudgetLine, Category, Side
from site_builder.mistakes.sums import JUMP, UNIT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

CODE_TOO_SHORT = Mistake("BUD-04")
NOT_COMPLETED = Mistake("BUD-08")

FUNCTION_DIGITS = 7
"""Of a functional code down to the item (类、款、项)."""
ECONOMIC_DIGITS = 5
"""Of an economic code down to the paragraph (类、款)."""
_OTHER_UNIT = re.compile(r"单位\s*[:：]\s*(?:人民币)?((?:百万|千|万|亿)元)|（((?:百万|千|万|亿)元)）")
_COMPLETED = re.compile(r"(?:完成|执行)[^。；;\n]*?(?:100(?:\.0+)?\s*[%％]|百分之百)")


def codes_go_deep_enough(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Where codes are written, the functional ones reach the item, those of basic expenditure the paragraph."""
    record = entry.record
    bottom = frozenset(line.id for line in leaves(record, Side.EXPENDITURE))
    coded = any(line.code and line.category is Category.BASIC and line.id in bottom for line in record.lines)
    for index, line in enumerate(record.lines):
        basic = coded and line.id in bottom and line.category is Category.BASIC
        for field, digits, code in (
            ("function_code", FUNCTION_DIGITS, line.function_code),
            ("code", ECONOMIC_DIGITS, (line.code or "") if basic else None),
        ):
            if code is not None and len(code) < digits:
                values = {"line": line.title, "found": code or "—", "digits": digits}
                yield Finding(("lines", index, field), CODE_TOO_SHORT, values)


def amounts_are_in_yuan(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """No text says that amounts are in another unit than the one they are written in."""
    for trail, text in _texts(entry.record):
        if (found := _OTHER_UNIT.search(text)) is not None:
            yield Finding(trail, UNIT, {"found": found[1] or found[2]})


def completed_means_all(entry: Entry[Budget], _corpus: Corpus) -> Iterator[Finding]:
    """Where a text says that all was carried out, nothing is left and nothing was overspent."""
    record = entry.record
    if not any(version.id == EXECUTED for version in record.versions):
        return
    whole = leaves(record, Side.EXPENDITURE)
    for trail, text in _texts(record):
        lines = (record.lines[int(trail[1])],) if trail[0] == "lines" else whole
        balance = sum_of(record, lines, None).balance
        if balance and _COMPLETED.search(text):
            yield Finding(trail, NOT_COMPLETED, {"difference": abs(balance)})


def _texts(record: Budget) -> Iterator[tuple[Trail, str]]:
    yield ("title",), record.title
    if record.fund is not None:
        yield ("fund",), record.fund
    if record.body is not None:
        yield ("body",), record.body.text
    for index, line in enumerate(record.lines):
        yield ("lines", index, "title"), line.title
        if line.note is not None:
            yield ("lines", index, "note"), line.note


def changes_are_explained(entry: Entry[Budget], corpus: Corpus) -> Iterator[Finding]:
    """Against last year, a large change has a note; with the three public expenses, any change."""
    record, limit = entry.record, corpus.profile.number("jump")
    last_year = corpus.once(_by_year).get((record.fiscal_year - 1, record.office))
    bottom = leaves(record)
    for index, line in enumerate(record.lines):
        now, before = available(record, line), _before(line, last_year)
        if line not in bottom or line.note or not before or now == before:
            continue
        rate, trail = percent(abs(now - before), before), ("lines", index, "approved")
        if line.three_public:
            fault = Words(
                f"“{line.title}”上年 {before}，今年 {now}，没有写说明",
                f"“{line.title}” was {before} last year and is {now}, without a note",
            )
            yield Finding(trail, THREE_PUBLIC, {"fault": fault})
        elif limit is not None and rate is not None and rate > limit:
            values = {"what": line.title, "now": now, "before": before, "rate": rate, "limit": limit}
            yield Finding(trail, JUMP, values)


def _before(line: BudgetLine, last_year: Budget | None) -> Decimal | None:
    if line.previous is not None or last_year is None:
        return line.previous
    same = next((one for one in last_year.lines if one.id == line.id), None)
    return None if same is None else available(last_year, same)


def _by_year(corpus: Corpus) -> dict[tuple[int, str | None], Budget]:
    return {(one.record.fiscal_year, one.record.office): one.record for one in corpus.of("budgets")}


RULES = (
    Rule(CODE_TOO_SHORT, "budgets", codes_go_deep_enough),
    Rule(UNIT, "budgets", amounts_are_in_yuan),
    Rule(NOT_COMPLETED, "budgets", completed_means_all),
    Rule(JUMP, "budgets", changes_are_explained),
)
