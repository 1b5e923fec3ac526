"""The record a notice speaks of is there to be read."""

from collections.abc import Iterator

from site_builder.kinds.notices.record import Notice, NoticeType
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_SUBJECT = Mistake(
    code="DOC-01",
    message=Words(
        "没有“{found}”这条记录，或者看通知的人不能看它",
        "there is no record “{found}”, or not for those who read the notice",
    ),
    hint=Words(
        "写成文件夹名加文件名，不带 .yaml：{suggestion}",
        "write folder and file name without .yaml: {suggestion}",
    ),
    why=Words("通知里的链接打不开，公开就落空了。", "with a link that leads nowhere nothing is disclosed."),
    wrong="subject: fees/2026S-exercise-books.yaml",
    right="subject: fees/2026s-exercise-books",
)


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
        yield Finding(("subject",), NO_SUBJECT, {"found": record.subject, "suggestion": suggestion})


RULE = Rule(NO_SUBJECT, "notices", subjects_are_there)
