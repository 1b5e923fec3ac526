"""The documents that a charge, a purchase or a disclosure rests on."""

from enum import StrEnum

from site_builder.model.form import Date, Line, Number, Url
from site_builder.model.record import BasisRef, Part, Record


class BasisLevel(StrEnum):
    """How far a document reaches."""

    LAW = "law"
    """法律 / Law"""
    REGULATION = "regulation"
    """行政法规 / Administrative regulation"""
    RULE = "rule"
    """部门规章 / Departmental rule"""
    NORMATIVE = "normative"
    """规范性文件 / Normative document"""
    LOCAL = "local"
    """地方文件 / Local document"""
    INTERNAL = "internal"
    """校内制度 / School's own rule"""
    CONSENT = "consent"
    """当事人同意 / Consent of the persons named"""


class BasisState(StrEnum):
    """Whether a document still holds."""

    IN_FORCE = "in-force"
    """有效 / In force"""
    REPEALED = "repealed"
    """废止 / Repealed"""
    EXPIRED = "expired"
    """失效 / Lapsed"""


class Fixed(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A figure that the document lays down, and where it is used."""

    value: Number
    """数：文件里写的数。
    Value: as the document has it."""
    of: tuple[Line, ...]
    """用在：哪些记录的哪一栏必须是这个数，如 fees/lunch.approved_max。
    Used in: the fields of records that must say the same, such as fees/lunch.approved_max."""
    note: Line | None = None
    """说明：文件的哪一条、哪一项。
    Note: the article or item."""


class Basis(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A document that gives legal or internal ground; its title is the document's own."""

    issuer: Line
    """发文机关：谁发布的。
    Issuer: the body that issued it."""
    doc_no: Line | None = None
    """发文字号：例如 云教财〔2024〕11号。
    Document number: 云教财〔2024〕11号, for example."""
    written_on: Date
    """成文日期：通过、批准或印发的日子。
    Written on: the day it was passed, approved or issued."""
    valid_from: Date | None = None
    """施行日期：从哪天起执行。
    Valid from: the day it takes effect."""
    valid_until: Date | None = None
    """有效期至：最后有效的一天；长期有效可不填。
    Valid until: the last day it holds; empty when it holds until changed."""
    url: Url | None = None
    """原文网址：官方公布原文的地址。
    Address: where the official text is published."""
    level: BasisLevel
    """层级：法律、行政法规、规章、规范性文件、地方文件、校内制度或当事人同意。
    Level: law, regulation, rule, normative, local, internal or consent."""
    state: BasisState = BasisState.IN_FORCE
    """效力：有效、废止或失效；默认有效。
    State: in force, repealed or lapsed; in force unless said otherwise."""
    superseded_by: BasisRef | None = None
    """替代文件：废止后由哪份文件代替。
    Superseded by: the document that replaces it."""
    fixes: tuple[Fixed, ...] = ()
    """规定的数：文件定下的标准、上限和期限，逐项和用到它的记录核对。
    Fixes: standards, limits and periods that the document lays down, compared with the records that use them."""
