"""The record a notice speaks of is there to be read."""

from collections.abc import Iterator

from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_SUBJECT = Mistake("DOC-01")
_WHAT = Words("记录，或者看通知的人不能看它", "record, or not for those who read the notice")


def subjects_are_there(entry: Entry[Notice], corpus: Corpus) -> Iterator[Finding]:
    """The subject of a notice is a record that its readers may see; what was withdrawn need not be there."""
    record = entry.record
    if record.subject is None:
        return
    kind, _, id = record.subject.partition("/")
    found = corpus.find(kind, id)
    if found is None and record.type is NoticeType.WITHDRAWAL:
        return
    if found is None or not record.audience.admits(found.record.audience):
        others = corpus.of(kind)
        suggestion = others[0].name if others else "fees/exercise-books"
        yield Finding(
            ("subject",), NO_SUBJECT, {"found": record.subject, "suggestion": suggestion, "what": _WHAT}
        )


RULE = Rule(NO_SUBJECT, "notices", subjects_are_there)
