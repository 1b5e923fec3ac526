"""Every case file says what must be told, at which line and column; all of that is told and nothing else."""

import pytest

from tests.cases import Case, kind_cases, rule_cases, told, told_of


@pytest.mark.parametrize("case", tuple(kind_cases()), ids=lambda case: case.name)
def test_a_record_alone(case: Case) -> None:
    assert told(case) == list(case.expected)


@pytest.mark.parametrize(("code", "case"), tuple(rule_cases()), ids=lambda value: getattr(value, "name", ""))
def test_a_rule_across_records(code: str, case: Case) -> None:
    assert told_of(code, case) == list(case.expected)
