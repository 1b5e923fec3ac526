"""What follows from a round through the classes: how many were seen, what was missing."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.property_checks.record import PropertyCheck
from site_builder.mistakes.sums import PRODUCT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Number
from site_builder.model.identity import Identity
from site_builder.model.words import Words

FULL = 100
"""The marks of a class that has lost nothing."""


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


def identities(entry: Entry[PropertyCheck], _corpus: Corpus) -> Iterator[Identity]:
    """Where marks are taken off by the piece, the score of a class is what its losses leave of it."""
    record = entry.record
    broken = record.off_broken
    if broken is None:
        return
    missing = broken if record.off_missing is None else record.off_missing
    for index, line in enumerate(record.lines):
        if line.score is not None:
            off = broken * (line.losses - line.missing) + missing * line.missing
            claim = Words(f"{FULL} 减扣分 {off} ", f"{FULL} less {off}")
            yield Identity(("lines", index, "score"), claim, line.score, FULL - off, PRODUCT)
