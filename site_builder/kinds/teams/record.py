"""A team that is together for a while: an internship at another school, a project."""

from typing import Annotated

from site_builder.model.form import Count, Date, Line
from site_builder.model.record import At, Audience, Part, PostRef, Record


class Role(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something a member of the team answers for."""

    role: Line
    """分工：队长、后勤、宣传等。
    Role: leader, logistics, publicity and so on."""
    post: PostRef | None = None
    """岗位：队伍是 offices 里的一个部门时填写。
    Post: where the team is one of the offices."""
    person: Annotated[Line | None, At(Audience.TEAM)] = None
    """姓名：只给队伍内部看，网站上没有。
    Person: for the team alone; never on the site."""


class Team(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Who sends a team, who receives it, from when to when."""

    sending: Line | None = None
    """派出单位：哪个学校派来的。
    Sent by: the institution that sends it."""
    host: Line | None = None
    """接收单位：在哪个学校实习。
    Host: the institution that receives it."""
    starts_on: Date
    """开始：第一天。
    From: the first day."""
    ends_on: Date
    """结束：最后一天。
    To: the last day."""
    members: Count
    """人数：队里一共几个人。
    Members: how many there are."""
    roles: tuple[Role, ...] = ()
    """分工：各项工作由谁负责。
    Roles: who answers for what."""
