"""What every record of every kind is made of."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import msgspec

from site_builder.model.form import NAMED, REFERENCE, Code, Date, Digest, File, Line, Refers, Slug


class Audience(StrEnum):
    """Who may see a record or a field; each level sees what the levels before it see."""

    PUBLIC = "public"
    """公众 / The public"""
    GUARDIANS = "guardians"
    """家长 / Guardians"""
    STAFF = "staff"
    """教职工 / Staff"""
    TEAM = "team"
    """工作组 / The team"""
    INTERNAL = "internal"
    """内部 / Internal"""

    def admits(self, other: "Audience") -> bool:
        """Whether an output for this audience may show what is meant for `other`."""
        return _LEVELS[other] <= _LEVELS[self]

    def narrower(self, other: "Audience") -> "Audience":
        """The stricter of the two."""
        return self if self.admits(other) else other


OUTSIDE = (Audience.PUBLIC, Audience.GUARDIANS)
"""Those who do not work here: what tells of a person needs that person's consent before they may read it."""
_LEVELS = {audience: level for level, audience in enumerate(Audience)}


@dataclass(frozen=True, slots=True)
class At:
    """Marks a field that only some may see: ``Annotated[Line, At(Audience.STAFF)]``; it needs a default."""

    audience: Audience


class Prose(msgspec.Struct, frozen=True):
    """A text in Markdown, with what became of it."""

    text: str
    html: str
    links: tuple[str, ...] = ()
    """The addresses it links to, as written."""


class Group(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Fields that are written together; what was left out of a file stays left out in every process.

    A value that only equals its default counts as written, so the defaults themselves must not be sent.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        """What was written, and how it is put together again."""
        defaults = _defaults(type(self))
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return _again, (
            type(self),
            {name: value for name, value in values if value is not defaults.get(name, _none)},
        )


_none = object()


@cache
def _defaults(group: type[msgspec.Struct]) -> dict[str, Any]:
    """The defaults of a class that are values, by field."""
    return {
        one.name: one.default for one in msgspec.structs.fields(group) if one.default is not msgspec.NODEFAULT
    }


def _again(group: type[msgspec.Struct], values: dict[str, Any]) -> msgspec.Struct:
    return group(**values)


class Part(Group, frozen=True, kw_only=True, omit_defaults=True):
    """A group of fields inside a record: a budget line, a measure, a stage of a tender."""


class Attachment(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A file offered with a record."""

    file: File
    """文件：content/files 里的文件名。
    File: its name in content/files."""
    title: Line
    """名称：读者看到的文件名称。
    Title: what readers see."""
    sha256: Digest | None = None
    """校验值：文件的 SHA-256，64 位；写了就核对，换了文件会提示。
    Digest: the SHA-256 of the file, where it is to be compared: then an exchanged file is told."""


BasisRef = Annotated[str, REFERENCE, Refers("bases")]
OfficeRef = Annotated[str, REFERENCE, Refers("offices")]
PostRef = Annotated[str, REFERENCE, Refers("offices", "posts")]
RecordRef = Annotated[str, NAMED, Refers("*")]
"""Any record, named with its kind: ``inspections/2026-03``."""


class Waiver(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A rule that somebody decided not to hold a record to, for a while."""

    rule: Code
    """规则：不适用的规则编号，如 PRC-05。
    Rule: the code of the rule that is set aside, such as PRC-05."""
    reason: Line
    """理由：为什么可以例外。
    Reason: why an exception is right."""
    approved_by: PostRef
    """批准岗位：谁批准的。
    Approved by: the post that allowed it."""
    until: Date
    """截止：例外到哪天为止，过后规则重新生效。
    Until: the last day it holds; then the rule counts again."""


class Correction(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something that was changed after it had been published."""

    on: Date
    """更正日期：哪天改的。
    On: the day it was changed."""
    field: Line
    """更正处：改的是哪一项。
    Field: what was changed."""
    was: Line
    """原文：改之前怎么写。
    Was: what stood there."""
    now: Line
    """现文：改之后怎么写。
    Now: what stands there."""
    why: Line
    """原因：为什么改。
    Why: the reason."""


class Withheld(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A value that exists and is not shown, with the ground for that."""

    field: Line
    """不公开的内容：哪一项。
    Field: what is withheld."""
    basis: BasisRef
    """依据：凭哪份文件可以不公开。
    Basis: the document that allows it."""
    reason: Line
    """理由：为什么不公开。
    Reason: why it is withheld."""
    review_on: Date
    """复核日期：哪天再看能不能公开。
    Review on: the day it is looked at again."""


class Record(Group, frozen=True, kw_only=True, omit_defaults=True):
    """What all kinds have in common; a kind adds its own fields."""

    title: Line
    """标题：读者在网站和打印件上看到的名称。
    Title: what readers see on the site and on paper."""
    title_en: Line | None = None
    """英文标题：英文界面使用；可不填。
    English title: for the English interface; optional."""
    audience: Audience = Audience.PUBLIC
    """公开范围：谁可以看到；默认公众。
    Audience: who may see it; the public unless said otherwise."""
    office: OfficeRef | None = None
    """责任单位：offices 里的文件名。
    Responsible office: the file name in offices."""
    published_on: Date | None = None
    """公开日期：首次公开的日子。
    Published on: the day it was first published."""
    index_no: Line | None = None
    """索引号：公开目录里的编号。
    Index number: its number in the disclosure catalogue."""
    bases: tuple[BasisRef, ...] = ()
    """依据：bases 里的文件名。
    Basis: file names in bases."""
    body: "Prose | None" = None
    """正文：补充说明，可用标题、列表、表格。
    Text: what else there is to say; headings, lists and tables may be used."""
    attachments: tuple[Attachment, ...] = ()
    """附件：供下载的文件。
    Attachments: files to download."""
    corrections: tuple[Correction, ...] = ()
    """更正记录：公布以后改过什么。
    Corrections: what was changed after it was published."""
    withheld: tuple[Withheld, ...] = ()
    """不公开的内容：有而不公开的，写明依据和复核日期。
    Withheld: what exists and is not shown, with basis and review date."""
    exceptions: tuple[Waiver, ...] = ()
    """例外：经批准暂不适用的规则。
    Exceptions: rules that are set aside for a while, as approved."""
    source: Line | None = None
    """数据来源：数字从哪里来。
    Source: where the figures come from."""
    moved_from: tuple[Slug, ...] = ()
    """曾用文件名：这条记录以前的文件名，旧网址会转到这里；可不填。
    Moved from: earlier file names of this record; their addresses lead here. Optional."""
