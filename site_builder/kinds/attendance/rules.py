"""What must hold of a month's attendance beyond its figures."""

from collections.abc import Iterator

from site_builder.kinds.attendance.record import Attendance
from site_builder.mistakes.periods import due_on
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.record import Prose

LATE = Mistake("ATT-01")
PERSONAL = Mistake("ATT-03")


def attendance_is_published(entry: Entry[Attendance], corpus: Corpus) -> Iterator[Finding]:
    """It is public some working days after the end of its month."""
    record = entry.record
    due = due_on(corpus, "attendance.published-within", span_of(record.month)[1])
    day = record.published_on or corpus.today
    if due is not None and day > due:
        field = "published_on" if record.published_on else "month"
        days = (day - due).days
        yield Finding((field,), LATE, {"month": record.month, "due": due, "days": days})


def nobody_is_named(entry: Entry[Attendance], corpus: Corpus) -> Iterator[Finding]:
    """No text says why one person was away: words of illness and family have no place in it."""
    record = entry.record
    for field in ("title", "note", "source", "body"):
        value = getattr(record, field)
        text = value.text if isinstance(value, Prose) else value or ""
        word = next((one for one in corpus.profile.words("attendance.private") if one in text), None)
        if word is not None:
            yield Finding((field,), PERSONAL, {"word": word})


RULES = (
    Rule(LATE, "attendance", attendance_is_published),
    Rule(PERSONAL, "attendance", nobody_is_named),
)
