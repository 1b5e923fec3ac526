"""What must hold of a rule of the school: it was made step by step, and people were heard."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from site_builder.kinds.policies.record import Policy
from site_builder.mistakes.sums import PRODUCT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

NOT_IN_STEP = Mistake("DOC-04")


def identities(entry: Entry[Policy], _corpus: Corpus) -> Iterator[Identity]:
    """The opinions are those taken up and those not."""
    asked = entry.record.consultation
    if asked is not None and asked.opinions is not None and asked.declined is not None:
        claim = Words("采纳 + 未采纳", "taken up + declined")
        found = (asked.adopted or 0) + asked.declined
        yield Identity(("consultation", "opinions"), claim, asked.opinions, found, PRODUCT)


def steps_follow_one_another(entry: Entry[Policy], _corpus: Corpus) -> Iterator[Finding]:
    """Draft, consultation, approval and effect come one after another."""
    dated = [(trail, words, day) for trail, words, day in _steps(entry.record) if day is not None]
    for (_, earlier, before), (trail, later, after) in pairwise(dated):
        if after < before:
            fault = Words(
                f"{later.zh}（{after}）早于{earlier.zh}（{before}）",
                f"{later.en} ({after}) is before {earlier.en} ({before})",
            )
            yield _finding(trail, fault, Words("核对两个日期，把先后写对", "check both dates"))


def people_were_heard(entry: Entry[Policy], _corpus: Corpus) -> Iterator[Finding]:
    """An approved rule says who approved it, and what opinions came and were taken up."""
    record, asked = entry.record, entry.record.consultation
    if record.approved_on is not None and record.approved_by is None and record.approved_in is None:
        fault = Words("没有写由谁批准", "nothing says who approved it")
        yield _finding(("approved_on",), fault, "approved_by: principal-office#principal")
    if record.approved_on is not None and asked is not None and asked.opinions is None:
        fault = Words("没有写收到多少意见", "nothing says how many opinions came")
        yield _finding(("consultation",), fault, "opinions: 0")
    if asked is not None and asked.opinions and asked.adopted is None and asked.summary is None:
        fault = Words("没有写意见的采纳情况", "nothing says what became of the opinions")
        yield _finding(("consultation", "opinions"), fault, "adopted: 2")
    if asked is not None and (asked.adopted or 0) > (asked.opinions or 0):
        fault = Words("采纳的比收到的还多", "more opinions were taken up than came")
        yield _finding(("consultation", "adopted"), fault, f"adopted: {asked.opinions or 0}")


def _steps(record: Policy) -> Iterator[tuple[Trail, Words, date | None]]:
    asked = record.consultation
    yield ("draft_on",), Words("起草", "drafting"), record.draft_on
    if asked is not None:
        yield (
            ("consultation", "starts_on"),
            Words("征求意见开始", "the begin of consultation"),
            asked.starts_on,
        )
        yield ("consultation", "ends_on"), Words("征求意见结束", "the end of consultation"), asked.ends_on
    yield ("approved_on",), Words("通过", "approval"), record.approved_on
    yield ("effective_on",), Words("施行", "taking effect"), record.effective_on


def _finding(trail: Trail, fault: Words, remedy: Words | str) -> Finding:
    return Finding(trail, NOT_IN_STEP, {"fault": fault, "remedy": remedy})


RULES = (
    Rule(NOT_IN_STEP, "policies", steps_follow_one_another),
    Rule(NOT_IN_STEP, "policies", people_were_heard),
)
