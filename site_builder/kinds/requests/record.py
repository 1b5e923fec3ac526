"""The service requests of a month: what was asked, who took it up, when it was done, how it was judged."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Date, DateTime, Line, Month, Percent, Refers, Slug
from site_builder.model.record import Part, PostRef, Record


class Level(StrEnum):
    """To whom a request is taken when somebody cannot be reached, one step after another."""

    RESPONSIBLE = "responsible"
    """责任人 / The person responsible"""
    GROUP = "group"
    """组长 / Group leader"""
    DEPUTY = "deputy"
    """分管副主任 / Deputy in charge"""
    DIRECTOR = "director"
    """主任 / Director"""


class Score(StrEnum):
    """How a request was judged."""

    VERY_GOOD = "5"
    """很满意 / Very satisfied"""
    GOOD = "4"
    """满意 / Satisfied"""
    FAIR = "3"
    """一般 / Fair"""
    POOR = "2"
    """不满意 / Dissatisfied"""
    VERY_POOR = "1"
    """很不满意 / Very dissatisfied"""


class Judge(StrEnum):
    """Who judged."""

    REQUESTER = "requester"
    """服务对象 / The requester"""
    SELF = "self"
    """服务部门自评 / The service itself"""


class Transfer(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A request handed on to another post."""

    to: PostRef
    """转交岗位：转给谁。
    To: the post it is handed to."""
    at: DateTime
    """转交时间：几日几点几分。
    At: the day and the time."""
    accepted_at: DateTime | None = None
    """接手时间：对方接下来的时间。
    Accepted at: when that post took it."""


class Escalation(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A request taken to the next higher level."""

    level: Level
    """层级：责任人、组长、副主任、主任，逐级上报。
    Level: responsible person, group leader, deputy, director, one after another."""
    at: DateTime
    """时间：几日几点几分。
    At: the day and the time."""


class Extension(Part, frozen=True, kw_only=True, omit_defaults=True):
    """More time, as agreed with the requester."""

    reason: Line
    """原因：为什么延期。
    Reason: why more time is needed."""
    until: Date
    """延期到：哪天办好。
    Until: the day by which it is done."""


class Request(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One request; nobody's name, the place is enough."""

    id: Slug
    """单号：本月内不重复。
    Number: unique within the month."""
    received_at: DateTime
    """受理时间：几日几点几分。
    Received at: the day and the time."""
    service: Annotated[str, REFERENCE, Refers("promises", "services")] | None = None
    """服务事项：服务承诺里的哪一项，如 repairs#lamps。
    Service: of the promises, such as repairs#lamps."""
    place: Line | None = None
    """地点：哪栋楼、哪间房。
    Place: building and room."""
    matter: Line | None = None
    """事由：要做什么。
    Matter: what is asked for."""
    urgent: bool = False
    """紧急：急件写 true。
    Urgent: true where it cannot wait."""
    first_asked: PostRef | None = None
    """首问岗位：最先受理的岗位。
    First asked: the post that took it up."""
    transfers: tuple[Transfer, ...] = ()
    """转交：按先后填写。
    Transfers: in order."""
    escalations: tuple[Escalation, ...] = ()
    """逐级上报：找不到人时按层级上报。
    Escalations: level by level, where somebody could not be reached."""
    responded_at: DateTime | None = None
    """响应时间：答复或到场的时间。
    Responded at: when it was answered or somebody came."""
    done_at: DateTime | None = None
    """办结时间：办好的时间。
    Done at: when it was finished."""
    extension: Extension | None = None
    """延期：不能按时办好时写明原因。
    Extension: with its reason, where it cannot be done in time."""
    score: Score | None = None
    """评分：5 很满意，1 很不满意。
    Score: 5 is very satisfied, 1 very dissatisfied."""
    rated_by: Judge = Judge.REQUESTER
    """评分人：默认服务对象；自评不计入满意率。
    Rated by: the requester unless said otherwise; what the service says of itself does not count."""


class RequestList(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The requests that came in during a month."""

    month: Month
    """月份：哪个月受理的。
    Month: in which they were received."""
    requests: tuple[Request, ...] = ()
    """服务单：逐单填写。
    Requests: one by one."""
    stated_satisfaction: Percent | None = None
    """满意率（核对用）：报告里写的数。
    Satisfaction (for checking): as a report states it."""
    stated_rated: Count | None = None
    """评价份数（核对用）：报告里写的数。
    Ratings (for checking): as a report states them."""
