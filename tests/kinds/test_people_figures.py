"""Attendance, inspections, projects and team settlements in numbers, certificates and policies in their states."""

from datetime import date
from decimal import Decimal

import pytest

from site_builder.kinds.attendance.figures import figures as attendance
from site_builder.kinds.attendance.record import Attendance
from site_builder.kinds.certificates.figures import figures as certificates
from site_builder.kinds.certificates.record import Certificate, CertificateType
from site_builder.kinds.inspections.figures import figures as inspections
from site_builder.kinds.inspections.record import Hazard, HazardLevel, Inspection, InspectionType
from site_builder.kinds.policies.figures import figures as policies
from site_builder.kinds.policies.record import Consultation, Policy
from site_builder.kinds.projects.figures import figures as projects
from site_builder.kinds.projects.record import Project, ProjectType
from site_builder.kinds.team_settlements.figures import figures as team_settlements
from site_builder.kinds.team_settlements.record import Amount, TeamSettlement
from site_builder.model.corpus import Corpus, Entry, Reference
from site_builder.model.days import Workdays
from site_builder.model.record import Audience
from tests.cases import alone


def on(day: date, *entries: Entry[Policy]) -> Corpus:
    """The world on a day."""
    return Corpus(entries, day, Workdays())


def test_the_attendance_rate() -> None:
    record = Attendance(
        title="考勤", month="2026-04", staff=41, working_days=21, due=Decimal(861), present=Decimal("849.5")
    )
    found = attendance(alone(record), on(date(2026, 5, 14)))
    assert (found.absent, found.rate) == (Decimal("11.5"), Decimal("98.66"))


def hazard(number: int, closed: date | None) -> Hazard:
    """One that was found on 2 March and is due a week later."""
    return Hazard(id=f"h{number}", what="松动", level=HazardLevel.GENERAL, place="教室", found_on=date(2026, 3, 2),
                  due=date(2026, 3, 9), owner="a#b", closed_on=closed)  # fmt: skip


def test_an_inspection_in_numbers() -> None:
    hazards = (hazard(1, date(2026, 3, 4)), hazard(2, date(2026, 3, 7)), hazard(3, None))
    record = Inspection(title="检查", type=InspectionType.SAFETY, month="2026-03", date=date(2026, 3, 2),
                        inspector="a#b", areas_expected=("甲", "乙", "丙"), areas_done=("甲", "丙", "丁"),
                        hazards=hazards)  # fmt: skip
    found = inspections(alone(record), on(date(2026, 3, 10)))
    assert (found.expected, found.done) == (3, 2)
    assert (found.found, found.closed, found.overdue) == (3, 2, 1)
    assert found.days_to_close == Decimal("3.5")


def test_what_is_paid_and_what_would_be_even_progress() -> None:
    record = Project(title="浴室", type=ProjectType.REPAIR, scope="浴室", budget=Decimal("486000.00"),
                     contract_amount=Decimal("471300.00"), starts_on=date(2026, 3, 1), ends_on=date(2026, 3, 31),
                     progress=Decimal(65), progress_on=date(2026, 3, 16), paid=Decimal("329910.00"))  # fmt: skip
    found = projects(alone(record), on(date(2026, 4, 1)))
    assert (found.paid_rate, found.expected, found.saving) == (
        Decimal("70.0"),
        Decimal("50.0"),
        Decimal("14700.00"),
    )


def test_a_team_is_settled_and_only_the_team_sees_it() -> None:
    record = TeamSettlement(title="结算", starts_on=date(2026, 3, 9), ends_on=date(2026, 5, 1), members=16,
                            income=(Amount(what="补助", amount=Decimal("4320.00")),),
                            expense=(Amount(what="各项", amount=Decimal("3304.50")),),
                            refund_per_head=Decimal("63.46"), remainder=Decimal("0.14"))  # fmt: skip
    found = team_settlements(alone(record), on(date(2026, 5, 8)))
    assert (found.balance, found.refunded) == (Decimal("1015.50"), Decimal("1015.36"))
    assert record.audience is Audience.TEAM


@pytest.mark.parametrize(
    ("day", "renewed", "state"),
    [
        (date(2025, 4, 19), None, "not-yet"),
        (date(2025, 4, 20), None, "valid"),
        (date(2026, 4, 19), "new", "valid"),
        (date(2026, 4, 20), "new", "renewed"),
        (date(2026, 4, 20), None, "expired"),
    ],
)
def test_the_state_of_a_certificate(day: date, renewed: str | None, state: str) -> None:
    record = Certificate(title="合格证", what=CertificateType.LIFT, holder="电梯", issuer="检验所",
                         valid_from=date(2025, 4, 20), valid_until=date(2026, 4, 19), renewed_as=renewed)  # fmt: skip
    assert certificates(alone(record), on(day)).state == state


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 3, 8), "draft"),
        (date(2026, 3, 20), "open"),
        (date(2026, 3, 25), "approved"),
        (date(2026, 4, 1), "in-force"),
    ],
)
def test_the_state_of_a_policy(day: date, state: str) -> None:
    asked = Consultation(starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 20))
    record = Policy(
        title="办法", consultation=asked, approved_on=date(2026, 3, 25), effective_on=date(2026, 4, 1)
    )
    assert policies(alone(record), on(day)).state == state


def test_a_policy_that_another_replaces_is_superseded() -> None:
    names = (Reference(("supersedes",), "policies", "old"),)
    newer = Policy(title="新办法", effective_on=date(2026, 4, 1), supersedes="old")
    corpus = on(date(2026, 4, 1), Entry("policies", "new", newer, "", "", names))
    older = Policy(title="办法", effective_on=date(2020, 4, 1))
    found = policies(Entry("policies", "old", older, "", ""), corpus)
    assert (found.state, found.superseded_by) == ("superseded", "新办法")
