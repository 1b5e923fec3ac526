"""What a month's duties say of other months: attendance and accounts are published soon after the month they are of."""

import re
from collections.abc import Iterator

from site_builder.kinds.schedules.record import Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import months, span_of
from site_builder.model.problem import Finding, Mistake

WRONG_LAG = Mistake("PLN-07")

_NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ABOUT = re.compile(
    r"(?:公布|公示|公开|结清|结账|汇总|核对|上报).{0,6}?(?<![年0-9一二三四五六七八九十])([0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?"
    r".{0,4}?(?:考勤|出勤|账目|收支|用量|工资|经费)"
)


def other_months_are_recent(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """What is published about a month is about this one or the two before it, whether a field or the text says so."""
    month = entry.record.month
    near = months_before(month)
    lag = corpus.profile.count("attendance.lag")
    usual = near[1 if lag is None else min(lag, 2)]
    for place, item in enumerate(entry.record.entries):
        field = "about_month" if item.about_month is not None else "text"
        about = item.about_month or _spoken_of(item, month)
        if about is not None and about not in near:
            values = {"month": month, "about": about, "expected": usual}
            yield Finding(("entries", place, field), WRONG_LAG, values)


def months_before(month: str) -> tuple[str, str, str]:
    """The month itself and the two before it, latest first."""
    first = span_of(month)[0]
    back = first.replace(year=first.year - (first.month <= 2), month=(first.month - 3) % 12 + 1)
    oldest, middle, latest = months(back, first)
    return latest, middle, oldest


def _spoken_of(item: ScheduleEntry, month: str) -> str | None:
    """The month whose accounts a sentence speaks of: the last one of that number, seen from the schedule's month."""
    found = _ABOUT.search(item.text)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else _NUMERALS.index(found[1]) + 1
    if not 1 <= number <= 12:
        return None
    return f"{int(month[:4]) - (number > int(month[5:]))}-{number:02d}"
