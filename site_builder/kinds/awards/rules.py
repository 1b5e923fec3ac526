"""What must hold of a selection for an award: the weights are whole, the quota is kept, people may object."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.awards.record import Award
from site_builder.mistakes.periods import short
from site_builder.mistakes.sums import TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

OBJECTION = Mistake("PUB-03")
TOO_EARLY = Mistake("PUB-10")
OVER_QUOTA = Mistake("AWD-01")
WHOLE = Decimal(100)


def identities(entry: Entry[Award], _corpus: Corpus) -> Iterator[Identity]:
    """The weights of the criteria come to a hundred."""
    total = sum((one.weight for one in entry.record.criteria), Decimal(0))
    claim = Words("各项权重之和 = 100%", "all weights = 100%")
    yield Identity(("criteria",), claim, WHOLE, total, TOTAL, {"sum": total})


def one_can_object(entry: Entry[Award], corpus: Corpus) -> Iterator[Finding]:
    """The notice stands for enough working days, and says by which telephone to object."""
    record = entry.record
    if (values := short(corpus, "objection.shortest", record.starts_on, record.ends_on)) is not None:
        days, limit = values["days"], values["limit"]
        fault = Words(
            f"只有 {days} 个工作日，至少要 {limit} 个", f"lasts {days} working days, {limit} are the least"
        )
        remedy = Words(f"改为 ends_on: {values['due']}", f"change to ends_on: {values['due']}")
        yield Finding(("ends_on",), OBJECTION, {"fault": fault, "remedy": remedy})
    if record.phone is None:
        fault = Words("没有写异议受理电话", "has no telephone for objections")
        remedy = Words("补上 phone: 0571-88880000", "add phone: 0571-88880000")
        yield Finding(("starts_on",), OBJECTION, {"fault": fault, "remedy": remedy})


def results_come_after_the_end(entry: Entry[Award], _corpus: Corpus) -> Iterator[Finding]:
    """The result is published after the last day on which one may object."""
    record = entry.record
    if record.result_on is not None and record.result_on <= record.ends_on:
        yield Finding(("result_on",), TOO_EARLY, {"result_on": record.result_on, "last_day": record.ends_on})


def the_quota_is_kept(entry: Entry[Award], _corpus: Corpus) -> Iterator[Finding]:
    """Not more are chosen than may be, and not more than took part."""
    record = entry.record
    most = min(record.quota, record.quota if record.candidates is None else record.candidates)
    if record.chosen is not None and record.chosen > most:
        yield Finding(("chosen",), OVER_QUOTA, {"chosen": record.chosen, "most": most})


RULES = (
    Rule(OBJECTION, "awards", one_can_object),
    Rule(TOO_EARLY, "awards", results_come_after_the_end),
    Rule(OVER_QUOTA, "awards", the_quota_is_kept),
)
