"""A rule can be set aside for a while by those who may; then it is silent, and afterwards it speaks again."""

from datetime import date

import pytest

from site_builder.catalogue import catalogue
from site_builder.stages.check import check_one
from site_builder.stages.cite import Reckoner
from tests.cases import Case, corpus_of

LATE = """title: 采购
project_no: A-1
category: goods
method: inquiry
budget: 90000.00
handlers: [general-affairs#deputy, finance#accountant]
"""


def told(exceptions: str, today: date) -> list[str]:
    """The codes found in a purchase above the limit whose method has no reason, with these exceptions."""
    corpus, _, problems = corpus_of(Case("", {"tenders/a.yaml": LATE + exceptions}, today, ()))
    assert not problems
    (entry,) = corpus.entries
    found = [finding.mistake.code for finding in check_one(entry, Reckoner(corpus, catalogue()))]
    return [code for code in found if not code.startswith("REF")]


def waiver(rule: str, until: str) -> str:
    return f"exceptions:\n  - {{rule: {rule}, reason: 抢修, approved_by: principal-office#principal, until: {until}}}\n"


@pytest.mark.parametrize(
    ("exceptions", "expected"),
    [
        ("", ["PRC-01"]),
        (waiver("PRC-01", "2026-06-30"), []),
        (waiver("PRC-01", "2026-04-20"), []),
        (waiver("PRC-01", "2026-04-19"), ["PRC-01", "WVR-02"]),
        (waiver("PRC-1", "2026-06-30"), ["PRC-01", "WVR-01"]),
        (waiver("INT-06", "2026-06-30"), ["PRC-01", "WVR-03"]),
    ],
)
def test_an_exception_silences_its_rule_until_its_end(exceptions: str, expected: list[str]) -> None:
    assert told(exceptions, date(2026, 4, 20)) == expected
