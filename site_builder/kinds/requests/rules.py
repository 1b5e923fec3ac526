"""What must hold of service requests: answered and done as promised, never dropped between two posts."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from site_builder.kinds.requests.deadlines import deadlines, overdue
from site_builder.kinds.requests.record import Level, Request, RequestList
from site_builder.mistakes.periods import told_at
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

LATE_ANSWER = Mistake("SRV-02")
LATE_DONE = Mistake("SRV-03")
DROPPED = Mistake("SRV-04")

_LEVELS = tuple(Level)


def requests_are_answered_in_time(entry: Entry[RequestList], corpus: Corpus) -> Iterator[Finding]:
    """Each request has its first answer within the promise."""
    for index, one in enumerate(entry.record.requests):
        due = deadlines(one, corpus).response
        yield from _late(index, one, "responded_at", due, corpus)


def requests_are_done_in_time(entry: Entry[RequestList], corpus: Corpus) -> Iterator[Finding]:
    """Each request is done within the promise, or within the time it was extended to with a reason."""
    for index, one in enumerate(entry.record.requests):
        due = deadlines(one, corpus).completion
        yield from _late(index, one, "done_at", due, corpus)


def nothing_is_dropped(entry: Entry[RequestList], _corpus: Corpus) -> Iterator[Finding]:
    """What was handed on is taken before it is closed; levels follow one another; times run forward."""
    for index, one in enumerate(entry.record.requests):
        for trail, fault in (*_untaken(one), *_levels(one), *_backwards(one)):
            yield Finding(("requests", index, *trail), DROPPED, {"id": one.id, "fault": fault})


def _late(index: int, one: Request, field: str, due: datetime | None, corpus: Corpus) -> Iterator[Finding]:
    at: datetime | None = getattr(one, field)
    if due is None or not overdue(at, due, corpus):
        return
    fault = Words(told_at(at), f"came at {told_at(at)}") if at else Words("还没有", "has not come")
    values = {"id": one.id, "received": told_at(one.received_at), "due": told_at(due), "fault": fault}
    trail = ("requests", index, field if at else "received_at")
    yield Finding(trail, LATE_ANSWER if field == "responded_at" else LATE_DONE, values)


def _untaken(one: Request) -> Iterator[tuple[Trail, Words]]:
    for place, step in enumerate(one.transfers):
        if one.done_at is None:
            continue
        if step.accepted_at is None:
            yield ("transfers", place), Words("转交后没有人接手就办结了", "was closed before anybody took it")
        elif step.accepted_at > one.done_at:
            fault = Words(
                f"{told_at(step.accepted_at)} 才接手", f"was taken only at {told_at(step.accepted_at)}"
            )
            yield ("transfers", place, "accepted_at"), fault


def _levels(one: Request) -> Iterator[tuple[Trail, Words]]:
    for place, step in enumerate(one.escalations):
        expected = _LEVELS[min(place, len(_LEVELS) - 1)]
        if step.level is not expected:
            name = label(Level, expected.name)
            fault = Words(
                f"第 {place + 1} 级应当是{name.zh}", f"has a wrong level {place + 1}: {name.en} comes first"
            )
            yield ("escalations", place, "level"), fault
            return


def _backwards(one: Request) -> Iterator[tuple[Trail, Words]]:
    steps: list[tuple[Trail, datetime]] = [(("received_at",), one.received_at)]
    for place, step in enumerate(one.transfers):
        steps.append((("transfers", place, "at"), step.at))
        if step.accepted_at is not None:
            steps.append((("transfers", place, "accepted_at"), step.accepted_at))
    for (_, before), (trail, after) in pairwise(steps):
        if after < before:
            yield trail, _before(after, before)
    for field in ("responded_at", "done_at"):
        at: datetime | None = getattr(one, field)
        if at is not None and at < one.received_at:
            yield (field,), _before(at, one.received_at)


def _before(after: datetime, before: datetime) -> Words:
    return Words(f"{told_at(after)} 早于 {told_at(before)}", f"has {told_at(after)} before {told_at(before)}")


RULES = (
    Rule(LATE_ANSWER, "requests", requests_are_answered_in_time),
    Rule(LATE_DONE, "requests", requests_are_done_in_time),
    Rule(DROPPED, "requests", nothing_is_dropped),
)
