"""What must hold of a document that others rest on."""

import re
from collections.abc import Iterator

from site_builder.kinds.bases.record import Basis, BasisState
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,20}〔(?:19|20)\d\d〕\d{1,4}号|[\u4e00-\u9fff]{1,40}令第?[\d〇零一二三四五六七八九十百]{1,9}号"
)

NUMBER_FORM = Mistake(
    code="DOC-08",
    message=Words("“{found}”不像发文字号", "“{found}” does not look like a document number"),
    hint=Words("年份用六角括号〔〕，例如 {suggestion}", "the year stands in 〔〕, as in {suggestion}"),
    why=Words("字号写规范了才查得到原文。", "only a well-formed number leads to the text."),
    wrong="doc_no: 云教财[2024]11号",
    right="doc_no: 云教财〔2024〕11号",
    severity=Severity.WARNING,
    basis="GB/T 9704-2012",
)
ORDER = Mistake(
    code="DOC-09",
    message=Words("{later} 早于 {earlier}，先后不对", "{later} is before {earlier}: the order is wrong"),
    hint=Words(
        "成文日期不晚于施行日期，施行日期不晚于有效期。",
        "it is written first, then takes effect, then ends.",
    ),
    why=Words("日期决定文件在某一天算不算数。", "the dates decide whether it holds on a given day."),
    wrong="valid_from: 2026-03-01\nvalid_until: 2025-02-28",
    right="valid_from: 2026-03-01\nvalid_until: 2027-02-28",
)
STATE = Mistake(
    code="DOC-10",
    message=Words("效力写的是有效，但{fault}", "it is said to be in force, but {fault}"),
    hint=Words("核对后改为 state: repealed 或 expired。", "check, then write state: repealed or expired."),
    why=Words("引用失效的文件，收费和公开就没有依据。", "charges and disclosures lose their ground with it."),
    wrong="valid_until: 2020-12-31\nstate: in-force",
    right="valid_until: 2020-12-31\nstate: expired",
    severity=Severity.WARNING,
)


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
