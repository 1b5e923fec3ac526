"""When an item is due, which periods it has, and what early and late come to; reckoned with the example's calendars."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from site_builder.build import read_project
from site_builder.edge.wish import Wish
from site_builder.kinds.catalogue.deadline import due_on, in_words
from site_builder.kinds.catalogue.figures import State, rows
from site_builder.kinds.catalogue.periods import Period, periods
from site_builder.kinds.catalogue.record import CatalogueItem, Every, Start, Timer
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.words import Words
from tests.small import HOME

MARCH = Period("2026-03", date(2026, 3, 1), date(2026, 3, 31), Words("", ""))


@cache
def example() -> Corpus:
    return read_project(Wish(HOME, HOME / "output", date(2026, 4, 20))).corpus


def item(every: Every = Every.MONTH, since: str = "2026-03-01", **more: Any) -> CatalogueItem:
    kinds = {"title": "x", "level1": "x", "content": ("x",), "owner": "x#x", "record_kind": "schedules"}
    return CatalogueItem(**{**kinds, "every": every, "since": date.fromisoformat(since), **more})


@pytest.mark.parametrize(
    ("timer", "due"),
    [
        (Timer(days=20), "2026-04-20"),
        (Timer(working_days=3), "2026-04-03"),
        (Timer(working_days=4), "2026-04-07"),  # Qingming lies between
        (Timer(day_of_month=15), "2026-04-15"),
        (Timer(day_of_month=31), "2026-04-30"),
        (Timer(day_of_month=31, months=7), "2026-10-31"),
        (Timer(start=Start.BEGIN, days=7), "2026-03-08"),
        (Timer(start=Start.BEFORE, working_days=3), "2026-02-26"),  # the Saturday after it is worked
        (Timer(start=Start.BEFORE, days=1), "2026-02-28"),
        (Timer(setting="settlement.published-within"), "2026-04-15"),
        (Timer(start=Start.EVENT, event="approved_on", days=5), "2026-04-05"),
    ],
)
def test_the_last_day(timer: Timer, due: str) -> None:
    assert due_on(item(timer=timer), MARCH, item(), example()) == date.fromisoformat(due)
    assert in_words(item(timer=timer), example().profile).en


def test_twenty_working_days_over_the_spring_festival() -> None:
    event = event_on(date(2026, 2, 10))
    timer = Timer(start=Start.END, working_days=20)
    assert due_on(item(Every.EVENT, timer=timer), event, None, example()) == date(2026, 3, 16)


def event_on(day: date) -> Period:
    return Period("one", day, day, Words("", ""))


@pytest.mark.parametrize(
    ("every", "more", "names"),
    [
        (Every.MONTH, {}, ["2026-03", "2026-04", "2026-05"]),
        (Every.MONTH, {"until": date(2026, 3, 31)}, ["2026-03"]),
        (
            Every.MONTH,
            {"since": "2026-01-01", "only_in_term": True},
            ["2026-01", "2026-03", "2026-04", "2026-05"],
        ),
        (Every.TERM, {}, ["2026S", "2026A"]),
        (Every.SCHOOL_YEAR, {}, ["2025-2026", "2026-2027"]),
        (Every.YEAR, {"since": "2025-06-01"}, ["2025", "2026", "2027"]),
        (Every.WEEK, {"since": "2026-04-15"}, ["2026-04-13", "2026-04-20", "2026-04-27"]),
        (Every.STANDING, {}, [""]),
        (Every.EVENT, {}, []),
    ],
)
def test_periods_end_after_the_duty_began_and_reach_one_ahead(
    every: Every, more: dict[str, Any], names: list[str]
) -> None:
    assert [one.name for one in periods(item(every, **more), example())] == names


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        ("2026-03-12", State.DUE, None),
        ("2026-03-16", State.DUE, None),
        ("2026-03-17", State.OVERDUE, 1),
        ("2026-03-20", State.OVERDUE, 4),
        ("2026-04-08", State.LATE, 16),
        ("2026-04-20", State.LATE, 16),
    ],
)
def test_a_state_follows_the_day(today: str, state: State, days: int | None) -> None:
    """The plan of the spring term, had it come on 8 April: ten working days from 2 March end on the 16th."""
    corpus = example()
    (plan,) = corpus.of("plans")
    late = Entry("plans", "late", with_day(plan.record, date(2026, 4, 8)), "", "")
    only = replace(corpus, entries=(*corpus.of("calendars"), late), today=date.fromisoformat(today))
    own = item(
        Every.TERM,
        record_kind="plans",
        timer=Timer(start=Start.BEGIN, working_days=10),
        until=date(2026, 7, 1),
    )
    (row,) = rows(Entry("catalogue", "plan", own, "", ""), only)
    assert (row.state, row.days, row.due) == (state, days, date(2026, 3, 16))


def with_day(record: Any, day: date) -> Any:
    return type(record)(
        **{name: getattr(record, name) for name in record.__struct_fields__} | {"published_on": day}
    )
