"""A plan is written for its own period, not copied from the one before."""

import re
from collections.abc import Iterator

from site_builder.kinds.plans.record import Plan
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

COPIED = Mistake("PLN-13")

_END = re.compile(r"[。；！？\n]")
_COUNTED = re.compile(r"[0-9０-９]+")
FEWEST = 5
"""Sentences below which nothing can be said."""


def the_plan_is_its_own(entry: Entry[Plan], corpus: Corpus) -> Iterator[Finding]:
    """Most of its sentences are not those of the same office's plan before it, figures aside."""
    limit, before = corpus.profile.count("plan.copied"), _before(entry, corpus)
    if limit is None or before is None:
        return
    ours, theirs = _sentences(entry.record), set(_sentences(before.record))
    size = sum(map(len, ours))
    share = sum(len(one) for one in ours if one in theirs) * 100 // size if size else 0
    if len(ours) >= FEWEST and share >= limit:
        yield Finding(("title",), COPIED, {"share": share, "other": before.record.title})


def _before(entry: Entry[Plan], corpus: Corpus) -> Entry[Plan] | None:
    """The last plan of the same office that ended before this one began."""
    ended = (
        one
        for one in corpus.of(entry.kind)
        if one.record.office == entry.record.office and one.record.ends_on < entry.record.starts_on
    )
    return max(ended, key=lambda one: one.record.ends_on, default=None)


def _sentences(plan: Plan) -> list[str]:
    texts = [one.text for one in (plan.guiding, plan.body) if one is not None]
    texts += [goal.title for goal in plan.goals] + [measure.text for measure in plan.measures]
    every = (_COUNTED.sub("0", one).strip() for text in texts for one in _END.split(text))
    return [one for one in every if one]


RULE = Rule(COPIED, "plans", the_plan_is_its_own)
