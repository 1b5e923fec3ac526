"""What a register adds up to, and where it was not kept."""

from datetime import date, time
from decimal import Decimal

import pytest

from site_builder.kinds.registers.cadence import Gap
from site_builder.kinds.registers.column import CellType, Column
from site_builder.kinds.registers.figures import figures
from site_builder.kinds.registers.record import Balance, Register
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from tests.cases import alone

DAY = Column(name="day", title="日期", type=CellType.DATE)
OUT = Column(name="out", title="借出", type=CellType.INTEGER)
BACK = Column(name="back", title="归还", type=CellType.INTEGER)


def on(day: date) -> Corpus:
    return Corpus((), day, Workdays(off=frozenset({date(2026, 4, 6)})))


def test_cells_get_the_values_their_columns_promise() -> None:
    columns = (
        DAY,
        Column(name="at", title="时刻", type=CellType.TIME),
        Column(name="ok", title="完好", type=CellType.BOOLEAN),
    )
    register = Register(
        title="检查", columns=columns, rows=({"day": "2026-03-02", "at": "8:05", "ok": "否"}, {"ok": ""})
    )
    assert figures(alone(register), on(date(2026, 4, 20))).rows == (
        (date(2026, 3, 2), time(8, 5), False),
        (None, None, None),
    )


def test_sums_and_running_balance() -> None:
    register = Register(
        title="借用",
        columns=(DAY, OUT, BACK),
        sums=("out",),
        balances=(Balance(title="未还", opening=Decimal(6), incoming="out", outgoing="back"),),
        rows=({"day": "2026-03-02", "out": "60"}, {"day": "2026-03-06", "back": "58"}),
    )
    found = figures(alone(register), on(date(2026, 4, 20)))
    assert found.sums == (None, Decimal(60), None)
    assert found.balances[0].running == (Decimal(66), Decimal(8))
    assert (found.row_count, found.latest) == (2, date(2026, 3, 6))


def test_no_balance_without_its_columns() -> None:
    register = Register(
        title="借用", columns=(DAY, OUT), balances=(Balance(title="未还", incoming="out", outgoing="back"),)
    )
    assert figures(alone(register), on(date(2026, 4, 20))).balances == ()


@pytest.mark.parametrize(
    ("cadence", "days", "gaps"),
    [
        ("daily", ["2026-04-03", "2026-04-07"], []),  # a weekend and a holiday between them
        ("daily", ["2026-04-03"], [(date(2026, 4, 7), date(2026, 4, 7), 1, 0)]),
        ("2/week", ["2026-04-03", "2026-04-08"], [(date(2026, 4, 3), date(2026, 4, 5), 2, 1)]),
        ("monthly", ["2026-02-27", "2026-04-01"], [(date(2026, 3, 1), date(2026, 3, 31), 1, 0)]),
        ("2/term", ["2026-02-27"], []),  # the term is not over
        ("on-event", [], []),
    ],
)
def test_gaps_in_the_cadence(cadence: str, days: list[str], gaps: list[tuple[date, date, int, int]]) -> None:
    register = Register(
        title="检查", columns=(DAY,), cadence=cadence, rows=tuple({"day": day} for day in days)
    )
    found = figures(alone(register), on(date(2026, 4, 8))).gaps
    assert found == tuple(Gap(first=a, last=b, expected=c, found=d) for a, b, c, d in gaps)


def test_a_term_is_judged_when_it_is_over() -> None:
    register = Register(
        title="检查", columns=(DAY,), cadence="2/term", starts_on=date(2026, 3, 2), ends_on=date(2026, 7, 3),
        rows=({"day": "2026-03-10"},),
    )  # fmt: skip
    assert figures(alone(register), on(date(2026, 7, 3))).gaps == ()
    assert len(figures(alone(register), on(date(2026, 7, 4))).gaps) == 1
