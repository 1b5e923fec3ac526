"""What must hold of a document that others rest on."""

import re
from collections.abc import Iterator

from site_builder.kinds.bases.record import Basis, BasisState
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,20}〔(?:19|20)\d\d〕\d{1,4}号|[\u4e00-\u9fff]{1,40}令第?[\d〇零一二三四五六七八九十百]{1,9}号"
)

NUMBER_FORM = Mistake("DOC-08")
ORDER = Mistake("DOC-09")
STATE = Mistake("DOC-10")


def numbers_are_well_formed(entry: Entry[Basis], _corpus: Corpus) -> Iterator[Finding]:
    """A document number is the issuer's sign, the year in 〔〕 and a serial number, or the number of an order."""
    found = entry.record.doc_no
    if found is not None and not _NUMBER.fullmatch(found):
        suggestion = (
            re.sub(r"[\[\(（【［{](\d{4})[\]\)）】］}]", r"〔\1〕", found).replace(" ", "").replace("第", "")
        )
        if not _NUMBER.fullmatch(suggestion):
            suggestion = "云教财〔2024〕11号"
        yield Finding(("doc_no",), NUMBER_FORM, {"found": found, "suggestion": suggestion})


def dates_are_in_order(entry: Entry[Basis], _corpus: Corpus) -> Iterator[Finding]:
    """A document is written, takes effect and ends, in this order."""
    record = entry.record
    if record.valid_from is not None and record.valid_from < record.written_on:
        yield Finding(("valid_from",), ORDER, {"later": record.valid_from, "earlier": record.written_on})
    start = record.valid_from or record.written_on
    if record.valid_until is not None and record.valid_until < start:
        yield Finding(("valid_until",), ORDER, {"later": record.valid_until, "earlier": start})


def the_state_fits_the_dates(entry: Entry[Basis], corpus: Corpus) -> Iterator[Finding]:
    """A document in force has not ended and has not been replaced."""
    record = entry.record
    if record.state is not BasisState.IN_FORCE:
        return
    if record.valid_until is not None and record.valid_until < corpus.today:
        fault = Words(f"有效期到 {record.valid_until} 为止", f"it ended on {record.valid_until}")
        yield Finding(("valid_until",), STATE, {"fault": fault})
    elif record.superseded_by is not None:
        fault = Words(f"已由 {record.superseded_by} 代替", f"it has been replaced by {record.superseded_by}")
        yield Finding(("superseded_by",), STATE, {"fault": fault})


RULES = (
    Rule(NUMBER_FORM, "bases", numbers_are_well_formed),
    Rule(ORDER, "bases", dates_are_in_order),
    Rule(STATE, "bases", the_state_fits_the_dates),
)
