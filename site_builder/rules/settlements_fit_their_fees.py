"""A settlement accounts for the fees of its own term, and for what those fees say was collected."""

from collections.abc import Iterator

from site_builder.kinds.fees.record import ChargeUnit, Fee
from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.sums import PRODUCT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

OTHER_TERM = Mistake("FEE-17")
ONCE = (ChargeUnit.PUPIL_TERM, ChargeUnit.PUPIL_YEAR)
"""Units of which a payer pays exactly one in a term."""


def fees_are_of_the_term(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """No line settles a fee that was collected for another term."""
    for index, fee in _fees(entry, corpus):
        if fee.term is not None and fee.term != entry.record.term:
            values = {"fee": fee.title, "theirs": fee.term, "ours": entry.record.term}
            yield Finding(("lines", index, "fee"), OTHER_TERM, values)


def received_by_the_standard(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Identity]:
    """Where everybody pays the standard once, or for as many days or meals, the money follows from the payers."""
    for index, fee in _fees(entry, corpus):
        line = entry.record.lines[index]
        once = fee.charge_unit in ONCE and not line.note
        if fee.standard is not None and (once or line.units is not None):
            each = "" if line.units is None else f" × {line.units}"
            sides = f"{fee.standard} × {line.payers}{each}"
            claim = Words(f"标准 × 交费人数{'' if line.units is None else ' × 份数'}（{sides}）",
                          f"standard × payers{'' if line.units is None else ' × units'} ({sides})")  # fmt: skip
            due = fee.standard * line.payers * (1 if line.units is None else line.units)
            yield Identity(("lines", index, "received"), claim, line.received, due, PRODUCT)


def _fees(entry: Entry[Settlement], corpus: Corpus) -> Iterator[tuple[int, Fee]]:
    for index, line in enumerate(entry.record.lines):
        found = corpus.find("fees", line.fee)
        if found is not None:
            yield index, found.record


RULE = Rule(OTHER_TERM, "settlements", fees_are_of_the_term)
IDENTITIES = Identities("settlements", received_by_the_standard)
