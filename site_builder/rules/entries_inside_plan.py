"""What a plan's schedules list lies in the plan's period."""

from collections.abc import Iterator

from site_builder.kinds.plans.record import Plan
from site_builder.kinds.schedules.record import Schedule
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

OUTSIDE = Mistake("PLN-05")


def entries_lie_in_the_plan(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """Every dated entry lies in the period of the schedule's plan, and the month itself touches it."""
    found = corpus.find("plans", entry.record.plan) if entry.record.plan is not None else None
    if found is None:
        return
    plan: Plan = found.record
    values = {"plan": plan.title, "starts_on": plan.starts_on, "ends_on": plan.ends_on}
    first, last = span_of(entry.record.month)
    if last < plan.starts_on or plan.ends_on < first:
        yield Finding(("month",), OUTSIDE, {"found": entry.record.month, **values})
        return
    for place, item in enumerate(entry.record.entries):
        for field in ("day", "starts_on", "ends_on"):
            day = getattr(item, field)
            if day is not None and not plan.starts_on <= day <= plan.ends_on:
                yield Finding(("entries", place, field), OUTSIDE, {"found": day, **values})


RULE = Rule(OUTSIDE, "schedules", entries_lie_in_the_plan)
