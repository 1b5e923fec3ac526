"""An approved plan says when, and how often in a way that adds up."""

import re
from collections.abc import Iterator

from site_builder.kinds.plans.record import Measure, Plan
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

VAGUE = Mistake("PLN-10")
TWO_FIGURES = Mistake("PLN-12")

_NO_TIME = (None, "standing")
"""Cadences that say nothing of when."""
_NUMBER = r"([0-9]{1,3}|[一二两三四五六七八九十])"
_EACH = re.compile(rf"每(?:个)?学期(?:.{{0,6}}?){_NUMBER} ?次")
_YEARLY = re.compile(rf"(?:全年|每年|一年|每学年|全学年)(?:.{{0,6}}?)(?<![至到—-]){_NUMBER} ?次")
_WORDS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}


def times_are_said(entry: Entry[Plan], corpus: Corpus) -> Iterator[Finding]:
    """Where a measure of an approved plan says “in time” or “regularly”, it also has a day or a cadence."""
    vague = corpus.profile.words("plan.vague-words")
    if entry.record.approved_on is None:
        return
    for place, measure in enumerate(entry.record.measures):
        found = next((word for word in sorted(vague, key=len, reverse=True) if word in measure.text), None)
        if found is not None and measure.due is None and measure.cadence in _NO_TIME:
            values = {"found": found, "title": measure.title, "suggestion": "cadence: monthly"}
            yield Finding(("measures", place, "text"), VAGUE, values)


def terms_add_up_to_the_year(entry: Entry[Plan], _corpus: Corpus) -> Iterator[Finding]:
    """So many times a term is twice as many a year."""
    for place, measure in enumerate(entry.record.measures):
        each, yearly = _each_term(measure), _YEARLY.search(measure.text)
        if each is None or yearly is None or each * 2 == (stated := _number(yearly[1])):
            continue
        values = {"each": each, "total": each * 2, "stated": stated}
        yield Finding(("measures", place, "text"), TWO_FIGURES, values)


def _each_term(measure: Measure) -> int | None:
    """How often a term something is done, as the sentence says or else the cadence."""
    if (said := _EACH.search(measure.text)) is not None:
        return _number(said[1])
    number, _, unit = (measure.cadence or "").partition("/")
    return int(number) if unit == "term" else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text]


RULE = (Rule(VAGUE, "plans", times_are_said), Rule(TWO_FIGURES, "plans", terms_add_up_to_the_year))
