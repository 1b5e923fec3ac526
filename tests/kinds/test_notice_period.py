"""Until when one may object to a notice."""

from datetime import date

import pytest

from site_builder.kinds.notices.figures import NoticeState, figures
from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays, days
from tests.cases import alone

QINGMING = Workdays(off=frozenset(days(date(2026, 4, 4), date(2026, 4, 6))))
NOTICE = Notice(title="公示", type=NoticeType.OBJECTION, starts_on=date(2026, 4, 1), working_days=5)


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2026, 3, 31), NoticeState.NOT_YET, None),
        (date(2026, 4, 1), NoticeState.OPEN, 8),
        (date(2026, 4, 9), NoticeState.OPEN, 0),
        (date(2026, 4, 10), NoticeState.CLOSED, None),
    ],
)
def test_the_first_day_and_the_holiday_are_not_counted(
    today: date, state: NoticeState, left: int | None
) -> None:
    found = figures(alone(NOTICE), Corpus((), today, QINGMING))
    assert found.last_day == date(2026, 4, 9)
    assert (found.state, found.days_left, found.working_days) == (state, left, 5)


def test_other_notices_are_posted_and_nobody_counts_days() -> None:
    notice = Notice(title="公告", type=NoticeType.ANNOUNCEMENT, starts_on=date(2026, 4, 1))
    found = figures(alone(notice), Corpus((), date(2026, 4, 2), QINGMING))
    assert (found.state, found.last_day, found.working_days) == (NoticeState.POSTED, None, None)
