"""The working days of terms and months."""

from datetime import date

from site_builder.kinds.calendars.figures import figures, workdays
from site_builder.kinds.calendars.record import Calendar, Holiday, MakeUpDay, TermDates
from site_builder.model.corpus import Corpus
from tests.cases import alone

CALENDAR = Calendar(
    title="校历",
    school_year="2025-2026",
    terms=(TermDates(term="2026S", starts_on=date(2026, 3, 4), ends_on=date(2026, 5, 10)),),
    holidays=(
        Holiday(name="清明节", starts_on=date(2026, 4, 4), ends_on=date(2026, 4, 6)),
        Holiday(name="劳动节", starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 5)),
    ),
    make_up_days=(MakeUpDay(date=date(2026, 5, 9)),),
)


def test_a_term_has_its_weeks_and_the_working_days_of_its_part_of_each_month() -> None:
    found = figures(alone(CALENDAR), Corpus((), date(2026, 4, 20), workdays((CALENDAR,))))
    (term,) = found.terms
    assert term.weeks == 10
    assert [(month.month, month.days, month.working_days) for month in term.months] == [
        ("2026-03", 28, 20),
        ("2026-04", 30, 21),
        ("2026-05", 10, 4),
    ]
    assert term.working_days == 45
    assert (found.days_off, found.made_up) == (8, 1)


def test_calendars_of_several_years_add_up() -> None:
    other = Calendar(
        title="校历", school_year="2026-2027", terms=(), make_up_days=(MakeUpDay(date=date(2026, 9, 20)),)
    )
    together = workdays((CALENDAR, other))
    assert together.made_up == {date(2026, 5, 9), date(2026, 9, 20)}
    assert len(together.off) == 8
