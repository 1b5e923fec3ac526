"""What must hold of a notice to the public."""

from collections.abc import Iterator

from site_builder.kinds.notices.figures import LONGEST, days_to_object, last_day, reckoned_end
from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

SHORTEST = 5
"""Working days for objections at least; the custom of schools and the rule for single-source purchases."""
ANSWERED_WITHIN = 10
"""Working days after the end within which the result should be published."""

OBJECTION = Mistake(
    code="PUB-03",
    message=Words("公示{fault}", "the notice open to objection {fault}"),
    hint=Words("{remedy}", "{remedy}"),
    why=Words(
        "不知道向谁提、打哪个电话、什么时候截止，异议就提不出来。",
        "without knowing where, how and until when, nobody can object.",
    ),
    wrong="type: objection\nstarts_on: 2026-03-09\nworking_days: 3",
    right="type: objection\nstarts_on: 2026-03-09\nworking_days: 5\nchannel:\n  office: general-affairs\n"
    "  phone: 0571-88880000\n  hours: 工作日 8:30—16:30",
    basis="政府采购法实施条例第三十八条；校务公开惯例",
)
TOO_EARLY = Mistake(
    code="PUB-10",
    message=Words(
        "{result_on} 公布结果时，公示还没有结束（{last_day}）",
        "the result of {result_on} came before the end of the period on {last_day}",
    ),
    hint=Words("公示期满以后再公布结果。", "publish the result after the period has ended."),
    why=Words("期满之前，别人还有权提出异议。", "until then people may still object."),
    wrong="starts_on: 2026-03-09\nworking_days: 5\nresult_on: 2026-03-12",
    right="starts_on: 2026-03-09\nworking_days: 5\nresult_on: 2026-03-17",
    basis="招标投标法实施条例第五十四条",
)
ORDER = Mistake(
    code="NTC-01",
    message=Words(
        "{ends_on} 截止，早于 {starts_on} 发布", "it ends on {ends_on}, before it goes up on {starts_on}"
    ),
    hint=Words("核对两个日期，把先后写对。", "check both dates and put them in order."),
    why=Words("没有发布就已截止的通知，谁也看不到。", "nobody can see a notice that ends before it begins."),
    wrong="starts_on: 2026-03-16\nends_on: 2026-03-09",
    right="starts_on: 2026-03-09\nends_on: 2026-03-16",
)
UNSAID = Mistake(
    code="NTC-02",
    message=Words("{type}没有写{what}", "the {type} does not say {what}"),
    hint=Words("补上 {field}。", "add {field}."),
    why=Words(
        "公开过的内容不能悄悄改掉或拿掉。", "what was published is never changed or removed in silence."
    ),
    wrong="type: correction\nreason: 录入错误",
    right="type: correction\nreason: 录入错误\nchanges:\n  - {what: 第 3 行金额, was: 1236.00, now: 1263.00}",
)
TWO_ENDS = Mistake(
    code="NTC-03",
    message=Words(
        "写的是 {ends_on} 截止，{working_days} 个工作日却到 {reckoned}",
        "it ends on {ends_on}, but {working_days} working days end on {reckoned}",
    ),
    hint=Words(
        "只写 working_days，或者把截止日期改为 {reckoned}。",
        "write working_days only, or make it end on {reckoned}.",
    ),
    why=Words(
        "两个截止日期，别人不知道按哪个提异议。",
        "with two ends people do not know until when they may object.",
    ),
    wrong="starts_on: 2026-02-10\nworking_days: 5\nends_on: 2026-02-17",
    right="starts_on: 2026-02-10\nworking_days: 5",
)
NO_RESULT = Mistake(
    code="NTC-04",
    message=Words(
        "公示 {last_day} 已经结束，没有写结果", "the period ended on {last_day}, and there is no result"
    ),
    hint=Words(
        "写上 result_on 和 result；没有异议也要写。", "add result_on and result, also when nobody objected."
    ),
    why=Words("提了异议的人要知道结果，没提的人要知道定了没有。", "people want to know what became of it."),
    wrong="type: objection\nstarts_on: 2026-03-09\nworking_days: 5",
    right="type: objection\nstarts_on: 2026-03-09\nworking_days: 5\nresult_on: 2026-03-17\n"
    "result: 公示期内没有收到异议。",
    severity=Severity.WARNING,
)

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
    yield from _long_enough(record, days_to_object(record, corpus.workdays))


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
    if corpus.today > corpus.workdays.after(last, ANSWERED_WITHIN):
        yield Finding(("type",), NO_RESULT, {"last_day": last})


def _long_enough(record: Notice, days: int | None) -> Iterator[Finding]:
    field, remedy = "ends_on" if record.working_days is None else "working_days", f"working_days: {SHORTEST}"
    if days is None:
        yield _objection(("type",), Words("没有写到什么时候截止", "does not say when it ends"), remedy)
    elif record.working_days is not None and record.working_days > LONGEST:
        fault = Words(
            f"超过 {LONGEST} 个工作日，多半写错了", f"lasts more than {LONGEST} working days, surely a slip"
        )
        yield _objection((field,), fault, remedy)
    elif days < SHORTEST and (record.ends_on or record.starts_on) >= record.starts_on:
        fault = Words(
            f"只有 {days} 个工作日，至少要 {SHORTEST} 个",
            f"lasts {days} working days, {SHORTEST} are the least",
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
    )
)
