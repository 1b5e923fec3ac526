"""What must hold of a fund."""

from collections.abc import Iterator

from site_builder.kinds.funds.figures import figures, received, reckoned
from site_builder.kinds.funds.record import Fund
from site_builder.mistakes.sums import ELSEWHERE, TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import Severity
from site_builder.model.words import Words

MISSPENT = Mistake("BUD-06")
AHEAD = 10
"""The month from which money of the next year may be granted ahead."""


def identities(entry: Entry[Fund], corpus: Corpus) -> Iterator[Identity]:
    """What is typed as spent is what ledgers and payments come to; of what has come in, ledgers have as much."""
    stated = entry.record.stated_spent
    if entry.record.received_on is not None and (booked := received(entry, corpus)) is not None:
        claim = Words("账上收到的合计", "the sum that ledgers received")
        yield Identity(("amount",), claim, entry.record.amount, booked, ELSEWHERE)
    if stated is not None and corpus.naming("funds", entry.id):
        claim = Words("已支出 = 账上用这项资金的合计", "spent = entries that name the fund")
        computed = reckoned(entry, corpus)
        yield Identity(("stated_spent",), claim, stated, computed, TOTAL, {"sum": computed})


def spent_within_the_amount(entry: Entry[Fund], corpus: Corpus) -> Iterator[Finding]:
    """No more is spent than there is."""
    now = figures(entry, corpus)
    if now.balance < 0:
        over = -now.balance
        fault = Words(
            f"共 {entry.record.amount}，已支出 {now.spent}，超支 {over}",
            f"{now.spent} of {entry.record.amount} was spent, {over} too much",
        )
        yield Finding(("amount",), MISSPENT, {"fund": entry.record.title, "fault": fault})


def year_is_that_of_the_money(entry: Entry[Fund], _corpus: Corpus) -> Iterator[Finding]:
    """Money comes in its year, in the year after it, or granted ahead in the last three months before it."""
    fund, came = entry.record, entry.record.received_on
    if came is None or fund.fiscal_year <= came.year <= fund.fiscal_year + 1:
        return
    if came.year != fund.fiscal_year - 1 or came.month < AHEAD:
        fault = Words(f"年度写 {fund.fiscal_year}，到账却是 {came}",
                      f"it is of {fund.fiscal_year}, but came in on {came}")  # fmt: skip
        yield Finding(("fiscal_year",), MISSPENT, {"fund": fund.title, "fault": fault}, Severity.WARNING)


RULES = (
    Rule(MISSPENT, "funds", spent_within_the_amount),
    Rule(MISSPENT, "funds", year_is_that_of_the_money),
)
