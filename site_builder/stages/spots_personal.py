"""What in a text gives a person away: their numbers, their name, what is nobody else's business."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from site_builder.model.lexicon import either, words
from site_builder.model.private_numbers import PERHAPS, hidden, private_numbers
from site_builder.stages.names_of_people import names, perhaps

FOR_NOBODY = frozenset({"PRV-01", "PRV-02", "PRV-03"})
"""What has no place in the project at all; the rest only matters where people from outside may read it."""

_MASK = re.compile(r"(?<![0-9])([0-9]{1,10})([*＊xX×●•]{3,})([0-9xX]{0,8})(?![0-9A-Za-z*])")
_MASKED = re.compile(r"[0-9][*＊xX×●•]{3}")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?<![\u4e00-\u9fff].)[A-Z][·•. -]?"
    r"(?=[A-Z]*[0-9])[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_COUNTED = re.compile(r"(?:人数|数量|率|数|金额|合计|比例|次数)(?:（.*）)?$")
_UNITS = re.compile(r"[\s　]|[（(][^（）()]*[）)]$|[：:]$")


class Noticed(NamedTuple):
    """One thing in a text that may be a mistake."""

    code: str
    found: str
    sort: str = ""
    more: str = ""
    start: int = 0
    end: int = 0


def personal(text: str) -> Iterator[Noticed]:
    """Everything in a text that may give somebody away."""
    blotted = hidden(text)
    for number in private_numbers(text):
        found = _window(blotted[number.start : number.end])
        yield Noticed(number.code, found, start=number.start, end=number.end)
    for mask in _MASK.finditer(text):
        style = f"{len(mask[1])}/{len(mask[3])}"
        found = _window(mask[0][:-4] + "…" if mask[3] else mask[0])
        yield Noticed("PRV-06", found, style, str(len(mask[0])), *mask.span())
    for label in _labels().finditer(text):
        yield Noticed("PRV-05", label[1], "", "", *label.span(1))
    for label in _numbers().finditer(text):
        yield Noticed("PRV-09", f"{label[1]} {label[2][:2]}…", "", "", *label.span())
    for name in names(text):
        yield Noticed("PRV-04", name.shown, "", "", name.start, name.end)
    for plate in _PLATE.finditer(text):
        yield Noticed("PRV-10", f"{plate[0][:2]}…", "plate", "", *plate.span())


def heading(title: str) -> Noticed | None:
    """What a column of that title would tell of people; None for a column that may be public."""
    bare = _UNITS.sub("", _UNITS.sub("", title))
    if _COUNTED.search(bare):
        return None
    if bare in words("name_columns"):
        return Noticed("PRV-04", bare, "column")
    if any(label in bare if len(label) > 2 else label == bare for label in words("sensitive_labels")):
        return Noticed("PRV-05", bare, "column")
    if any(label in bare for label in words("number_labels")):
        return Noticed("PRV-09", bare, "column")
    return None


def worth_a_look(text: str) -> bool:
    """Whether a closer look may find anything in a text, which may be a whole record written as JSON."""
    return any(
        pattern.search(text) for pattern in (*PERHAPS, _MASKED, _PLATE, _labels(), _numbers(), *perhaps())
    )


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"({either('sensitive_labels')})[：:][ 　]*(?=[\u4e00-\u9fffA-Za-z0-9])")


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"({either('number_labels')})[ 　]*[：:为是]?[ 　]*([A-Za-z]{{0,2}}[0-9]{{4,}})")


def _window(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"
