"""A notice to the public: something disclosed, put up for objections, announced, corrected or withdrawn."""

from enum import StrEnum

from site_builder.model.form import Count, Date, Line, Phone
from site_builder.model.record import OfficeRef, Part, Prose, Record


class NoticeType(StrEnum):
    """What a notice is for."""

    DISCLOSURE = "disclosure"
    """公开 / Disclosure"""
    OBJECTION = "objection"
    """公示 / Notice open to objection"""
    ANNOUNCEMENT = "announcement"
    """公告 / Announcement"""
    CORRECTION = "correction"
    """更正 / Correction"""
    WITHDRAWAL = "withdrawal"
    """撤回 / Withdrawal"""


class Channel(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Where objections are received."""

    office: OfficeRef | None = None
    """受理部门：offices 里的文件名。
    Received by: the file name in offices."""
    phone: Phone | None = None
    """受理电话：固定电话。
    Telephone: a fixed line."""
    hours: Line | None = None
    """受理时间：哪几天、几点到几点。
    Hours: on which days, from when to when."""
    place: Line | None = None
    """受理地点：当面提交的地方；可不填。
    Place: where to hand it in; optional."""
    requirement: Line | None = None
    """要求：异议要写明什么。
    Requirement: what an objection must state."""


class Change(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that a correction puts right."""

    what: Line
    """更正处：改的是哪一项。
    What: the item that is put right."""
    was: Line
    """原来：原来写的是什么。
    Was: what it said."""
    now: Line
    """现在：改成了什么。
    Now: what it says."""


class Notice(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A notice; one that is open to objection says until when, where and how to object."""

    type: NoticeType
    """类别：公开、公示、公告、更正或撤回。
    Type: disclosure, objection, announcement, correction or withdrawal."""
    subject: Line | None = None
    """所指记录：写成 fees/exercise-books，即文件夹名和文件名。
    Subject: the record it is about, as folder and file name: fees/exercise-books."""
    starts_on: Date
    """发布日期：从哪天起；公示期从第二天算起。
    From: the day it goes up; a period for objections is counted from the next day."""
    ends_on: Date | None = None
    """截止日期：到哪天止；公示按工作日计算时可不填。
    To: the last day; may be left out where working days are given."""
    working_days: Count | None = None
    """公示工作日：公示几个工作日，至少 5 个。
    Working days: how many it is open to objection, at least 5."""
    channel: Channel | None = None
    """异议受理：公示必须写明向谁提、打哪个电话、什么时间。
    Objections to: an objection notice says to whom, by which telephone, when."""
    changes: tuple[Change, ...] = ()
    """更正内容：更正必须写明原来怎样、现在怎样。
    Changes: a correction says what it was and what it is."""
    persons: Prose | None = None
    """涉及的人：公示名单等个人信息只写在这里，公示期满自动从网站撤下。
    Persons: names and other personal data stand here only; they leave the site when the period ends."""
    reason: Line | None = None
    """原因：为什么更正或撤回。
    Reason: why it is corrected or withdrawn."""
    result: Prose | None = None
    """公示结果：收到几件异议、怎样处理。
    Result: how many objections came and what became of them."""
    result_on: Date | None = None
    """结果日期：结果公布的日子。
    Result on: the day the result was published."""
