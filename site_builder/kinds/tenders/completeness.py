"""What every notice of a government purchase has to say."""

from collections.abc import Iterator

from site_builder.kinds.tenders.record import Method, Tender
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

INCOMPLETE = Mistake("PRC-04")

_NEEDED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("notice", "notice", ("doc_from", "doc_to", "opening", "place", "phone")),
    ("award", "award", ("address", "items")),
    ("award", "opening", ("experts",)),
    ("contract", "contract", ("starts_on", "ends_on", "amount_in_words")),
)
"""For each notice: the stage and the fields in it that the prescribed format asks for, beyond those none can lack."""
_TENDERS = (Method.OPEN, Method.INVITED, Method.CONSULTATION)
"""The methods whose notice also says who may take part."""


def notices_are_complete(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """Every stage of a statutory purchase has the fields that its notice is published with."""
    tender = entry.record
    for notice, name, fields in _NEEDED if tender.statutory else ():
        stage = getattr(tender, name)
        if getattr(tender, notice) is None or stage is None:
            continue
        qualified = ("qualifications",) if name == "notice" and tender.method in _TENDERS else ()
        for field in (*fields, *qualified):
            if not getattr(stage, field):
                values = {"notice": label(Tender, notice), "key": field, "missing": label(type(stage), field)}
                yield Finding((name,), INCOMPLETE, values)


RULES = (Rule(INCOMPLETE, "tenders", notices_are_complete),)
