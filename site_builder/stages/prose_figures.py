"""Knows dates and amounts at the start of a line, which look like lists and quotations but are not meant so."""

import re
from typing import NamedTuple

from site_builder.mistakes.prose import SERIES, SIGN
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

_SERIES = re.compile(r"(?:[-*] +)*+((?:[0-9]{1,9}\. +){2,}(?:[0-9]{1,9}\.)?)")
_FIGURE = re.compile(
    r"[¥￥$€] ?[0-9０-９][0-9０-９,，.]*|[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:\.[0-9]+)?"
    r"|[0-9０-９]+\.[0-9]++(?!\.[0-9])"
    r"|[0-9０-９]+ ?(?:[十百千万亿]*元|[万亿%％‰°℃度]|(?:won|yuan|RMB|CNY|USD|EUR)\b|[。.;；，,]?$)"
)
_TAKEN = {
    "-": (Words("列表", "an item of a list"), Words("改用“*”开头", "begin the items with “*”")),
    ">": (Words("引用", "a quotation"), Words("在数值前面加几个字", "put some words before the figure")),
}
"""What a sign before a figure would be taken for, and what to do if that is what was meant."""


class Trouble(NamedTuple):
    """A mistake at an offset in a text."""

    at: int
    mistake: Mistake
    values: dict[str, object]


def lost_series(line: str, at: int) -> list[Trouble]:
    """A date such as `2024. 5. 1.` at the start of `line`, of which a list in a list in a list would be made."""
    series = _SERIES.match(line)
    if series is None:
        return []
    found = series[1].rstrip(" ")
    return [Trouble(at + series.start(1), SERIES, {"found": found, "escaped": found.replace(".", "\\.")})]


def lost_sign(sign: str, words: str, at: int) -> list[Trouble]:
    """A minus or greater-than sign before `words`, if those begin with an amount; counts and dates have no sign."""
    figure = _FIGURE.match(words) if sign in _TAKEN else None
    if figure is None:
        return []
    taken, otherwise = _TAKEN[sign]
    return [Trouble(at, SIGN, {"sign": sign, "found": figure[0], "taken": taken, "otherwise": otherwise})]
