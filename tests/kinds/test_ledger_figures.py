"""What readers are told of a ledger and a fund is the same, however much of it they may see."""

from decimal import Decimal
from typing import Any

from site_builder.kinds.funds.figures import figures as of_fund
from site_builder.kinds.ledgers.figures import figures as of_ledger
from site_builder.model.corpus import Corpus
from site_builder.model.record import Audience
from site_builder.stages.gather import gather
from site_builder.stages.narrow import narrow
from tests.cases import ANY_DAY, Case, corpus_of

LEDGER = """
title: 实习队收支明细账
starts_on: 2026-03-09
ends_on: 2026-05-01
fund: team
opening: 0
entries:
  - id: grant
    on: 2026-03-09
    direction: in
    amount: 1920.00
    purpose: 学校补助 16 人
    handlers: [team#logistics, team#leader]
    voucher: 记-001
  - id: bus
    on: 2026-03-09
    direction: out
    amount: 1560.00
    purpose: 包车
    budget_line: 2026#travel
    handlers: [team#logistics, team#deputy]
    approved_by: team#leader
    voucher: 记-002
  - id: medicine
    on: 2026-03-10
    direction: out
    amount: 96.00
    purpose: 常备药
    handlers: [team#logistics, team#deputy]
    approved_by: team#leader
    voucher: 记-003
    audience: team
stated_closing: 264.00
"""
FUND = """
title: 实习队经费
nature: members-own
funder: 学校和队员
purpose: 实习生活
fiscal_year: 2026
amount: 1920.00
stated_spent: 1656.00
"""


def seen_by(audience: Audience) -> Corpus:
    """The ledger and its fund as that audience has them."""
    case = Case("team", {"ledgers/team.yaml": LEDGER, "funds/team.yaml": FUND}, ANY_DAY, ())
    return gather(narrow(corpus_of(case)[0].entries, audience), ANY_DAY)


def ledger(corpus: Corpus) -> Any:
    """The figures of the ledger."""
    return of_ledger(corpus.of("ledgers")[0], corpus)


def test_whoever_sees_all_entries_can_reckon_them() -> None:
    seen = ledger(seen_by(Audience.TEAM))
    assert (seen.incoming, seen.outgoing) == (Decimal("1920.00"), Decimal("1656.00"))
    assert (seen.closing, seen.not_shown) == (Decimal("264.00"), Decimal("0.00"))


def test_whoever_sees_some_is_told_the_same_balance_and_how_much_is_not_shown() -> None:
    seen = ledger(seen_by(Audience.PUBLIC))
    assert (seen.closing, seen.not_shown) == (Decimal("264.00"), Decimal("-96.00"))
    assert seen.outgoing == Decimal("1560.00")


def test_totals_by_line_and_by_fund() -> None:
    seen = ledger(seen_by(Audience.TEAM))
    assert [(one.ref, one.outgoing) for one in seen.by_line] == [("2026#travel", Decimal("1560.00"))]
    assert [(one.title, one.incoming, one.outgoing) for one in seen.by_fund] == [
        ("实习队经费", Decimal("1920.00"), Decimal("1656.00"))
    ]


def test_a_fund_is_spent_as_its_ledger_says_for_every_reader() -> None:
    for audience in (Audience.TEAM, Audience.PUBLIC):
        corpus = seen_by(audience)
        assert of_fund(corpus.of("funds")[0], corpus).balance == Decimal("264.00")
