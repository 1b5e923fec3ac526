"""What follows from a roster: how much of the time somebody is there, how long each post works a week."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from site_builder.kinds.rosters.hours import Duty, Span, days_of, duties, gaps, hours_of, required
from site_builder.kinds.rosters.record import Roster
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Number, Percent


class PostHours(msgspec.Struct, frozen=True, kw_only=True):
    """How long one post is on duty."""

    post: str
    """岗位：值班的岗位。
    Post: that is on duty."""
    title: str
    """名称：岗位名称。
    Title: of the post."""
    week: Number
    """每周小时：最多的一周。
    Hours a week: in the longest week."""
    turns: int
    """班次数：一共值几班。
    Turns: how many in all."""


class RosterFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A roster in hours."""

    days: int
    """天数：值班多少天。
    Days: on which there is duty."""
    required: Number
    """应值守小时：应当有人的时间。
    Hours required: in which somebody has to be there."""
    covered: Number
    """有人小时：其中有人的时间。
    Hours covered: in which somebody is."""
    coverage: Percent | None
    """值守率：有人的占应当有人的。
    Coverage: covered in a hundred of required."""
    posts: tuple[PostHours, ...]
    """各岗位：每个岗位一周值多少小时。
    Posts: the hours of each in a week."""


def figures(entry: Entry[Roster], corpus: Corpus) -> RosterFigures:
    """Hours of the roster and of its posts."""
    record = entry.record
    turns = duties(record, corpus.workdays)
    needed = tuple(required(record, turns, corpus.workdays))
    whole = _hours(needed)
    covered = whole - _hours(gaps(needed, (duty.span for duty in turns)))
    return RosterFigures(
        days=len(days_of(record)),
        required=whole,
        covered=covered,
        coverage=(covered * 100 / whole).quantize(Decimal("0.1")) if whole else None,
        posts=tuple(
            PostHours(post=post, title=title_of(corpus, post), week=longest_week(own), turns=len(own))
            for post, own in by_post(record, turns).items()
        ),
    )


def by_post(record: Roster, turns: tuple[Duty, ...]) -> dict[str, tuple[Duty, ...]]:
    """The turns of each post, in time; the posts in the order in which they are first on duty."""
    found: dict[str, list[Duty]] = defaultdict(list)
    for duty in turns:
        shift = record.shifts[duty.shift]
        for post in dict.fromkeys((*((shift.leader,) if shift.leader else ()), *shift.staff)):
            found[post].append(duty)
    return {post: tuple(own) for post, own in found.items()}


def longest_week(turns: Iterable[Duty]) -> Decimal:
    """The most hours in a week from Monday on; a turn belongs to the week in which it begins."""
    weeks: dict[date, timedelta] = defaultdict(timedelta)
    for duty in turns:
        day = duty.span.begins.date()
        weeks[day - timedelta(days=day.weekday())] += duty.span.ends - duty.span.begins
    return hours_of(max(weeks.values(), default=timedelta()))


def title_of(corpus: Corpus, post: str) -> str:
    """What a post is called; as it was written where there is none such."""
    office, _, id = post.partition("#")
    found = corpus.find("offices", office)
    posts = found.record.posts if found else ()
    return next((str(one.title) for one in posts if one.id == id), post)


def _hours(spans: Iterable[Span]) -> Decimal:
    return hours_of(sum((one.ends - one.begins for one in spans), timedelta()))
