"""What must hold of a school calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from site_builder.kinds.calendars.record import Calendar, Span
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity, Trail
from site_builder.model.words import Words

HOLIDAYS_LAW = "全国年节及纪念日放假办法"

ORDER = Mistake(
    code="CAL-01",
    message=Words(
        "{ends_on} 结束，早于 {starts_on} 开始", "it ends on {ends_on}, before it begins on {starts_on}"
    ),
    hint=Words("核对两个日期，把先后写对。", "check both dates and put them in order."),
    why=Words("倒着写的日期会让每个期限都算错。", "dates in the wrong order make every deadline wrong."),
    wrong="starts_on: 2026-07-03\nends_on: 2026-03-02",
    right="starts_on: 2026-03-02\nends_on: 2026-07-03",
)
OUTSIDE = Mistake(
    code="CAL-02",
    message=Words("{found} 不在 {school_year} 学年里", "{found} is not in the school year {school_year}"),
    hint=Words(
        "这一学年从 {first} 到 {last}；写到另一学年的校历里。",
        "this one runs from {first} to {last}; write it into the calendar of the other year.",
    ),
    why=Words(
        "一天只属于一份校历，才不会写重写漏。", "a day belongs to one calendar, so that none is told twice."
    ),
    wrong="school_year: 2025-2026\nmake_up_days:\n  - date: 2026-09-20",
    right="school_year: 2026-2027\nmake_up_days:\n  - date: 2026-09-20",
)
OVERLAP = Mistake(
    code="CAL-03",
    message=Words(
        "{starts_on} 开始，而前一项到 {earlier} 才结束",
        "it begins on {starts_on}, but the one before ends on {earlier}",
    ),
    hint=Words("按先后填写，日期不要重叠。", "write them in order, without overlap."),
    why=Words("重叠的日子说不清上课还是放假。", "on days that overlap nobody knows whether there is school."),
    wrong="terms:\n  - {term: 2025A, starts_on: 2025-09-01, ends_on: 2026-03-10}\n"
    "  - {term: 2026S, starts_on: 2026-03-02, ends_on: 2026-07-03}",
    right="terms:\n  - {term: 2025A, starts_on: 2025-09-01, ends_on: 2026-01-30}\n"
    "  - {term: 2026S, starts_on: 2026-03-02, ends_on: 2026-07-03}",
)
NO_WEEKEND = Mistake(
    code="CAL-04",
    message=Words("{found} 不能是调休上班日：{fault}", "{found} cannot be a swapped working day: {fault}"),
    hint=Words("对照放假通知核对日期。", "compare it with the official notice."),
    why=Words("调休上班日是改为上班的周六或周日。", "a swapped working day is a weekend day that is worked."),
    wrong="make_up_days:\n  - date: 2026-02-27  # 周五",
    right="make_up_days:\n  - date: 2026-02-28  # 周六",
    basis=HOLIDAYS_LAW,
)
WRONG_TERM = Mistake(
    code="CAL-05",
    message=Words("学期 {term} 不会在 {starts_on} 开始", "the term {term} does not begin on {starts_on}"),
    hint=Words("{starts_on} 开始的学期写成 {suggestion}", "one that begins then is written {suggestion}"),
    why=Words(
        "A 是秋季，S 是春季，前面是开始那年。", "A is autumn, S is spring, after the year the term begins in."
    ),
    wrong="term: 2025S\nstarts_on: 2026-03-02",
    right="term: 2026S\nstarts_on: 2026-03-02",
)
NO_SOURCE = Mistake(
    code="CAL-06",
    message=Words("“{name}”没有写依据", "nothing says where “{name}” comes from"),
    hint=Words(
        "写上 basis: 通知在 bases 里的文件名；国家还没有公布时，在校历上写 provisional: true。",
        "add basis: the notice's file name in bases; while none is announced, mark the calendar provisional: true.",
    ),
    why=Words("放假和调休每年由国家公布，推算会错。", "they are announced every year; guesses go wrong."),
    wrong="- name: 清明节\n  starts_on: 2026-04-04\n  ends_on: 2026-04-06",
    right="- name: 清明节\n  starts_on: 2026-04-04\n  ends_on: 2026-04-06\n  basis: holiday-2026",
    severity=Severity.WARNING,
    basis=HOLIDAYS_LAW,
)
STILL_PROVISIONAL = Mistake(
    code="CAL-07",
    message=Words("{year} 年已经开始，校历还是暂定的", "{year} has begun, the calendar is still provisional"),
    hint=Words(
        "补上当年的放假通知，再删去 provisional。", "enter the official notice and remove provisional."
    ),
    why=Words("用暂定的校历计算，期限可能差几天。", "deadlines reckoned with it may be days off."),
    wrong="school_year: 2025-2026\nprovisional: true",
    right="school_year: 2025-2026",
    severity=Severity.WARNING,
    basis=HOLIDAYS_LAW,
)


def spans_run_forward(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for trail, span in _spans(entry.record):
        if span.ends_on < span.starts_on:
            yield Finding((*trail, "ends_on"), ORDER, {"starts_on": span.starts_on, "ends_on": span.ends_on})


def days_lie_in_the_school_year(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Every day of the calendar lies between 1 August and the 31 August after it."""
    year = int(entry.record.school_year[:4])
    first, last = date(year, 8, 1), date(year + 1, 8, 31)
    found: list[tuple[Trail, date]] = []
    for trail, span in _spans(entry.record):
        found += [((*trail, "starts_on"), span.starts_on), ((*trail, "ends_on"), span.ends_on)]
    found += [
        (("make_up_days", place, "date"), day.date) for place, day in enumerate(entry.record.make_up_days)
    ]
    for trail, day in found:
        if not first <= day <= last:
            values = {"found": day, "school_year": entry.record.school_year, "first": first, "last": last}
            yield Finding(trail, OUTSIDE, values)


