"""Whoever asks for sheets is understood, and gets all that is meant and nothing else."""

import pytest

from site_builder.catalogue import catalogue
from site_builder.stages.select import select
from tests.gallery import site


def named(*what: str) -> set[str]:
    found = select(what, site().arrangement.corpus, dict(catalogue().kinds))
    return {entry.name for entry in found.entries} if found else set()


def test_one_record() -> None:
    assert named("plans/2026-spring") == {"plans/2026-spring"}


def test_a_kind() -> None:
    assert named("schedules") == {f"schedules/2026-0{month}" for month in range(2, 8)}


def test_a_month() -> None:
    found = named("2026-03")
    assert {"schedules/2026-03", "registers/food-samples-2026-03"} <= found
    assert "schedules/2026-04" not in found


def test_a_term() -> None:
    found = named("2026S")
    assert {"plans/2026-spring", "settlements/2026-spring"} <= found
    assert not {name for name in found if "autumn" in name}


@pytest.mark.parametrize("what", [("year", "2026"), ("2026",)])
def test_a_year(what: tuple[str, ...]) -> None:
    assert "plans/2026-spring" in named(*what)
    assert "bases/asset-rule-2022" not in named(*what)


def test_all_of_an_office() -> None:
    found = named("office", "canteen")
    assert {"offices/canteen", "registers/food-samples-2026-03"} <= found
    assert "plans/2026-spring" not in found


@pytest.mark.parametrize(
    "what", [("nothing",), ("plans/none",), ("office", "none"), ("1066",), ("2026-13",), ("a", "b", "c")]
)
def test_what_means_nothing(what: tuple[str, ...]) -> None:
    assert named(*what) == set()
