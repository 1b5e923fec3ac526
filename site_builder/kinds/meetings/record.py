"""What is written down of a meeting: who was there, what was decided."""

from enum import StrEnum

from site_builder.model.form import Count, Date, Line, Money, Slug
from site_builder.model.record import Part, PostRef, Record


class MeetingType(StrEnum):
    """Which body met."""

    PRINCIPAL = "principal"
    """校长办公会 / Principal's meeting"""
    PARTY = "party"
    """党组织会议 / Party committee"""
    STAFF = "staff"
    """教职工代表大会 / Staff congress"""
    OFFICE = "office"
    """处室会议 / Office meeting"""
    GUARDIANS = "guardians"
    """家长委员会 / Guardians' committee"""
    TEAM = "team"
    """队务会议 / Team meeting"""
    FORUM = "forum"
    """座谈会 / Forum"""
    OTHER = "other"
    """其他会议 / Other meeting"""


class Resolution(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that was decided."""

    id: Slug
    """短名：别处引用这项决议时用，如 physique-room。
    Short name: by which other records refer to it, such as physique-room."""
    text: Line
    """决议：决定了什么。
    Resolution: what was decided."""
    amount: Money | None = None
    """金额：决定开支多少，元。
    Amount: of money it decides on, in yuan."""
    sets: tuple[Line, ...] = ()
    """定下：哪些记录的哪一栏必须是这个金额，如 tenders/2026-canteen-works.budget。
    Sets: the fields of records that must say this amount, such as tenders/2026-canteen-works.budget."""
    votes_for: Count | None = None
    """赞成：几票。
    For: how many votes."""
    votes_against: Count = 0
    """反对：几票。
    Against: how many votes."""
    abstentions: Count = 0
    """弃权：几票。
    Abstentions: how many votes."""


class Meeting(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting and its resolutions; persons appear as numbers and posts."""

    type: MeetingType
    """会议：哪一种会议。
    Meeting: of which body."""
    held_on: Date
    """日期：开会之日。
    Held on: the day of the meeting."""
    chair: PostRef | None = None
    """主持：主持会议的岗位。
    Chair: the post that led it."""
    present: Count
    """到会：实到几人。
    Present: how many came."""
    expected: Count | None = None
    """应到：应当到会几人。
    Expected: how many should have come."""
    absent: Count | None = None
    """缺席：请假和没有来的几人；写了就和应到、到会核对。
    Absent: how many were excused or did not come; compared with those expected and present, where it is written."""
    agenda: tuple[Line, ...] = ()
    """议题：一行一条。
    Agenda: one item a line."""
    resolutions: tuple[Resolution, ...] = ()
    """决议：逐项列出。
    Resolutions: one by one."""
