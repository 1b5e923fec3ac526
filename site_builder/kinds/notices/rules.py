"""What must hold of a notice to the public."""

from collections.abc import Iterator

from site_builder.kinds.notices.figures import LONGEST, days_to_object, last_day, reckoned_end
from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.mistakes.periods import due_on
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.told import Severity
from site_builder.model.words import Words

OBJECTION = Mistake("PUB-03")
TOO_EARLY = Mistake("PUB-10")
ORDER = Mistake("NTC-01")
UNSAID = Mistake("NTC-02")
TWO_ENDS = Mistake("NTC-03")
NO_RESULT = Mistake("NTC-04")
STILL_NAMED = Mistake("PUB-05")

_CHANNEL = (
    (
        "office",
        Words("没有写异议受理部门", "does not say which office takes objections"),
        "office: general-affairs",
    ),
    ("phone", Words("没有写异议受理电话", "has no telephone for objections"), "phone: 0571-88880000"),
    ("hours", Words("没有写受理时间", "does not say when objections are taken"), "hours: 工作日 8:30—16:30"),
)


def one_can_object(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """A notice open to objection says until when, where and how, and leaves at least five working days."""
    record = entry.record
    if record.type is not NoticeType.OBJECTION:
        return
    if record.channel is None:
        fault = Words("没有写向谁提出异议", "does not say whom to tell")
        yield _objection(("type",), fault, "channel: {office: …, phone: …, hours: …}")
    for field, fault, suggestion in _CHANNEL if record.channel is not None else ():
        if getattr(record.channel, field) is None:
            yield _objection(("channel",), fault, suggestion)
    yield from _long_enough(
        record, days_to_object(record, corpus.workdays), corpus.profile.least("objection.shortest")
    )


def results_come_after_the_end(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """The result of a notice open to objection is published after its last day."""
    record, last = entry.record, last_day(entry.record, corpus.workdays)
    if record.type is NoticeType.OBJECTION and record.result_on and last and record.result_on <= last:
        yield Finding(("result_on",), TOO_EARLY, {"result_on": record.result_on, "last_day": last})


def notices_run_forward(entry: Entry[Notice], _corpus: Corpus) -> Iterator[Finding]:
    """No notice ends before it goes up."""
    record = entry.record
    if record.ends_on is not None and record.ends_on < record.starts_on:
        yield Finding(("ends_on",), ORDER, {"starts_on": record.starts_on, "ends_on": record.ends_on})


def changes_are_told(entry: Entry[Notice], _corpus: Corpus) -> Iterator[Finding]:
    """A correction says what it changes, a correction or withdrawal says why."""
    record = entry.record
    if record.type not in (NoticeType.CORRECTION, NoticeType.WITHDRAWAL):
        return
    kind = (
        Words("更正", "correction") if record.type is NoticeType.CORRECTION else Words("撤回", "withdrawal")
    )
    if record.type is NoticeType.CORRECTION and not record.changes:
        values = {"type": kind, "what": Words("改了什么", "what it changes"), "field": "changes"}
        yield Finding(("type",), UNSAID, values)
    if record.reason is None:
        yield Finding(("type",), UNSAID, {"type": kind, "what": Words("原因", "why"), "field": "reason"})


def there_is_one_end(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """Where both the last day and the working days are given, they agree."""
    record, reckoned = entry.record, reckoned_end(entry.record, corpus.workdays)
    if record.ends_on is not None and reckoned is not None and reckoned != record.ends_on:
        values = {"ends_on": record.ends_on, "working_days": record.working_days, "reckoned": reckoned}
        yield Finding(("ends_on",), TWO_ENDS, values)


def closed_notices_have_a_result(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """Some days after the end of the period the result is there."""
    record, last = entry.record, last_day(entry.record, corpus.workdays)
    if record.type is not NoticeType.OBJECTION or last is None or record.result is not None:
        return
    due = due_on(corpus, "objection.answered-within", last)
    if due is not None and corpus.today > due:
        yield Finding(("type",), NO_RESULT, {"last_day": last})


def people_are_named_for_a_time(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """After the last day, or where nobody may object at all, no notice names people.

    A build takes them off its pages by itself, so a closed notice is a warning: an error would keep the old pages up.
    """
    record, last = entry.record, last_day(entry.record, corpus.workdays)
    if record.persons is None:
        return
    if record.type is not NoticeType.OBJECTION:
        yield Finding(("persons",), STILL_NAMED, {"fault": Words("不是公示", "is not open to objection")})
    elif last is not None and last < corpus.today:
        fault = Words(f"{last} 已经结束", f"ended on {last}")
        yield Finding(("persons",), STILL_NAMED, {"fault": fault}, weighs=Severity.WARNING)


def _long_enough(record: Notice, days: int | None, shortest: int) -> Iterator[Finding]:
    field, remedy = "ends_on" if record.working_days is None else "working_days", f"working_days: {shortest}"
    if days is None:
        yield _objection(("type",), Words("没有写到什么时候截止", "does not say when it ends"), remedy)
    elif record.working_days is not None and record.working_days > LONGEST:
        fault = Words(
            f"超过 {LONGEST} 个工作日，多半写错了", f"lasts more than {LONGEST} working days, surely a slip"
        )
        yield _objection((field,), fault, remedy)
    elif days < shortest and (record.ends_on or record.starts_on) >= record.starts_on:
        fault = Words(
            f"只有 {days} 个工作日，至少要 {shortest} 个",
            f"lasts {days} working days, {shortest} are the least",
        )
        yield _objection((field,), fault, remedy)


def _objection(trail: Trail, fault: Words, line: str) -> Finding:
    remedy = Words(f"补上或改为 {line}", f"add or change to {line}")
    return Finding(trail, OBJECTION, {"fault": fault, "remedy": remedy})


RULES = tuple(
    Rule(mistake, "notices", check)
    for mistake, check in (
        (OBJECTION, one_can_object),
        (TOO_EARLY, results_come_after_the_end),
        (ORDER, notices_run_forward),
        (UNSAID, changes_are_told),
        (TWO_ENDS, there_is_one_end),
        (NO_RESULT, closed_notices_have_a_result),
        (STILL_NAMED, people_are_named_for_a_time),
    )
)
