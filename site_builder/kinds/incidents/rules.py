"""What must hold of an incident."""

from collections.abc import Iterator

from site_builder.kinds.incidents.record import Body, Incident
from site_builder.mistakes.periods import limit_of, told_at, until
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_REPORTED = Mistake("SAF-06")


def incidents_are_reported(entry: Entry[Incident], corpus: Corpus) -> Iterator[Finding]:
    """Every body that has to know of an incident of this type is told within the time for that type."""
    record = entry.record
    limit = _setting(corpus, f"incident.{record.type}-within", "incident.reported-within")
    due = until(corpus, limit, record.found_at) if limit else None
    for index, one in enumerate(record.reported):
        if due is not None and one.at > due:
            fault = Words(f"{told_at(one.at)} 才报告", f"was told at {told_at(one.at)}")
            yield _finding(("reported", index, "at"), one.to, fault, f"{told_at(due)}")
    first = told_at(due or record.found_at)
    for body in map(Body, _bodies(corpus, record)):
        if all(one.to is not body for one in record.reported):
            trail = ("reported",) if record.reported else ("found_at",)
            yield _finding(trail, body, Words("没有报告", "was not told"), first)


def _bodies(corpus: Corpus, record: Incident) -> tuple[str, ...]:
    own = f"incident.{record.type}-bodies"
    return corpus.profile.words(own if own in corpus.profile.settings else "incident.bodies")


def _setting(corpus: Corpus, own: str, usual: str) -> str | None:
    return (limit_of(corpus, own) if own in corpus.profile.settings else None) or limit_of(corpus, usual)


def _finding(trail: tuple[str | int, ...], body: Body, fault: Words, due: str) -> Finding:
    values = {"body": label(Body, body.name), "fault": fault, "due": due, "code": body.value}
    return Finding(trail, NOT_REPORTED, values)


RULES = (Rule(NOT_REPORTED, "incidents", incidents_are_reported),)
