"""A selection for an award: by which criteria, and until when one may object."""

from site_builder.model.form import Count, Date, Line, Percent, Phone
from site_builder.model.record import Part, Prose, Record


class Criterion(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something that counts, and how much."""

    name: Line
    """条件：看哪方面。
    Criterion: what counts."""
    weight: Percent
    """权重：各项合计 100%。
    Weight: all of them come to 100%."""


class Award(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The selection of candidates and its notice; it counts people and names none."""

    quota: Count
    """名额：最多评几个。
    Quota: how many may be chosen."""
    candidates: Count | None = None
    """参评人数：有多少人参评。
    Candidates: how many there were."""
    chosen: Count | None = None
    """拟评人数：公示的有几个。
    Chosen: how many are put up in the notice."""
    criteria: tuple[Criterion, ...]
    """评选条件：逐项写明权重。
    Criteria: one by one, with their weights."""
    starts_on: Date
    """公示起始：贴出的日子，公示期从第二天算起。
    Notice from: the day it goes up; the period is counted from the next day."""
    ends_on: Date
    """公示截止：可以提出异议的最后一天。
    Notice to: the last day on which one may object."""
    phone: Phone | None = None
    """受理电话：异议打哪个电话。
    Telephone: for objections."""
    result_on: Date | None = None
    """结果日期：公布结果的日子。
    Result on: the day the result was published."""
    result: Prose | None = None
    """结果：评了几个、收到几件异议；不写姓名。
    Result: how many were chosen and how many objections came; without names."""
