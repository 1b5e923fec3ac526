"""What a budget says was carried out is what the ledgers have, and they book no more than a line may spend."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from site_builder.kinds.budgets.amounts import EXECUTED, NOTHING, available, leaves
from site_builder.kinds.budgets.record import Budget, Side
from site_builder.kinds.budgets.rules import OVERSPENT
from site_builder.kinds.ledgers.period import books
from site_builder.kinds.ledgers.record import Direction
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_AS_BOOKED = Mistake("BUD-15")


def executed_as_booked(entry: Entry[Budget], corpus: Corpus) -> Iterator[Identity]:
    """Where ledgers cover the year up to the day of the executed version, each line has what they book on it."""
    record = entry.record
    until = next((one.on for one in record.versions if one.id == EXECUTED), None)
    if until is None or not _covered(entry, date(record.fiscal_year, 1, 1), until, corpus):
        return
    booked = _booked(entry, corpus, until)
    claim = Words("执行数 = 收支明细账", "executed = as booked")
    bottom = leaves(record)
    for index, line in enumerate(record.lines):
        if line in bottom and line.executed is not None:
            values = {"line": line.title, "until": until}
            trail = ("lines", index, "executed")
            yield Identity(trail, claim, line.executed, booked[line.id, line.side], NOT_AS_BOOKED, values)


def booked_within_the_line(entry: Entry[Budget], corpus: Corpus) -> Iterator[Finding]:
    """The ledgers book no more on a line than it has; what the budget itself has as executed is told elsewhere."""
    booked = _booked(entry, corpus, date(entry.record.fiscal_year, 12, 31))
    for index, line in enumerate(entry.record.lines):
        used, most = booked[line.id, Side.EXPENDITURE], available(entry.record, line)
        if line.side is Side.EXPENDITURE and used > most and (line.executed or NOTHING) <= most:
            values = {"line": line.title, "used": used, "available": most}
            yield Finding(("lines", index, "id"), OVERSPENT, values)


def _booked(entry: Entry[Budget], corpus: Corpus, until: date) -> dict[tuple[str, Side], Decimal]:
    """By line: what the ledgers book on it; what flowed back is taken off."""
    found: dict[tuple[str, Side], Decimal] = defaultdict(lambda: NOTHING)
    sides = {one.id: one.side for one in entry.record.lines}
    for ledger in corpus.naming("budgets", entry.id):
        for one in ledger.record.entries if ledger.kind == "ledgers" else ():
            id, _, part = (one.budget_line or "").partition("#")
            if id == entry.id and part in sides and one.on <= until:
                along = (one.direction is Direction.IN) is (sides[part] is Side.INCOME)
                found[part, sides[part]] += one.amount if along else -one.amount
    return found


def _covered(entry: Entry[Budget], first: date, last: date, corpus: Corpus) -> bool:
    """Whether the ledgers of the books that name the budget leave no day out."""
    naming = {(one.record.office, one.record.series) for one in corpus.naming("budgets", entry.id)
              if one.kind == "ledgers"}  # fmt: skip
    spans = sorted(span for book in naming for span, _ in corpus.once(books).get(book, ()))
    for starts_on, ends_on in spans:
        if starts_on <= first <= ends_on:
            first = ends_on + timedelta(days=1)
    return bool(spans) and first > last


IDENTITIES = Identities("budgets", executed_as_booked)
RULE = Rule(OVERSPENT, "budgets", booked_within_the_line)
