"""Rules that are set aside for a while, as a record says and somebody approved."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from site_builder.mistakes import values, waivers
from site_builder.model.corpus import Entry
from site_builder.model.problem import Finding
from site_builder.model.told import codes, has_words

FIRM = ("PRV", "INT", "WVR", "PUB-08")
"""Codes that begin so are held to always: they keep personal data in and figures right."""


def waive(entry: Entry[Any], findings: Iterable[Finding], today: date) -> Iterator[Finding]:
    """The findings without those that an exception of the record turns off on that day."""
    off = {
        one.rule for one in entry.record.exceptions if one.until >= today and not one.rule.startswith(FIRM)
    }
    return (finding for finding in findings if finding.mistake.code not in off)


def waivers_of(entry: Entry[Any], today: date) -> Iterator[Finding]:
    """What is wrong with the exceptions themselves: unknown codes, rules that allow none, ends that are past."""
    for index, one in enumerate(entry.record.exceptions):
        if not has_words(one.rule):
            found = {"found": one.rule, "guess": values.meant(one.rule, list(codes()))}
            yield Finding(("exceptions", index, "rule"), waivers.UNKNOWN_RULE, found)
        elif one.rule.startswith(FIRM):
            yield Finding(("exceptions", index, "rule"), waivers.FIRM, {"rule": one.rule})
        elif one.until < today:
            yield Finding(
                ("exceptions", index, "until"), waivers.EXPIRED, {"rule": one.rule, "until": one.until}
            )
