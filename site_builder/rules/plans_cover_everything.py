"""Every post of the plan's office has something to do, and something is done in every month of the plan."""

from collections.abc import Iterator

from site_builder.kinds.plans.record import Plan
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import month_of, months, span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

UNCOVERED = Mistake("PLN-16")


def posts_have_work(entry: Entry[Plan], corpus: Corpus) -> Iterator[Finding]:
    """No post of the office that makes the plan is named in none of its measures and schedules."""
    plan = entry.record
    office = corpus.find("offices", plan.office) if plan.office is not None else None
    if office is None or not plan.measures:
        return
    busy = {plan.owner, plan.signed_by, plan.approved_by, *(measure.owner for measure in plan.measures)}
    for schedule in corpus.naming(entry.kind, entry.id):
        if schedule.kind == "schedules":
            busy |= {schedule.record.owner, *(item.owner for item in schedule.record.entries)}
    posts = {f"{office.id}#{post.id}": post for post in office.record.posts}
    # Whoever stands in for a post that has work has work.
    busy |= {deputy for name, post in posts.items() if name in busy for deputy in post.deputies}
    idle = "、".join(post.title for name, post in posts.items() if name not in busy)
    if idle:
        yield Finding(("measures",), UNCOVERED, {"what": Words(f"岗位“{idle}”", f"the post “{idle}”")})


def months_have_work(entry: Entry[Plan], corpus: Corpus) -> Iterator[Finding]:
    """Once a plan has schedules, there is one for every month of term that has begun."""
    plan = entry.record
    scheduled = {
        one.record.month
        for one in corpus.naming(entry.kind, entry.id)
        if one.kind == "schedules" and one.record.plan == entry.id and one.record.entries
    }
    whole = corpus.profile.least("month.school-days")
    last = min(plan.ends_on, corpus.today)
    if not scheduled or not whole or last < plan.starts_on:
        return
    for month in months(plan.starts_on, last):
        first, end = span_of(month)
        days = corpus.workdays.count(max(first, plan.starts_on), min(end, plan.ends_on))
        if month not in scheduled and days >= whole and month <= month_of(corpus.today):
            yield Finding(("starts_on",), UNCOVERED, {"what": Words(f"{month} ", f"the month {month}")})


RULE = (Rule(UNCOVERED, "plans", posts_have_work), Rule(UNCOVERED, "plans", months_have_work))
