"""What follows from an inspection: how much of it was done, how many dangers are removed."""

from decimal import Decimal
from statistics import median

import msgspec

from site_builder.kinds.inspections.record import HazardLevel, Inspection
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Number


class InspectionFigures(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection in numbers."""

    expected: int
    """应查：应查部位的个数。
    Expected: how many areas there are."""
    done: int
    """已查：应查部位里查到的个数。
    Done: how many of them were looked at."""
    found: int
    """隐患数：发现了几条。
    Hazards: how many were found."""
    major: int
    """重大隐患：其中重大的。
    Major hazards: among them."""
    closed: int
    """已改好：其中已经改好的。
    Closed: how many of them are removed."""
    overdue: int
    """逾期：过了期限还没有改好的。
    Overdue: past their day and not removed."""
    days_to_close: Number | None
    """整改天数：从发现到改好的天数，取中位数。
    Days to close: from finding to removal, the median."""


def figures(entry: Entry[Inspection], corpus: Corpus) -> InspectionFigures:
    """Areas and hazards, counted."""
    record = entry.record
    spans = [(one.closed_on - one.found_on).days for one in record.hazards if one.closed_on]
    expected = set(record.areas_expected)
    return InspectionFigures(
        expected=len(expected),
        done=len(expected & set(record.areas_done)),
        found=len(record.hazards),
        major=sum(one.level is HazardLevel.MAJOR for one in record.hazards),
        closed=len(spans),
        overdue=sum(one.closed_on is None and one.due < corpus.today for one in record.hazards),
        days_to_close=Decimal(str(median(spans))) if spans else None,
    )
