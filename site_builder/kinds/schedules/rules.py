"""What must hold of a month of duties."""

from collections.abc import Iterator

from site_builder.kinds.schedules.figures import is_overdue, last_day
from site_builder.kinds.schedules.record import EntryState, Schedule, ScheduleEntry
from site_builder.model.days import month_of, months, span_of
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

OTHER_MONTH = Mistake(
    code="SCH-01",
    message=Words("{found} 不在 {month} 月份里", "{found} is not in {month}"),
    hint=Words(
        "改日期，或把这一条移到 {right} 的行事历。",
        "change the day or move the entry to the schedule of {right}.",
    ),
    why=Words(
        "行事历按月公开，放错月份就没人看到。",
        "schedules are published by month; in another one nobody finds it.",
    ),
    wrong="month: 2026-03\nentries:\n  - id: fire-drill\n    day: 2026-04-16",
    right="month: 2026-04\nentries:\n  - id: fire-drill\n    day: 2026-04-16",
)
ORDER = Mistake(
    code="SCH-02",
    message=Words(
        "{ends_on} 结束，早于 {starts_on} 开始", "it ends on {ends_on}, before it begins on {starts_on}"
    ),
    hint=Words("核对两个日期，把先后写对。", "check both dates and put them in order."),
    why=Words("倒着写的日期画不进月历。", "dates in the wrong order have no place in the month."),
    wrong="starts_on: 2026-03-20\nends_on: 2026-03-09",
    right="starts_on: 2026-03-09\nends_on: 2026-03-20",
)
DAY_AND_SPAN = Mistake(
    code="SCH-03",
    message=Words("又写了某一天，又写了起止", "both a day and a span are given"),
    hint=Words(
        "一天的事只写 day，几天的事只写 starts_on 和 ends_on。",
        "write day for one day, starts_on and ends_on for several.",
    ),
    why=Words("两种写法并存，就不知道哪天到期。", "with both nobody knows when it is due."),
    wrong="day: 2026-03-10\nends_on: 2026-03-12",
    right="starts_on: 2026-03-10\nends_on: 2026-03-12",
)
UNEXPLAINED = Mistake(
    code="SCH-04",
    message=Words("“{text}”写的是{state}，但没有{what}", "“{text}” is {state}, but has no {what}"),
    hint=Words("补上 {field}。", "add {field}."),
    why=Words(
        "公开的行事历要让人看到做成了什么，没做的为什么没做。",
        "readers should see what came of an entry, or why nothing did.",
    ),
    wrong="state: dropped",
    right="state: dropped\nreason: 当天暴雨，改为教室内讲解",
    severity=Severity.WARNING,
)
LATE = Mistake(
    code="PLN-15",
    message=Words(
        "“{text}”最迟应在 {due} 做完，已过 {days} 天", "“{text}” was due by {due}, {days} days ago"
    ),
    hint=Words(
        "做完了写 state: done 和结果；没做写 postponed 或 dropped 和原因。",
        "write state: done with the result, or postponed or dropped with the reason.",
    ),
    why=Words(
        "到期没有交代的事项，会一直挂在公开页面上。", "what is past due without a word stays so in public."
    ),
    wrong="day: 2026-03-12\nstate: planned",
    right="day: 2026-03-12\nstate: done\ndone_on: 2026-03-12\nresult: 全部通过",
    severity=Severity.WARNING,
)
WRONG_LAG = Mistake(
    code="PLN-07",
    message=Words(
        "{month} 的行事历里公布的是 {about}", "the schedule of {month} has something about {about}"
    ),
    hint=Words(
        "一般公布上个月的，应为 {expected}；最多隔两个月。",
        "it is usually the month before, {expected}, and never more than two before.",
    ),
    why=Words(
        "多半是从旧行事历抄来，月份没有改。",
        "most likely it was copied from an old schedule and the month not changed.",
    ),
    wrong="month: 2026-03\nentries:\n  - id: attendance\n    about_month: 2025-10",
    right="month: 2026-03\nentries:\n  - id: attendance\n    about_month: 2026-02",
)


