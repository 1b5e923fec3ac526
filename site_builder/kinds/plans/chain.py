"""From plan to proof: what stands behind a measure, link by link, and which link is missing."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from site_builder.kinds.plans.record import Measure
from site_builder.model.corpus import Corpus, Entry, place_of


class Link(StrEnum):
    """A link of the chain."""

    SCHEDULE = "schedule"
    """行事历 / Schedule"""
    BUDGET = "budget"
    """预算 / Budget line"""
    PURCHASE = "purchase"
    """采购或工程 / Purchase or works"""
    PAYMENT = "payment"
    """收支明细 / Ledger"""
    EVIDENCE = "evidence"
    """佐证 / Evidence"""


class LinkState(StrEnum):
    """Whether a link is there."""

    THERE = "there"
    """有 / There"""
    MISSING = "missing"
    """缺 / Missing"""
    NOT_YET = "not-yet"
    """未到时候 / Not yet due"""
    NOT_NEEDED = "not-needed"
    """不需要 / Not needed"""


class Named(msgspec.Struct, frozen=True):
    """A record behind a measure."""

    path: str
    """Where it stands on the site, or the part of it that is meant."""
    title: str
    title_en: str


class ChainLink(msgspec.Struct, frozen=True):
    """One link: whether it is there, and the records that make it."""

    link: Link
    state: LinkState
    records: tuple[Named, ...] = ()


def chain(
    plan: Entry[Any], measure: Measure, scheduled: int, done: bool, proofs: tuple[str, ...], corpus: Corpus
) -> tuple[ChainLink, ...]:
    """The five links of a measure; `proofs` are the records that its schedule entries name as evidence."""
    begun = done or (measure.due or plan.record.ends_on) < corpus.today
    naming = tuple(_naming("plans", plan.id, measure.id, corpus))
    bought = tuple(one for one in naming if one.kind in ("tenders", "projects", "expenses"))
    line, _, part = (measure.budget_line or "").partition("#")
    paid = (
        tuple(one for one in _naming("budgets", line, part, corpus) if one.kind == "ledgers") if line else ()
    )
    paid += tuple(
        one for name in bought for one in _naming(name.kind, name.id, "", corpus) if one.kind == "ledgers"
    )
    evidence = (*naming, *(one for name in proofs for one in _find(name, corpus)))
    evidence = tuple(one for one in evidence if one.kind != "schedules" and one not in bought)
    return (
        ChainLink(Link.SCHEDULE, LinkState.THERE if scheduled else LinkState.MISSING),
        _link(Link.BUDGET, _find(f"budgets/{line}", corpus), bool(line), True, part),
        _link(Link.PURCHASE, bought, bool(bought), begun),
        _link(Link.PAYMENT, paid, bool(line) and bool(corpus.of("ledgers")), begun),
        _link(Link.EVIDENCE, evidence, measure.evidence is not None, begun),
    )


def _link(link: Link, found: tuple[Entry[Any], ...], needed: bool, begun: bool, part: str = "") -> ChainLink:
    if found:
        named = {one.name: _named(one, part) for one in found}
        return ChainLink(link, LinkState.THERE, tuple(named.values()))
    if not needed:
        return ChainLink(link, LinkState.NOT_NEEDED)
    return ChainLink(link, LinkState.MISSING if begun else LinkState.NOT_YET)


def _named(entry: Entry[Any], part: str) -> Named:
    record = entry.record
    return Named(place_of(entry.kind, entry.id, part), record.title, record.title_en or record.title)


def _find(name: str, corpus: Corpus) -> tuple[Entry[Any], ...]:
    kind, _, id = name.partition("#")[0].partition("/")
    found = corpus.find(kind, id)
    return (found,) if found else ()


def _naming(kind: str, id: str, part: str, corpus: Corpus) -> Iterator[Entry[Any]]:
    """The records that refer to a record, or to one part of it."""
    for entry in corpus.naming(kind, id):
        if any((one.kind, one.id) == (kind, id) and part in ("", one.part) for one in entry.references):
            yield entry
