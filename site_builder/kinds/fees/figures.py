"""What follows from a fee on a given day."""

from decimal import Decimal
from enum import StrEnum

import msgspec

from site_builder.kinds.fees.record import Fee
from site_builder.model.corpus import Corpus, Entry


class FeeState(StrEnum):
    """Whether a fee holds on the day of the build."""

    NOT_YET = "not-yet"
    """未到执行日 / Not yet in force"""
    IN_FORCE = "in-force"
    """执行中 / In force"""
    EXPIRED = "expired"
    """已到期 / Expired"""


class FeeFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a fee and the range of its standards."""

    state: FeeState
    """状态：在生成之日是否执行。
    State: whether it holds on the day of the build."""
    lowest: Decimal | None
    """最低标准：分年级时最低的一档。
    Lowest: of the standards by grade."""
    highest: Decimal | None
    """最高标准：分年级时最高的一档。
    Highest: of the standards by grade."""
    below_maximum: Decimal | None
    """低于上限：最高标准比批准上限低多少。
    Below maximum: by how much the highest standard stays below what was approved."""


def figures(entry: Entry[Fee], corpus: Corpus) -> FeeFigures:
    """The state on the day of the build, and the lowest and highest standard."""
    record = entry.record
    standards = [one.standard for one in record.by_grade]
    if record.standard is not None:
        standards.append(record.standard)
    highest = max(standards, default=None)
    return FeeFigures(
        state=_state(record, corpus),
        lowest=min(standards, default=None),
        highest=highest,
        below_maximum=None
        if record.approved_max is None or highest is None
        else record.approved_max - highest,
    )


def _state(record: Fee, corpus: Corpus) -> FeeState:
    if corpus.today < record.valid_from:
        return FeeState.NOT_YET
    expired = record.valid_until is not None and record.valid_until < corpus.today
    return FeeState.EXPIRED if expired else FeeState.IN_FORCE
