"""What is written down when the property of all classes is looked over."""

from enum import StrEnum

from site_builder.model.form import Count, Date, Line, Number, Term
from site_builder.model.record import Part, Record


class Phase(StrEnum):
    """When in the term it is done."""

    OPENING = "opening"
    """期初 / Beginning of term"""
    MID = "mid"
    """期中 / Middle of term"""
    END = "end"
    """期末 / End of term"""


class CheckLine(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What was found in one class."""

    class_name: Line
    """班级：如“一（1）班”。
    Class: its name."""
    date: Date
    """检查日期：哪天查的。
    Date: of the check."""
    score: Number | None = None
    """得分：有评分的写。
    Score: if there is one."""
    losses: Count = 0
    """损坏缺失件数：没有就不填。
    Losses: things broken or missing; none unless said otherwise."""
    missing: Count = 0
    """其中缺失件数：损坏缺失里，不见了的有几件。
    Missing: of these, how many are not there at all."""
    note: Line | None = None
    """情况和处理：损坏了什么、怎样处理。
    Findings: what was broken, and what was done about it."""


class PropertyCheck(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One round through all classes."""

    term: Term
    """学期：哪个学期。
    Term: in which it was done."""
    phase: Phase
    """时段：期初、期中或期末。
    Phase: beginning, middle or end of term."""
    classes: Count | None = None
    """应查班级数：不填就是学校概况里的班级数。
    Classes to check: those of the school unless said otherwise."""
    off_broken: Count | None = None
    """损坏扣分：损坏一件扣几分；评分有这个办法的写，满分 100。
    Off for each broken thing: points of a hundred, where marks are given that way."""
    off_missing: Count | None = None
    """缺失扣分：缺失一件扣几分；不写和损坏一样。
    Off for each missing thing: the same as for a broken one unless given."""
    lines: tuple[CheckLine, ...]
    """各班：一班一行。
    Classes: one a line."""
