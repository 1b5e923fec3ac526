"""A kind of record and everything that is known about it in one place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.problem import Finding, Mistake
from site_builder.model.record import Audience, Record
from site_builder.model.words import Words

R = TypeVar("R", bound=Record)

EVERY = "*"
"""Stands for all kinds in `Rule.applies_to`."""


class Area(StrEnum):
    """The part of the work a kind belongs to; menus, home page and reports are arranged by it."""

    PLAN = "plan"
    """计划与行事 / Plans and schedules"""
    MONEY = "money"
    """预算与收支 / Budget and accounts"""
    FEES = "fees"
    """收费与结算 / Fees and settlements"""
    PURCHASING = "purchasing"
    """采购招标 / Procurement"""
    PROPERTY = "property"
    """资产与物品 / Assets and stores"""
    CANTEEN = "canteen"
    """食堂 / Canteen"""
    SAFETY = "safety"
    """安全与值班 / Safety and duty"""
    SERVICE = "service"
    """服务与环境 / Service and grounds"""
    PEOPLE = "people"
    """队伍与考勤 / Staff and teams"""
    DISCLOSURE = "disclosure"
    """公开与监督 / Disclosure and oversight"""
    FRAME = "frame"
    """单位与依据 / The institution and its rules"""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold of every record of a kind."""

    mistake: Mistake
    """What is told when it does not hold; `explain CODE` prints it."""
    applies_to: str
    """The name of the kind; ``*`` for a rule that holds of every record."""
    check: Callable[[Entry[Any], Corpus], Iterable[Finding]]
    """Yields a finding for each place where it does not hold."""
    of_all: bool = False
    """Whether it looks something up that is reckoned of all records together: cheap, and never settled for good."""


class Related(msgspec.Struct, frozen=True):
    """A group of other records that a record's page shows: schedule entries of a plan, tenders of a budget line."""

    title: Words
    entries: tuple[Entry[Any], ...]


class Table(msgspec.Struct, frozen=True):
    """Rows under named columns, as they are given away as open data."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A kind of record: its fields, rules, list, page and sheet."""

    name: str
    """One word everywhere: data/fees, kinds/fees, templates/fees.html, output/fees."""
    title: Words
    """What its list is called."""
    record: type[R]
    about: Words = Words("", "")
    """One sentence for readers: what this list is for."""
    rules: tuple[Rule, ...] = ()
    columns: tuple[str, ...] = ("title",)
    """The fields and figures that lists and the CSV show, in order; a dotted name reaches into a part."""
    identities: Callable[[Entry[R], Corpus], Iterable[Identity]] | None = None
    """The figures in it that must come to the same as others."""
    figures: Callable[[Entry[R], Corpus], msgspec.Struct | None] | None = None
    """What is computed from the record and never typed; page, PDF, list and CSV all take it from here."""
    related: Callable[[Entry[R], Corpus], tuple[Related, ...]] | None = None
    """The other records that its page may show."""
    table: Callable[[Entry[R], Any], Table] | None = None
    """The record's own table (budget lines, rows of a register), offered as a file beside its page."""
    printed: bool = False
    """Whether a PDF is made, by templates/print/<name>.html or the generic sheet."""
    posted: bool = False
    """Whether its records are pinned to a board, so that a sheet in large type is offered beside each."""
    newest_first: str = ""
    """The field by which lists are sorted, newest first; by id when empty."""
    area: Area = Area.FRAME
    """The part of the work it belongs to."""
    menu: int = 0
    """Its place in the main menu, 0 for none (then it is listed in the footer)."""
    living: frozenset[str] = frozenset()
    """Fields, at any depth, that go on after publication without being corrections: states, results, execution."""
    single: bool = False
    """Whether there is exactly one record of it and no list (the site itself)."""
    widest: Audience = Audience.PUBLIC
    """The most people its records may ever be for; the accounts of a team are never for the public."""


class Identities(msgspec.Struct, frozen=True):
    """Figures that must come to the same across kinds; the claims are made of each record of one kind."""

    applies_to: str
    """The name of the kind."""
    claims: Callable[[Entry[Any], Corpus], Iterable[Identity]]


class Export(msgspec.Struct, frozen=True):
    """An open-data format a kind's list is offered in."""

    suffix: str
    """Of the file: ``csv``."""
    media_type: str
    title: Words
    write: Callable[[Table, tuple[Entry[Any], ...], str], bytes]
    """The file's content from the list as a table, the records themselves, and the language."""


@dataclass(frozen=True)
class Catalogue:
    """Every kind, rule and export there is."""

    kinds: Mapping[str, Kind[Any]]
    rules: tuple[Rule, ...] = ()
    exports: tuple[Export, ...] = field(default=())
    identities: tuple[Identities, ...] = ()
    """Those that cross kinds."""

    def claims(self, entry: Entry[Any], corpus: Corpus) -> Iterator[Identity]:
        """Every pair of figures of a record that must come to the same."""
        own = self.kinds[entry.kind].identities
        if own is not None:
            yield from own(entry, corpus)
        for one in self.identities:
            if one.applies_to == entry.kind:
                yield from one.claims(entry, corpus)

    @cached_property
    def rules_of(self) -> dict[str, tuple[Rule, ...]]:
        """The rules of each kind: its own and those that cross kinds."""
        return {
            name: (*kind.rules, *(rule for rule in self.rules if rule.applies_to in (name, EVERY)))
            for name, kind in self.kinds.items()
        }
