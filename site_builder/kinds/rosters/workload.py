"""What a roster asks of each post: hours a turn, hours a week, rest between turns."""

from collections.abc import Iterator
from itertools import pairwise

from site_builder.kinds.rosters.figures import by_post, longest_week, title_of
from site_builder.kinds.rosters.hours import Duty, Span, duties, joined
from site_builder.kinds.rosters.record import Roster
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Trail
from site_builder.model.words import Words


def workload(record: Roster, corpus: Corpus, *, on_call: bool) -> Iterator[tuple[Trail, str, Words]]:
    """Every post that is asked too much: where it is first named, what it is called, and what is too much."""
    for post, own in by_post(record, duties(record, corpus.workdays)).items():
        faults = (
            _overlap(own),
            *(() if on_call else (_turn(own, corpus), _week(own, corpus), _rest(own, corpus))),
        )
        for fault in faults:
            if fault is not None:
                yield _place(record, post), title_of(corpus, post), fault


def _turn(own: tuple[Duty, ...], corpus: Corpus) -> Words | None:
    limit = corpus.profile.number("duty.max-shift")
    longest = max(span.hours for span in joined(duty.span for duty in own))
    if limit is None or longest <= limit:
        return None
    return Words(f"连续 {longest} 小时，最多 {limit} 小时", f"is on for {longest} hours, {limit} at most")


def _week(own: tuple[Duty, ...], corpus: Corpus) -> Words | None:
    limit, longest = corpus.profile.number("duty.max-week"), longest_week(own)
    if limit is None or longest <= limit:
        return None
    return Words(f"一周 {longest} 小时，最多 {limit} 小时", f"has {longest} hours a week, {limit} at most")


def _rest(own: tuple[Duty, ...], corpus: Corpus) -> Words | None:
    limit = corpus.profile.number("duty.rest")
    # Between turns of one day there is no night to rest in: a lunch-time escort follows a morning one.
    nights = (
        (one.span, two.span)
        for one, two in pairwise(own)
        if one.span.begins.date() < two.span.begins.date() and one.span.ends < two.span.begins
    )
    pauses = [Span(one.ends, two.begins) for one, two in nights]
    short = next((one for one in pauses if limit is not None and one.hours < limit), None)
    if short is None:
        return None
    when = f"{short.begins:%Y-%m-%d %H:%M}"
    return Words(
        f"{when} 下班后只休息 {short.hours} 小时，至少 {limit} 小时",
        f"rests {short.hours} hours after {when}, {limit} at least",
    )


def _overlap(own: tuple[Duty, ...]) -> Words | None:
    clash = next((two.span for one, two in pairwise(own) if two.span.begins < one.span.ends), None)
    if clash is None:
        return None
    when = f"{clash.begins:%Y-%m-%d %H:%M}"
    return Words(f"{when} 同时排了两班", f"has two shifts at once at {when}")


def _place(record: Roster, post: str) -> Trail:
    for index, shift in enumerate(record.shifts):
        if shift.leader == post:
            return ("shifts", index, "leader")
        if post in shift.staff:
            return ("shifts", index, "staff", shift.staff.index(post))
    raise LookupError(post)
