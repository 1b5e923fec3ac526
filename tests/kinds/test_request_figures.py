"""A month of service requests in numbers: what came in time, and what those say who were served."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from site_builder.kinds.requests.figures import figures, identities
from site_builder.kinds.requests.record import Judge, Request, RequestList, Score
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from tests.cases import alone

START = datetime(2026, 3, 2, 8, 30)
SCORES = [Score.VERY_GOOD] * 20 + [Score.GOOD] * 7 + [Score.FAIR] * 3 + [Score.POOR]
CORPUS = Corpus((), date(2026, 3, 31), Workdays())


def month(stated: str | None = None) -> RequestList:
    """Forty requests, six of them urgent: two answered late, five done late, nine judged by the service itself."""
    requests = tuple(
        Request(
            id=f"r{number}",
            received_at=START,
            urgent=number < 6,
            responded_at=START + timedelta(hours=25 if number in (30, 31) else 1),
            done_at=START + timedelta(days=5 if number >= 35 else 0, hours=2),
            score=SCORES[number] if number < 31 else Score.VERY_GOOD,
            rated_by=Judge.REQUESTER if number < 31 else Judge.SELF,
        )
        for number in range(40)
    )
    percent = None if stated is None else Decimal(stated)
    return RequestList(title="服务单", month="2026-03", requests=requests, stated_satisfaction=percent)


def test_shares_and_mean_are_those_of_the_requests() -> None:
    found = figures(alone(month()), CORPUS)
    assert (found.total, found.urgent, found.unfinished) == (40, 6, 0)
    assert (found.responded_in_time, found.response_rate) == (38, Decimal("95.0"))
    assert (found.done_in_time, found.completion_rate) == (35, Decimal("87.5"))
    assert (found.rated, found.points, found.mean) == (31, 139, Decimal("4.48"))
    assert (found.satisfied, found.satisfaction, found.self_rated) == (27, Decimal("87.1"), 9)
    assert found.rating_rate == Decimal("77.5")


def test_a_month_without_requests_has_no_shares() -> None:
    found = figures(alone(RequestList(title="服务单", month="2026-03")), CORPUS)
    assert (found.total, found.response_rate, found.mean, found.satisfaction) == (0, None, None, None)


def test_satisfaction_is_compared_to_the_digits_it_is_given_with() -> None:
    for stated, holds in (("87", True), ("87.1", True), ("87.10", True), ("87.2", False), ("100", False)):
        (claim,) = identities(alone(month(stated)), CORPUS)
        assert claim.holds is holds, stated
