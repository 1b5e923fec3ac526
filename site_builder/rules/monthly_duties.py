"""What a plan promises every month is in every month's schedule."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.plans.record import Plan
from site_builder.kinds.schedules.record import Schedule
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import Workdays, span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

LEFT_OUT = Mistake("PLN-08")


def monthly_measures_are_scheduled(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """Each measure due monthly or more often has its entries in the month; daily and weekly ones at least one."""
    found = corpus.find("plans", entry.record.plan) if entry.record.plan is not None else None
    whole = corpus.profile.least("month.school-days")
    if found is None or _days_in(found.record, *span_of(entry.record.month), corpus.workdays) < whole:
        return
    for measure in found.record.measures:
        name, needed = f"{found.id}#{measure.id}", times_a_month(measure.cadence or "")
        there = sum(item.measure == name for item in entry.record.entries)
        if there < needed:
            counts = {"needed": needed, "found": there, "month": entry.record.month}
            yield Finding(("month",), LEFT_OUT, {"title": measure.title, "measure": name, **counts})


def times_a_month(cadence: str) -> int:
    """How many entries a month's schedule needs at least for what is due at this cadence."""
    number, _, unit = cadence.partition("/")
    if unit == "month":
        return int(number)
    return 1 if unit == "week" or cadence in ("daily", "weekly", "monthly") else 0


def _days_in(plan: Plan, first: date, last: date, worked: Workdays) -> int:
    return worked.count(max(first, plan.starts_on), min(last, plan.ends_on))


RULE = Rule(LEFT_OUT, "schedules", monthly_measures_are_scheduled)