def spans_do_not_overlap(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Terms, vacations and holidays each follow one another, and no vacation reaches into a term."""
    record = entry.record
    for field in ("terms", "vacations", "holidays"):
        spans: tuple[Span, ...] = getattr(record, field)
        for place, (before, after) in enumerate(pairwise(spans), start=1):
            if after.starts_on <= before.ends_on:
                yield _overlap((field, place), after, before)
    for place, vacation in enumerate(record.vacations):
        for term in record.terms:
            if vacation.starts_on <= term.ends_on and term.starts_on <= vacation.ends_on:
                yield _overlap(("vacations", place), vacation, term)


def swapped_days_are_weekend_days(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """A swapped working day is a Saturday or Sunday outside the holidays."""
    for place, day in enumerate(entry.record.make_up_days):
        within = [span.name for span in entry.record.holidays if span.starts_on <= day.date <= span.ends_on]
        if day.date.weekday() < 5:
            fault = Words("这天不是周末", "it is no weekend day")
        elif within:
            fault = Words(f"这天在“{within[0]}”假期里", f"it lies in “{within[0]}”")
        else:
            continue
        yield Finding(("make_up_days", place, "date"), NO_WEEKEND, {"found": day.date, "fault": fault})


def terms_are_named_by_their_start(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """The code of a term says the year and the season it begins in."""
    for place, term in enumerate(entry.record.terms):
        # A term that begins in late July is an autumn term that begins early.
        start = term.starts_on + timedelta(days=14)
        suggestion = f"{start.year}{'A' if start.month >= 8 else 'S'}"
        if term.term != suggestion:
            values = {"term": term.term, "starts_on": term.starts_on, "suggestion": suggestion}
            yield Finding(("terms", place, "term"), WRONG_TERM, values)


def holidays_have_a_source(entry: Entry[Calendar], _corpus: Corpus) -> Iterator[Finding]:
    """Holidays and swapped working days name the notice that announced them."""
    if entry.record.provisional:
        return
    for place, holiday in enumerate(entry.record.holidays):
        if holiday.basis is None:
            yield Finding(("holidays", place), NO_SOURCE, {"name": holiday.name})
    for place, day in enumerate(entry.record.make_up_days):
        if day.basis is None:
            yield Finding(("make_up_days", place), NO_SOURCE, {"name": day.date})


def provisional_ends_with_the_year(entry: Entry[Calendar], corpus: Corpus) -> Iterator[Finding]:
    """A calendar is no longer provisional when the year has begun whose holidays were missing."""
    year = int(entry.record.school_year[5:])
    if entry.record.provisional and corpus.today.year >= year:
        yield Finding(("provisional",), STILL_PROVISIONAL, {"year": year})


def _spans(record: Calendar) -> Iterator[tuple[Trail, Span]]:
    for field in ("terms", "vacations", "holidays"):
        for place, span in enumerate(getattr(record, field)):
            yield (field, place), span


def _overlap(trail: Trail, span: Span, earlier: Span) -> Finding:
    return Finding((*trail, "starts_on"), OVERLAP, {"starts_on": span.starts_on, "earlier": earlier.ends_on})


RULES = tuple(
    Rule(mistake, "calendars", check)
    for mistake, check in (
        (ORDER, spans_run_forward),
        (OUTSIDE, days_lie_in_the_school_year),
        (OVERLAP, spans_do_not_overlap),
        (NO_WEEKEND, swapped_days_are_weekend_days),
        (WRONG_TERM, terms_are_named_by_their_start),
        (NO_SOURCE, holidays_have_a_source),
        (STILL_PROVISIONAL, provisional_ends_with_the_year),
    )
)
