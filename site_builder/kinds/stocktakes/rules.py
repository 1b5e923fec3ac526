"""What must hold of a count."""

from collections.abc import Iterator

from site_builder.kinds.stocktakes.figures import coverage
from site_builder.kinds.stocktakes.record import Stocktake
from site_builder.mistakes.sums import PRODUCT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

UNEXPLAINED = Mistake("AST-03")
NOT_FINISHED = Mistake("AST-06")
ONE_COUNTER = Mistake("EXP-03")


def identities(entry: Entry[Stocktake], _corpus: Corpus) -> Iterator[Identity]:
    """A difference that was written down is what was counted less what there should be."""
    claim = Words("实盘 − 账面", "counted − book")
    for index, line in enumerate(entry.record.lines):
        if line.stated_difference is not None:
            due = line.counted - line.book
            yield Identity(("lines", index, "stated_difference"), claim, line.stated_difference, due, PRODUCT)


def differences_are_explained(entry: Entry[Stocktake], _corpus: Corpus) -> Iterator[Finding]:
    """Where books and things differ, reason and treatment are written down."""
    for index, line in enumerate(entry.record.lines):
        if line.counted == line.book:
            continue
        for given, missing, key in (
            (line.reason, Words("原因", "reason"), "reason"),
            (line.treatment, Words("处理", "treatment"), "treatment"),
        ):
            if not given:
                values = {"what": line.title, "book": line.book, "counted": line.counted}
                more = {"difference": line.counted - line.book, "missing": missing, "key": key}
                yield Finding(("lines", index, "counted"), UNEXPLAINED, values | more)


def finished_when_due(entry: Entry[Stocktake], corpus: Corpus) -> Iterator[Finding]:
    """By the day it is due every room is checked and the count is finished; no more are checked than there are."""
    record = entry.record
    done, total, due = record.rooms_done or 0, record.rooms_total or 0, record.due
    over = due is not None and corpus.today > due
    if (done < total and (over or record.done_on is not None)) or (record.rooms_total and done > total):
        share = coverage(record) or 0
        fault = Words(
            f"应查 {total} 间，查了 {done} 间（{share}%）", f"{done} of {total} rooms were checked ({share}%)"
        )
        yield Finding(
            ("rooms_total" if record.rooms_done is None else "rooms_done",), NOT_FINISHED, {"fault": fault}
        )
    if due is not None and record.done_on is not None and record.done_on > due:
        days = (record.done_on - due).days
        fault = Words(
            f"应在 {due} 前完成，晚了 {days} 天", f"it was due on {due}, and finished {days} days late"
        )
        yield Finding(("done_on",), NOT_FINISHED, {"fault": fault})
    elif over and record.done_on is None and not total:
        fault = Words(f"应在 {due} 前完成，还没有完成", f"it was due on {due}, and is not finished")
        yield Finding(("due",), NOT_FINISHED, {"fault": fault})


def two_count(entry: Entry[Stocktake], corpus: Corpus) -> Iterator[Finding]:
    """At least two different posts count together."""
    found, needed = len(set(entry.record.counters)), corpus.profile.least("handlers.min")
    if found < needed:
        values = {"what": Words("盘点人", "counters"), "found": found, "needed": needed}
        yield Finding(("counters",), ONE_COUNTER, values)


RULES = (
    Rule(UNEXPLAINED, "stocktakes", differences_are_explained),
    Rule(NOT_FINISHED, "stocktakes", finished_when_due),
    Rule(ONE_COUNTER, "stocktakes", two_count),
)
