"""The sites with planted mistakes come to the figures that they were made with."""

from datetime import date

import pytest

from site_builder.catalogue import catalogue
from site_builder.stages.cite import Reckoner
from tests.cases import Case, corpus_of
from tests.small import HOME

FIGURES = {
    "nanyu": {
        "requests/2026-03.total": "40",
        "requests/2026-03.urgent": "6",
        "requests/2026-03.responded_in_time": "38",
        "requests/2026-03.response_rate": "95.0",
        "requests/2026-03.done_in_time": "35",
        "requests/2026-03.completion_rate": "87.5",
        "requests/2026-03.rated": "31",
        "requests/2026-03.points": "139",
        "requests/2026-03.mean": "4.48",
        "requests/2026-03.satisfied": "27",
        "requests/2026-03.satisfaction": "87.1",
        "requests/2026-03.self_rated": "9",
        "funds/repairs-2026.balance": "-6400.00",
        "tenders/p-01.amount": "1008.00",
    },
    "wutong": {
        "settlements/2026-spring.received": "36720.00",
        "settlements/2026-spring.spent": "34272.00",
        "settlements/2026-spring.refunded": "2448.00",
        "settlements/2026-spring.class_heads": "612",
        "settlements/2026-spring.class_refund": "2444.00",
        "canteen-accounts/2026-04.income": "133770.00",
        "canteen-accounts/2026-04.expenses": "131081.20",
        "canteen-accounts/2026-04.surplus": "2688.80",
        "canteen-accounts/2026-04.surplus_rate": "2.01",
        "canteen-accounts/2026-04.ingredient_share": "76.0",
        "attendance/2026-04.absent": "11.5",
        "attendance/2026-04.rate": "98.66",
        "rosters/gate-2026-spring.coverage": "100.0",
    },
}


@pytest.mark.parametrize("site", FIGURES)
def test_the_figures_of_a_site(site: str) -> None:
    data = HOME / "tests/sites" / site / "data"
    records = {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in data.glob("*/*.yaml")}
    # The last day of the month of requests: five are not done yet, and none of them is late.
    corpus, _, problems = corpus_of(Case(site, records, date(2026, 3, 31), ()))
    assert not problems
    reckoner = Reckoner(corpus, catalogue())
    found = {name: reckoner.look_up(name) for name in FIGURES[site]}
    assert {name: figure and str(figure.value) for name, figure in found.items()} == FIGURES[site]
