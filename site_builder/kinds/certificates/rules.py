"""What must hold of a certificate."""

from collections.abc import Iterator

from site_builder.kinds.certificates.figures import CertificateState, state_of
from site_builder.kinds.certificates.record import Certificate
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

EXPIRED = Mistake("SAF-09")


def certificates_are_valid(entry: Entry[Certificate], corpus: Corpus) -> Iterator[Finding]:
    """A certificate that has run out names the one that took its place."""
    record = entry.record
    if record.valid_until is not None and state_of(record, corpus) is CertificateState.EXPIRED:
        days = (corpus.today - record.valid_until).days
        values = {"holder": record.holder, "valid_until": record.valid_until, "days": days}
        yield Finding(("valid_until",), EXPIRED, values)


RULES = (Rule(EXPIRED, "certificates", certificates_are_valid),)
