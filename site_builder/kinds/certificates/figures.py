"""Whether a certificate holds on the day of the build."""

from enum import StrEnum

import msgspec

from site_builder.kinds.certificates.record import Certificate
from site_builder.model.corpus import Corpus, Entry


class CertificateState(StrEnum):
    """Where a certificate stands."""

    NOT_YET = "not-yet"
    """尚未生效 / Not valid yet"""
    VALID = "valid"
    """有效 / Valid"""
    RENEWED = "renewed"
    """已换证 / Renewed"""
    EXPIRED = "expired"
    """已过期 / Expired"""


class CertificateFigures(msgspec.Struct, frozen=True):
    """What follows from the dates of a certificate."""

    state: CertificateState
    """状态：有效、过期或已换证。
    State: valid, expired or renewed."""


def figures(entry: Entry[Certificate], corpus: Corpus) -> CertificateFigures:
    """The state of a certificate on the day of the build."""
    return CertificateFigures(state_of(entry.record, corpus))


def state_of(record: Certificate, corpus: Corpus) -> CertificateState:
    """Whether it holds today; both its days count."""
    if record.valid_from is not None and corpus.today < record.valid_from:
        return CertificateState.NOT_YET
    if record.valid_until is None or corpus.today <= record.valid_until:
        return CertificateState.VALID
    return CertificateState.RENEWED if record.renewed_as else CertificateState.EXPIRED
