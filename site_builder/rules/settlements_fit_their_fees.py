"""A settlement accounts for the fees of its own term, and for what those fees say was collected."""

from collections.abc import Iterator

from site_builder.kinds.fees.record import ChargeUnit, Fee
from site_builder.kinds.settlements.record import Settlement
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

OTHER_TERM = Mistake(
    code="FEE-17",
    message=Words(
        "“{fee}”是 {theirs} 学期的收费，这里结算的是 {ours}",
        "“{fee}” is a fee of {theirs}, but {ours} is settled here",
    ),
    hint=Words("写本学期的收费项目，或者改 term。", "name a fee of this term, or correct term."),
    why=Words("代收费按学期收、按学期结，不跨学期。", "agency fees are collected and settled term by term."),
    wrong="# fees/exercise-books 的 term 是 2025A\nterm: 2026S\nlines: [{fee: exercise-books}]",
    right="# fees/exercise-books 的 term 是 2026S\nterm: 2026S\nlines: [{fee: exercise-books}]",
    basis="教财〔2020〕5号",
)
NOT_THE_STANDARD = Mistake(
    code="INT-09",
    message=Words(
        "收了 {received}，按标准 {standard} × {payers} 人应是 {due}",
        "{received} was received, but {standard} × {payers} payers is {due}",
    ),
    hint=Words(
        "核对人数和金额；有减免的写明 exempt 和说明。",
        "check heads and money; say in the note who paid less.",
    ),
    why=Words(
        "人数乘标准就是应收的钱，差额要说得清。",
        "heads times standard is what was due; a difference needs a reason.",
    ),
    wrong="# fees/exercise-books 的标准是 18.00\npayers: 100\nreceived: 1880.00",
    right="# fees/exercise-books 的标准是 18.00\npayers: 100\nreceived: 1800.00",
    severity=Severity.WARNING,
)
ONCE = (ChargeUnit.PUPIL_TERM, ChargeUnit.PUPIL_YEAR)
"""Units of which a payer pays exactly one in a term."""


def fees_are_of_the_term(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """No line settles a fee that was collected for another term."""
    for index, fee in _fees(entry, corpus):
        if fee.term is not None and fee.term != entry.record.term:
            values = {"fee": fee.title, "theirs": fee.term, "ours": entry.record.term}
            yield Finding(("lines", index, "fee"), OTHER_TERM, values)


def received_by_the_standard(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """Where everybody pays the standard once, the money is payers times standard."""
    for index, fee in _fees(entry, corpus):
        line = entry.record.lines[index]
        if fee.charge_unit in ONCE and fee.standard is not None and not line.note:
            due = fee.standard * line.payers
            if line.received != due:
                values = {
                    "received": line.received,
                    "standard": fee.standard,
                    "payers": line.payers,
                    "due": due,
                }
                yield Finding(("lines", index, "received"), NOT_THE_STANDARD, values)


def _fees(entry: Entry[Settlement], corpus: Corpus) -> Iterator[tuple[int, Fee]]:
    for index, line in enumerate(entry.record.lines):
        found = corpus.find("fees", line.fee)
        if found is not None:
            yield index, found.record


RULE = (
    Rule(OTHER_TERM, "settlements", fees_are_of_the_term),
    Rule(NOT_THE_STANDARD, "settlements", received_by_the_standard),
)
