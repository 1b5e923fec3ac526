"""What follows from a round through the classes: how many were seen, what was missing."""

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.property_checks.record import PropertyCheck
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Number


class CheckFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A round in numbers."""

    checked: int
    """已查班级：查了几个班。
    Classes checked: how many."""
    expected: int | None
    """应查班级：一共几个班。
    Classes to check: how many there are."""
    losses: int
    """损坏缺失：各班之和。
    Losses: of all classes."""
    mean: Number | None
    """平均分：有评分的班级平均。
    Mean score: of the classes that have one."""


def expected(record: PropertyCheck, corpus: Corpus) -> int | None:
    """How many classes there are to check, as far as it is known."""
    school: int | None = next((one.record.classes for one in corpus.of("site")), None)
    return school if record.classes is None else record.classes


def figures(entry: Entry[PropertyCheck], corpus: Corpus) -> CheckFigures:
    """Classes, losses and the mean score."""
    lines = entry.record.lines
    scores = [line.score for line in lines if line.score is not None]
    return CheckFigures(
        checked=len({line.class_name for line in lines}),
        expected=expected(entry.record, corpus),
        losses=sum(line.losses for line in lines),
        mean=(sum(scores) / Decimal(len(scores))).quantize(Decimal("0.1"), ROUND_HALF_UP) if scores else None,
    )
