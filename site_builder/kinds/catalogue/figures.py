"""What was due and whether it was published: one row for each period of an item."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from site_builder.kinds.catalogue.deadline import between, day_in, due_on, in_words, length_of
from site_builder.kinds.catalogue.periods import Period, belongs, fulfilling, periods
from site_builder.kinds.catalogue.record import CatalogueItem, Every, Start
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.words import Words


class State(StrEnum):
    """Where one period of an item stands on the day of the build; a figure of zero is published like any other."""

    OVERDUE = "overdue"
    """逾期未公开 / Overdue"""
    DUE = "due"
    """待公开 / Due"""
    NOT_YET = "not-yet-due"
    """未到期 / Not yet due"""
    LATE = "published-late"
    """迟公开 / Published late"""
    PUBLISHED = "published"
    """已公开 / Published"""
    NOTHING = "nothing-to-report"
    """本期没有 / Nothing to report"""
    NOT_APPLICABLE = "not-applicable"
    """不适用 / Not applicable"""
    WITHHELD = "withheld"
    """依规不公开 / Withheld"""


DONE = frozenset({State.PUBLISHED, State.LATE, State.NOTHING, State.NOT_APPLICABLE, State.WITHHELD})
"""States in which nothing is left to do."""


class Named(msgspec.Struct, frozen=True):
    """A record that a row leads to."""

    name: str
    title: Words
    reason: str = ""
    """Of a statement: why there is nothing."""


class Row(msgspec.Struct, frozen=True):
    """One period of one item."""

    item: str
    """The id of the item."""
    period: str
    title: Words
    due: date
    published: date | None
    days: int | None
    """Days after the due day, less than 0 for days ahead of it; of what is overdue, up to today."""
    working: bool
    """Whether these are working days."""
    state: State
    records: tuple[Named, ...]
    """The records that fulfil it, in the order of their publication."""
    statement: Named | None
    """The statement that explains why there is none."""


class CatalogueFigures(msgspec.Struct, frozen=True):
    """An item with all its periods."""

    deadline: Words
    """时限：最迟什么时候公开。
    Time limit: by when it has to be public."""
    rows: tuple[Row, ...]
    """各期：从最早到最近。
    Periods: from the earliest to the latest."""
    published: int
    """已公开：按期公开的有几期。
    Published: periods that were published in time."""
    late: int
    """迟公开：公开晚了的有几期。
    Late: periods that were published late."""
    overdue: int
    """逾期：到期没有公开的有几期。
    Overdue: periods that should be public and are not."""
    next_due: date | None
    """下次截止：最近的一个还没到的截止日期。
    Next due: the nearest day by which something has to be public."""


def figures(entry: Entry[CatalogueItem], corpus: Corpus) -> CatalogueFigures:
    """All periods of an item with what became of them."""
    found = tuple(rows(entry, corpus))
    states = [row.state for row in found]
    ahead = [row.due for row in found if row.state in (State.DUE, State.NOT_YET)]
    return CatalogueFigures(
        deadline=in_words(entry.record, corpus.profile),
        rows=found,
        published=states.count(State.PUBLISHED),
        late=states.count(State.LATE),
        overdue=states.count(State.OVERDUE),
        next_due=min(ahead, default=None),
    )


def rows(entry: Entry[CatalogueItem], corpus: Corpus) -> Iterator[Row]:
    """One row for each period that counts, in order of time."""
    item, able = entry.record, tuple(fulfilling(entry.record, corpus))
    if item.every is Every.EVENT:
        yield from _occasions(entry, able, corpus)
        return
    for period in periods(item, corpus):
        mine = [one for one in able if belongs(one.record, period, item.every, corpus)]
        yield _row(entry, period, mine, corpus)


def _occasions(entry: Entry[CatalogueItem], able: tuple[Entry[Any], ...], corpus: Corpus) -> Iterator[Row]:
    """Each record is an occasion of its own, dated by its event."""
    item = entry.record
    field = item.timer.event if item.timer else None
    dated = [(day_in(one.record, field), one) for one in able]
    for day, one in sorted(((day, one) for day, one in dated if day), key=lambda pair: (pair[0], pair[1].id)):
        ahead = item.timer is not None and item.timer.start is Start.BEFORE
        if day >= item.since and (item.until is None or day <= item.until) and (ahead or day <= corpus.today):
            title = Words(one.record.title, one.record.title_en or one.record.title)
            yield _row(entry, Period(one.id, day, day, title), [one], corpus)


def _row(entry: Entry[CatalogueItem], period: Period, mine: list[Entry[Any]], corpus: Corpus) -> Row:
    item, today = entry.record, corpus.today
    dated = ((day_in(one.record, item.dated_by or "published_on"), one) for one in mine)
    out = sorted(
        ((day, one) for day, one in dated if day and day <= today), key=lambda pair: (pair[0], pair[1].id)
    )
    least = max(item.least, 1)
    published = out[least - 1][0] if len(out) >= least else None
    due = due_on(item, period, (mine or [entry])[0].record, corpus)
    working = item.timer is not None and length_of(item.timer, corpus.profile)[1]
    statement = None if published else _statement(entry, period, corpus)
    state = (
        _state(item, period, due, published, today) if statement is None else State(statement.record.state)
    )
    shown = published or (today if state is State.OVERDUE else None)
    days = between(due, shown, working, corpus.workdays) if shown else None
    return Row(
        item=entry.id,
        period=period.name,
        title=period.title,
        due=due,
        published=published,
        days=days,
        working=working,
        state=state,
        records=tuple(_named(one) for _, one in out),
        statement=_named(statement) if statement else None,
    )


def _named(entry: Entry[Any]) -> Named:
    record = entry.record
    return Named(
        entry.name,
        Words(record.title, record.title_en or record.title),
        getattr(record, "reason", None) or "",
    )


def _state(item: CatalogueItem, period: Period, due: date, published: date | None, today: date) -> State:
    if published is not None:
        return State.LATE if published > due else State.PUBLISHED
    if today > due:
        return State.OVERDUE
    ended = item.timer is not None and item.timer.start is Start.END and item.every is not Every.STANDING
    running = today > period.last if ended else today >= period.first
    return State.DUE if running else State.NOT_YET


def _statement(entry: Entry[CatalogueItem], period: Period, corpus: Corpus) -> Entry[Any] | None:
    """The statement that stands for a period, one for that very period before one for all of them."""
    mine = [
        one
        for one in corpus.naming("catalogue", entry.id)
        if one.kind == "statements" and (one.record.published_on or corpus.today) <= corpus.today
    ]
    exact = next((one for one in mine if one.record.period == period.name), None)
    return exact or next((one for one in mine if one.record.period is None), None)
