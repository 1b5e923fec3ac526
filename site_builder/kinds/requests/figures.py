"""What follows from a month's requests: how many came in time, and how satisfied people were."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import msgspec

from site_builder.kinds.requests.deadlines import deadlines, in_time
from site_builder.kinds.requests.record import Judge, Request, RequestList, Score
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Number, Percent
from site_builder.model.identity import Identity
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

SATISFIED = (Score.GOOD, Score.VERY_GOOD)
NOT_FROM_REQUESTERS = Mistake("SRV-06")


class RequestFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A month of requests in numbers."""

    total: int
    """服务单数：本月受理多少。
    Requests: received in the month."""
    urgent: int
    """紧急：其中的急件。
    Urgent: among them."""
    responded_in_time: int
    """按时响应：在时限内答复的。
    Answered in time: within the promise."""
    response_rate: Percent | None
    """响应及时率：占全部服务单。
    Answered in time, share: of all requests."""
    done_in_time: int
    """按时办结：在时限内办好的。
    Done in time: within the promise, or the time it was extended to."""
    completion_rate: Percent | None
    """办结及时率：占全部服务单。
    Done in time, share: of all requests."""
    unfinished: int
    """未办结：还没有办好的。
    Open: not done yet."""
    rated: int
    """评价份数：服务对象评的，不含自评。
    Ratings: given by requesters."""
    rating_rate: Percent | None
    """评价率：评价份数占全部服务单。
    Rated, share: of all requests."""
    points: int
    """总分：各份评分之和。
    Points: of all ratings."""
    mean: Number | None
    """平均分：满分 5 分。
    Mean score: out of 5."""
    satisfied: int
    """满意份数：4 分和 5 分的。
    Satisfied: scores of 4 and 5."""
    satisfaction: Percent | None
    """满意率：满意份数占评价份数。
    Satisfaction: of all ratings."""
    self_rated: int
    """自评份数：服务部门自己评的，不计入。
    Rated by the service itself: left out."""


def figures(entry: Entry[RequestList], corpus: Corpus) -> RequestFigures:
    """The month in numbers."""
    requests = entry.record.requests
    due = tuple((one, deadlines(one, corpus)) for one in requests)
    responded = sum(in_time(one.responded_at, limits.response) for one, limits in due)
    done = sum(in_time(one.done_at, limits.completion) for one, limits in due)
    scores = _scores(requests, Judge.REQUESTER)
    points, satisfied = sum(int(score) for score in scores), sum(score in SATISFIED for score in scores)
    return RequestFigures(
        total=len(requests),
        urgent=sum(one.urgent for one in requests),
        responded_in_time=responded,
        response_rate=_share(responded, len(requests)),
        done_in_time=done,
        completion_rate=_share(done, len(requests)),
        unfinished=sum(one.done_at is None for one in requests),
        rated=len(scores),
        rating_rate=_share(len(scores), len(requests)),
        points=points,
        mean=_ratio(points, len(scores), Decimal("0.01")),
        satisfied=satisfied,
        satisfaction=_share(satisfied, len(scores)),
        self_rated=len(_scores(requests, Judge.SELF)),
    )


def identities(entry: Entry[RequestList], _corpus: Corpus) -> Iterator[Identity]:
    """What a report says of satisfaction is what the requesters said, to the digits it gives."""
    record = entry.record
    scores = _scores(record.requests, Judge.REQUESTER)
    satisfied, own = sum(score in SATISFIED for score in scores), len(_scores(record.requests, Judge.SELF))
    counts: dict[str, Any] = {"satisfied": satisfied, "rated": len(scores), "own": own}
    if record.stated_rated is not None:
        claim = Words("评价份数 = 服务对象的评价", "ratings = those given by requesters")
        yield Identity(
            ("stated_rated",),
            claim,
            record.stated_rated,
            len(scores),
            NOT_FROM_REQUESTERS,
            counts | {"unit": Words(" 份", " ratings"), "sign": ""},
        )
    if (stated := record.stated_satisfaction) is not None:
        claim = Words("满意率 = 满意份数 ÷ 评价份数", "satisfaction = satisfied ÷ ratings")
        digit = Decimal(1).scaleb(min(int(stated.as_tuple().exponent), 0))
        share = _ratio(satisfied * 100, len(scores), digit) or Decimal(0)
        yield Identity(
            ("stated_satisfaction",),
            claim,
            stated,
            share,
            NOT_FROM_REQUESTERS,
            counts | {"unit": "%", "sign": "%"},
        )


def _scores(requests: tuple[Request, ...], judge: Judge) -> tuple[Score, ...]:
    return tuple(one.score for one in requests if one.score is not None and one.rated_by is judge)


def _share(part: int, whole: int) -> Decimal | None:
    return _ratio(part * 100, whole, Decimal("0.1"))


def _ratio(part: int, whole: int, digit: Decimal) -> Decimal | None:
    return (Decimal(part) / whole).quantize(digit, ROUND_HALF_UP) if whole else None
