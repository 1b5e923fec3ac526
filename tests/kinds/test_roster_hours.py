"""From the pattern of a roster to hours."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from site_builder.kinds.rosters.figures import figures
from site_builder.kinds.rosters.hours import Span, days_of, duties, gaps, hours_of, joined
from site_builder.kinds.rosters.record import Band, Days, Roster, Scope, Shift
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from tests.cases import alone

CORPUS = Corpus((), date(2026, 3, 2), Workdays(off=frozenset({date(2026, 3, 6)})))
DAY, NIGHT = (
    Shift(begins=time(8), ends=time(20), staff=("security#day",)),
    Shift(begins=time(20), ends=time(8), staff=("security#night",)),
)


def roster(*shifts: Shift, clock: bool = False, bands: tuple[Band, ...] = ()) -> Roster:
    """Two weeks from a Monday on."""
    first = date(2026, 3, 2)
    last = first + timedelta(days=13)
    return Roster(title="值班", scope=Scope.GATE, starts_on=first, ends_on=last, around_the_clock=clock,
                  bands=bands, shifts=shifts)  # fmt: skip


def span(begin: int, end: int) -> Span:
    """A stretch of one day, in hours."""
    return Span(datetime(2026, 3, 2, begin), datetime(2026, 3, 2, end))


def test_two_guards_around_the_clock_have_84_hours_a_week() -> None:
    found = figures(alone(roster(DAY, NIGHT, clock=True)), CORPUS)
    assert (found.days, found.required, found.covered) == (14, Decimal(336), Decimal(336))
    assert found.coverage == Decimal("100.0")
    assert [(one.post, one.week, one.turns) for one in found.posts] == [
        ("security#day", Decimal(84), 14),
        ("security#night", Decimal(84), 14),
    ]


def test_half_the_day_is_half_the_coverage() -> None:
    found = figures(alone(roster(DAY, clock=True)), CORPUS)
    assert (found.covered, found.coverage) == (Decimal(168), Decimal("50.0"))


def test_nobody_at_all_covers_nothing() -> None:
    assert figures(alone(roster(clock=True)), CORPUS).coverage == Decimal("0.0")


def test_nothing_is_asked_where_neither_hours_nor_bands_are_given() -> None:
    assert figures(alone(roster(DAY)), CORPUS).coverage is None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ((), 14),
        ((Days.WORKDAYS,), 9),
        ((Days.DAYS_OFF,), 5),
        ((Days.FRI,), 2),
        ((Days.FRI, Days.DAYS_OFF), 6),
    ],
)
def test_a_shift_recurs_on_its_days(pattern: tuple[Days, ...], expected: int) -> None:
    """Friday the 6th is a holiday."""
    shift = Shift(begins=time(8), ends=time(9), days=pattern)
    assert len(duties(roster(shift), CORPUS.workdays)) == expected


def test_a_band_is_asked_on_its_days_only() -> None:
    band = Band(days=(Days.WORKDAYS,), begins=time(7, 20), ends=time(8))
    found = figures(alone(roster(Shift(begins=time(7, 40), ends=time(8)), bands=(band,))), CORPUS)
    assert (found.required, found.covered) == (Decimal(6), Decimal(3))


def test_gaps_and_seams() -> None:
    there = [span(13, 15), span(8, 10), span(9, 12), span(12, 13)]
    assert list(joined(there)) == [span(8, 15)]
    assert list(gaps([span(7, 17)], there)) == [span(7, 8), span(15, 17)]
    assert list(gaps([span(9, 14)], there)) == []
    assert list(gaps([span(7, 8)], [])) == [span(7, 8)]


def test_hours_are_exact_and_short() -> None:
    assert str(hours_of(timedelta(minutes=90))) == "1.50"
    assert str(hours_of(timedelta(hours=84))) == "84"


def test_a_roster_without_end_is_looked_at_for_a_year() -> None:
    endless = Roster(
        title="值班", scope=Scope.GATE, starts_on=date(2026, 1, 1), ends_on=date(2099, 1, 1), shifts=()
    )
    assert len(days_of(endless)) == 367
