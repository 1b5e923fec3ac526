"""A rule of the school's own, with the steps by which it was made."""

from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Date, Line, Refers
from site_builder.model.record import Part, PostRef, Record


class Consultation(Part, frozen=True, kw_only=True, omit_defaults=True):
    """When and how people were asked, and what became of their opinions."""

    starts_on: Date
    """开始：征求意见第一天。
    From: the first day."""
    ends_on: Date
    """结束：征求意见最后一天。
    To: the last day."""
    channel: Line | None = None
    """方式：向谁、怎样提意见。
    Channel: whom to tell, and how."""
    opinions: Count | None = None
    """意见数：收到多少条；没有写 0。
    Opinions: how many came; 0 for none."""
    adopted: Count | None = None
    """采纳数：其中采纳多少条。
    Adopted: how many of them were taken up."""
    declined: Count | None = None
    """未采纳数：其中没有采纳的；写了就和意见数、采纳数核对。
    Declined: how many were not; compared with the others, where it is written."""
    summary: Line | None = None
    """意见摘要：主要提了什么，为什么采纳或不采纳。
    Summary: what was said, and why it was taken up or not."""


class Policy(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A rule of the school; its wording is the text of the record or a file attached."""

    doc_no: Line | None = None
    """文号：校内发文字号；可不填。
    Document number: optional."""
    draft_on: Date | None = None
    """起草日期：初稿完成的日子。
    Drafted on: the day the draft was ready."""
    consultation: Consultation | None = None
    """征求意见：起止日期、意见和采纳情况。
    Consultation: its days, the opinions and what became of them."""
    approved_on: Date | None = None
    """通过日期：批准的日子。
    Approved on: the day it was adopted."""
    approved_by: PostRef | None = None
    """批准岗位：谁批准的。
    Approved by: the post that approved it."""
    approved_in: Line | None = None
    """批准会议：在哪次会议上通过。
    Approved in: the meeting that adopted it."""
    effective_on: Date | None = None
    """施行日期：从哪天起执行。
    Effective on: the day it takes effect."""
    supersedes: Annotated[str, REFERENCE, Refers("policies")] | None = None
    """代替：被它代替的旧制度，policies 里的文件名。
    Supersedes: the old rule it replaces, a file name in policies."""
