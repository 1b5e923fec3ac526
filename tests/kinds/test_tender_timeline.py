"""Where a purchase stands on a day, and what can be reckoned from its offers."""

from datetime import date
from decimal import Decimal

import pytest

from site_builder.kinds.tenders.figures import figures
from site_builder.kinds.tenders.invitation import Bid, Correction, Notice, Opening, Quote
from site_builder.kinds.tenders.outcome import (
    Acceptance,
    Award,
    Change,
    Contract,
    Payment,
    Result,
    Termination,
)
from site_builder.kinds.tenders.record import Method, ProcurementCategory, Tender
from site_builder.kinds.tenders.timeline import Stage, TenderState
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from tests.cases import alone

PLAIN = {
    "title": "把杆",
    "project_no": "QSW-2026-005",
    "category": ProcurementCategory.GOODS,
    "method": Method.INQUIRY,
    "budget": Decimal("56000.00"),
    "handlers": ("general-affairs#deputy", "academic#director"),
}
WHOLE = Tender(
    **PLAIN,  # type: ignore[arg-type]
    notice=Notice(on=date(2026, 3, 18), deadline=date(2026, 3, 25)),
    correction_notices=(Correction(on=date(2026, 3, 20), summary="改数量", deadline=date(2026, 3, 27)),),
    opening=Opening(
        on=date(2026, 3, 27),
        bids=(
            Bid(supplier="甲", amount=Decimal("52680.00")),
            Bid(supplier="乙", amount=Decimal("53900.00")),
            Bid(supplier="丙", amount=Decimal("40000.00"), valid=False),
        ),
    ),
    award=Award(
        decided_on=date(2026, 3, 27), on=date(2026, 3, 30), supplier="甲", amount=Decimal("52680.00")
    ),
    contract=Contract(
        no="HT-6",
        signed_on=date(2026, 4, 1),
        supplier="甲",
        amount=Decimal("52680.00"),
        changes=(Change(on=date(2026, 4, 8), change=Decimal("-680.00"), reason="少装一组"),),
    ),
    acceptance=Acceptance(on=date(2026, 4, 17), members=("a#b", "c#d"), result=Result.PASSED),
    payments=(
        Payment(on=date(2026, 4, 2), amount=Decimal("13000.00")),
        Payment(on=date(2026, 4, 24), amount=Decimal("39000.00")),
    ),
)


def on(day: date) -> Corpus:
    return Corpus((), day, Workdays())


@pytest.mark.parametrize(
    ("day", "state", "stage", "following"),
    [
        (date(2026, 3, 17), TenderState.PLANNED, None, date(2026, 3, 18)),
        (date(2026, 3, 18), TenderState.OPEN, Stage.NOTICE, date(2026, 3, 20)),
        (date(2026, 3, 26), TenderState.OPEN, Stage.CORRECTION, date(2026, 3, 27)),
        (date(2026, 3, 27), TenderState.AWARDED, Stage.DECISION, date(2026, 3, 30)),
        (date(2026, 4, 1), TenderState.CONTRACTED, Stage.CONTRACT, date(2026, 4, 2)),
        (date(2026, 4, 17), TenderState.COMPLETED, Stage.ACCEPTANCE, date(2026, 4, 24)),
        (date(2026, 5, 1), TenderState.COMPLETED, Stage.PAYMENT, None),
    ],
)
def test_where_it_stands(day: date, state: TenderState, stage: Stage | None, following: date | None) -> None:
    found = figures(alone(WHOLE), on(day))
    assert (found.state, found.stage, found.next_date) == (state, stage, following)


def test_what_is_reckoned_from_offers_and_contract() -> None:
    found = figures(alone(WHOLE), on(date(2026, 4, 20)))
    assert (found.offers, found.lowest, found.spread) == (2, Decimal("52680.00"), Decimal("1220.00"))
    assert (found.amount, found.saving, found.saving_rate) == (
        Decimal("52000.00"), Decimal("4000.00"), Decimal("7.1"),
    )  # fmt: skip
    assert (found.paid, found.paid_rate) == (Decimal("13000.00"), Decimal("25.0"))


def test_days_between_the_steps() -> None:
    found = figures(alone(WHOLE), on(date(2026, 4, 20)))
    assert [step.days for step in found.timeline] == [None, 2, 7, 0, 0, 3, 2, 1, 15, 7]


def test_what_was_found_bad_is_not_completed() -> None:
    bad = Acceptance(on=date(2026, 4, 17), members=("a#b", "c#d"), result=Result.FAILED)
    tender = Tender(**PLAIN, contract=WHOLE.contract, acceptance=bad)  # type: ignore[arg-type]
    assert figures(alone(tender), on(date(2026, 4, 20))).state is TenderState.CONTRACTED


def test_a_chosen_quotation_is_the_award_of_a_small_purchase() -> None:
    quotes = (
        Quote(supplier="甲", price=Decimal("3120.00"), on=date(2026, 3, 10), chosen=True),
        Quote(supplier="乙", price=Decimal("3290.00"), on=date(2026, 3, 11)),
    )
    found = figures(alone(Tender(**PLAIN, quotes=quotes)), on(date(2026, 3, 11)))  # type: ignore[arg-type]
    assert (found.state, found.supplier, found.amount) == (TenderState.AWARDED, "甲", Decimal("3120.00"))


def test_what_was_given_up_is_terminated() -> None:
    end = Termination(on=date(2026, 3, 28), reason="不足三家")
    tender = Tender(**PLAIN, notice=WHOLE.notice, opening=WHOLE.opening, termination=end)  # type: ignore[arg-type]
    assert figures(alone(tender), on(date(2026, 3, 27))).state is TenderState.EVALUATION
    assert figures(alone(tender), on(date(2026, 3, 28))).state is TenderState.TERMINATED
