"""What must hold of a month of duties."""

from collections.abc import Iterator

from site_builder.kinds.schedules.figures import is_overdue, last_day
from site_builder.kinds.schedules.other_months import WRONG_LAG, other_months_are_recent
from site_builder.kinds.schedules.record import EntryState, Schedule, ScheduleEntry
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import month_of, span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

OTHER_MONTH = Mistake("SCH-01")
ORDER = Mistake("SCH-02")
DAY_AND_SPAN = Mistake("SCH-03")
UNEXPLAINED = Mistake("SCH-04")
LATE = Mistake("PLN-15")


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
