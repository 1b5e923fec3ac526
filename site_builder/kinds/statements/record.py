"""Why nothing was published for a period: there was nothing, it does not apply here, or it may not be shown."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Date, Line, Refers
from site_builder.model.record import Record


class Stated(StrEnum):
    """Three different things that a gap may mean; a figure of zero is none of them and is simply published."""

    NOTHING = "nothing-to-report"
    """本期没有 / Nothing to report"""
    NOT_APPLICABLE = "not-applicable"
    """不适用 / Not applicable"""
    WITHHELD = "withheld"
    """依规不公开 / Withheld"""


class Statement(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What is said instead of leaving a gap."""

    item: Annotated[str, REFERENCE, Refers("catalogue")]
    """事项：catalogue 里的文件名。
    Item: the file name in catalogue."""
    period: Code | None = None
    """期间：写成 2026-03、2026S、2025-2026 或 2026；不填表示整个事项。
    Period: 2026-03, 2026S, 2025-2026 or 2026; the whole item where left out."""
    state: Stated
    """说明：本期没有、不适用还是依规不公开。
    State: nothing to report, not applicable, or withheld."""
    reason: Line
    """原因：为什么没有公开的内容。
    Reason: why there is nothing to see."""
    review_on: Date | None = None
    """复核日期：哪天再看能不能公开；依规不公开的必须写。
    Review on: the day it is looked at again; asked of what is withheld."""
