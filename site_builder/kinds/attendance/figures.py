"""What follows from a month's attendance: the rate, and what its figures must come to."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.attendance.record import Attendance
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.form import Number, Percent
from site_builder.model.identity import Identity
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

DIFFERENT = Mistake("ATT-02")


class AttendanceFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A month of attendance in numbers."""

    absent: Number
    """缺勤：应出勤减实出勤，单位是人天。
    Absent: due less present, in person-days."""
    rate: Percent | None
    """出勤率：实出勤占应出勤。
    Attendance rate: present in a hundred of due."""


def figures(entry: Entry[Attendance], _corpus: Corpus) -> AttendanceFigures:
    """The attendance rate."""
    record = entry.record
    rate = (
        (record.present * 100 / record.due).quantize(Decimal("0.01"), ROUND_HALF_UP) if record.due else None
    )
    return AttendanceFigures(absent=record.due - record.present, rate=rate)


def identities(entry: Entry[Attendance], corpus: Corpus) -> Iterator[Identity]:
    """Working days are those of the calendar, due is staff times days, present and leave come to what was due."""
    record = entry.record
    worked = corpus.workdays.count(*span_of(record.month))
    claim = Words("工作日 = 校历的工作日", "working days = those of the calendar")
    yield Identity(("working_days",), claim, record.working_days, worked, DIFFERENT)
    claim = Words("应出勤 = 人数 × 工作日", "due = staff × working days")
    yield Identity(("due",), claim, record.due, record.staff * record.working_days, DIFFERENT)
    if record.leave:
        claim = Words("实出勤 = 应出勤 − 请假", "present = due − leave")
        away = sum((one.days for one in record.leave), Decimal(0))
        yield Identity(("present",), claim, record.present, record.due - away, DIFFERENT)
