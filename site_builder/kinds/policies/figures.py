"""Whether a rule of the school holds on the day of the build."""

from enum import StrEnum

import msgspec

from site_builder.kinds.policies.record import Policy
from site_builder.model.corpus import Corpus, Entry


class PolicyState(StrEnum):
    """Where a rule stands."""

    DRAFT = "draft"
    """起草中 / Draft"""
    OPEN = "open"
    """征求意见中 / Open to opinions"""
    APPROVED = "approved"
    """已通过，未施行 / Approved, not yet in effect"""
    IN_FORCE = "in-force"
    """现行 / In force"""
    SUPERSEDED = "superseded"
    """已被代替 / Superseded"""


class PolicyFigures(msgspec.Struct, frozen=True):
    """What follows from the steps of a rule."""

    state: PolicyState
    """状态：起草、征求意见、已通过、现行或已被代替。
    State: draft, open to opinions, approved, in force or superseded."""
    superseded_by: str
    """代替它的：新制度的名称。
    Superseded by: the title of the new rule."""


def figures(entry: Entry[Policy], corpus: Corpus) -> PolicyFigures:
    """The state of a rule on the day of the build."""
    newer = [
        one.record
        for one in corpus.naming("policies", entry.id)
        if one.kind == "policies" and _begun(one.record, corpus)
    ]
    return PolicyFigures(
        PolicyState.SUPERSEDED if newer else _state(entry.record, corpus), newer[0].title if newer else ""
    )


def _begun(record: Policy, corpus: Corpus) -> bool:
    day = record.effective_on or record.approved_on
    return day is not None and day <= corpus.today


def _state(record: Policy, corpus: Corpus) -> PolicyState:
    if _begun(record, corpus):
        return PolicyState.IN_FORCE
    if record.approved_on is not None and record.approved_on <= corpus.today:
        return PolicyState.APPROVED
    asked = record.consultation
    if asked is not None and asked.starts_on <= corpus.today <= asked.ends_on:
        return PolicyState.OPEN
    return PolicyState.DRAFT