def entries_lie_in_the_month(entry: Entry[Schedule], _corpus: Corpus) -> Iterator[Finding]:
    """Days lie in the month; what takes several days begins in it and may end later."""
    month = entry.record.month
    for place, item in enumerate(entry.record.entries):
        for field in ("day", "starts_on", "ends_on"):
            day = getattr(item, field)
            runs_on = field == "ends_on" and item.starts_on is not None and month_of(item.starts_on) == month
            if day is None or month_of(day) == month or (runs_on and day > span_of(month)[1]):
                continue
            if field == "ends_on" and item.starts_on is not None and day < item.starts_on:
                continue  # told by SCH-02
            yield Finding(
                ("entries", place, field), OTHER_MONTH, {"found": day, "month": month, "right": month_of(day)}
            )


def spans_run_forward(entry: Entry[Schedule], _corpus: Corpus) -> Iterator[Finding]:
    """No entry ends before it begins."""
    for place, item in enumerate(entry.record.entries):
        if item.starts_on is not None and item.ends_on is not None and item.ends_on < item.starts_on:
            values = {"starts_on": item.starts_on, "ends_on": item.ends_on}
            yield Finding(("entries", place, "ends_on"), ORDER, values)


def a_day_or_a_span(entry: Entry[Schedule], _corpus: Corpus) -> Iterator[Finding]:
    """An entry is for a day or for a span, not for both."""
    for place, item in enumerate(entry.record.entries):
        if item.day is not None and (item.starts_on is not None or item.ends_on is not None):
            yield Finding(("entries", place, "day"), DAY_AND_SPAN)


def states_are_explained(entry: Entry[Schedule], _corpus: Corpus) -> Iterator[Finding]:
    """What is done has a day and a result, what is postponed or dropped a reason."""
    for place, item in enumerate(entry.record.entries):
        for field, state, what in _missing(item):
            values = {"text": item.text, "state": state, "what": what, "field": field}
            yield Finding(("entries", place, "state"), UNEXPLAINED, values)


def nothing_is_late(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """What is past its day is done, postponed or dropped."""
    month = entry.record.month
    for place, item in enumerate(entry.record.entries):
        if is_overdue(item, month, corpus.today):
            due = item.postponed_to or last_day(item, month)
            field = next(
                name for name in ("postponed_to", "day", "ends_on", "text") if getattr(item, name) is not None
            )
            values = {"text": item.text, "due": due, "days": (corpus.today - due).days}
            yield Finding(("entries", place, field), LATE, values)


def other_months_are_recent(entry: Entry[Schedule], _corpus: Corpus) -> Iterator[Finding]:
    """What is published about a month is about this one or the two before it."""
    month = entry.record.month
    near = months_before(month)
    for place, item in enumerate(entry.record.entries):
        if item.about_month is not None and item.about_month not in near:
            values = {"month": month, "about": item.about_month, "expected": near[1]}
            yield Finding(("entries", place, "about_month"), WRONG_LAG, values)


def months_before(month: str) -> tuple[str, str, str]:
    """The month itself and the two before it, latest first."""
    first = span_of(month)[0]
    back = first.replace(year=first.year - (first.month <= 2), month=(first.month - 3) % 12 + 1)
    oldest, middle, latest = months(back, first)
    return latest, middle, oldest


def _missing(item: ScheduleEntry) -> Iterator[tuple[str, Words, Words]]:
    state = item.state
    if state is EntryState.DONE and item.done_on is None:
        yield "done_on", Words("已完成", "done"), Words("完成日期", "day")
    if state is EntryState.DONE and item.result is None:
        yield "result", Words("已完成", "done"), Words("结果", "result")
    if state is EntryState.POSTPONED and item.reason is None:
        yield "reason", Words("已延期", "postponed"), Words("原因", "reason")
    if state is EntryState.DROPPED and item.reason is None:
        yield "reason", Words("已取消", "dropped"), Words("原因", "reason")


RULES = tuple(
    Rule(mistake, "schedules", check)
    for mistake, check in (
        (OTHER_MONTH, entries_lie_in_the_month),
        (ORDER, spans_run_forward),
        (DAY_AND_SPAN, a_day_or_a_span),
        (UNEXPLAINED, states_are_explained),
        (LATE, nothing_is_late),
        (WRONG_LAG, other_months_are_recent),
    )
)
