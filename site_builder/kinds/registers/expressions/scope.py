"""What an expression is worked out among: the rows of a table, the groups they form, the day, the settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from site_builder.model.days import Workdays
from site_builder.model.profile import Profile
from site_builder.model.words import Words


class Sort(Enum):
    """What a value is; its value is what it is called."""

    NUMBER = Words("数", "a number")
    PERCENT = Words("百分数", "a percentage")
    TEXT = Words("文字", "text")
    DATE = Words("日期", "a date")
    MOMENT = Words("日期和时刻", "a date with a time")
    TIME = Words("时刻", "a time")
    MONTH = Words("月份", "a month")
    TRUTH = Words("是或否", "yes or no")
    TEXTS = Words("几段文字", "a list of texts")
    NUMBERS = Words("几个数", "a list of numbers")

    @property
    def counts(self) -> bool:
        """Whether one can reckon with it."""
        return self in (Sort.NUMBER, Sort.PERCENT)


At = Callable[[int], Any]
"""The value in a row, by the row's number from 0; None where there is none."""


@dataclass(frozen=True, slots=True)
class Term:
    """An expression that makes sense: what it gives, and how."""

    sort: Sort
    at: At


@dataclass(frozen=True, slots=True)
class Field:
    """A column as expressions see it."""

    sort: Sort
    values: Sequence[Any]
    """Row by row; None where no value was written."""
    words: Sequence[str | None]
    """Row by row, the word that stands where there is no value: 无, 不适用, 不公开, 未到期."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """The table and its surroundings."""

    fields: Mapping[str, Field]
    rows: int
    today: date
    workdays: Workdays
    profile: Profile
    period: tuple[date | None, date | None] = (None, None)
    """The first and the last day that the table covers."""
    by: tuple[str, ...] = ()
    """The columns whose values tell the groups apart; without any, all rows are one group."""
    kept: Sequence[bool] | None = None
    """Which rows count, where not all do."""
    within: bool = field(default=False)
    """Whether this is already inside `sum` or the like, where a second one makes no sense."""

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The rows of each group, in the order of their first rows; a row without a value to group by is in none."""
        found: dict[tuple[Any, ...], list[int]] = {}
        columns = [self.fields[name].values for name in self.by]
        for row in range(self.rows):
            key = tuple(values[row] for values in columns)
            if None not in key and (self.kept is None or self.kept[row]):
                found.setdefault(key, []).append(row)
        return tuple(tuple(rows) for rows in found.values())

    def spread(self, results: Sequence[Any]) -> list[Any]:
        """A result for each group as one for each row."""
        found: list[Any] = [None] * self.rows
        for rows, result in zip(self.groups, results, strict=True):
            for row in rows:
                found[row] = result
        return found
