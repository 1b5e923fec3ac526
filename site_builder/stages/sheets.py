"""What the sheet of a record is made from: its template, its day, its table, and for a plan what is annexed to it."""

from collections.abc import Callable, Container, Iterator
from datetime import date, timedelta
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import days
from site_builder.model.kind import Kind
from site_builder.render.annex import Annex, Money, WallDay, WallWeek
from site_builder.render.edition import Edition
from site_builder.render.frame import RecordInputs
from site_builder.render.sheet import BoardInputs, SheetInputs
from site_builder.stages.essence import sheet_date
from site_builder.stages.items import ordered

_LONGEST = timedelta(days=400)
"""A plan for more than a year has no week calendar: nobody hangs up five years."""


def sheet_inputs(
    kind: Kind[Any],
    inputs: RecordInputs,
    templates: Container[str],
    corpus: Corpus,
    figures_of: Callable[[Entry[Any]], Any],
    edition: Edition | None = None,
) -> SheetInputs:
    """All that the sheet of one record may see; `figures_of` reckons those of the records around it.

    For the notice board a kind may have a template of its own.
    """
    ways = (f"print/{kind.name}-posted.html",) if edition else ()
    template = next((name for name in (*ways, f"print/{kind.name}.html") if name in templates), "")
    return SheetInputs(
        inputs,
        sheet_date(inputs.entry, corpus.today),
        template or "print/record.html",
        kind.table(inputs.entry, inputs.figures) if kind.table else None,
        _annex(inputs.entry, corpus, figures_of),
        edition,
    )


def board_inputs(
    kind: Kind[Any],
    inputs_of: Callable[[Entry[Any]], RecordInputs],
    templates: Container[str],
    corpus: Corpus,
    edition: Edition | None,
) -> BoardInputs | None:
    """All that the board of a kind may see; None where it has no template or there is nothing to show."""
    template = f"print/{kind.name}-board.html"
    entries = ordered(kind, corpus.of(kind.name)) if template in templates else []
    if not entries:
        return None
    day = max(sheet_date(entry, corpus.today) for entry in entries)
    return BoardInputs(kind.name, tuple(map(inputs_of, entries)), day, template, edition)


def _annex(entry: Entry[Any], corpus: Corpus, figures_of: Callable[[Entry[Any]], Any]) -> Annex | None:
    """The weeks of a plan and the budget lines of its measures; None for other kinds of record."""
    if entry.kind != "plans":
        return None
    lines = dict.fromkeys(one.budget_line for one in entry.record.measures if one.budget_line)
    money = (found for line in lines for found in _money(line, corpus, figures_of))
    return Annex(tuple(_weeks(entry.record.starts_on, entry.record.ends_on, corpus)), tuple(money))


def _weeks(first: date, last: date, corpus: Corpus) -> Iterator[WallWeek]:
    if last - first > _LONGEST:
        return
    calendars = [one.record for one in corpus.of("calendars")]
    holidays = [span for one in calendars for span in one.holidays]
    vacations = [span for one in calendars for span in one.vacations]
    terms = [span for one in calendars for span in one.terms]
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        week = tuple(days(monday, monday + timedelta(days=6)))
        free = next((one for one in vacations if one.starts_on <= week[4] and week[0] <= one.ends_on), None)
        yield WallWeek(
            _number(week, terms),
            tuple(_day(day, corpus, holidays) for day in week),
            free.name if free else "",
            (free.name_en or free.name) if free else "",
        )
        monday += timedelta(days=7)


def _number(week: tuple[date, ...], terms: list[Any]) -> int | None:
    for term in terms:
        if term.starts_on <= week[-1] and week[0] <= term.ends_on:
            first: date = term.starts_on
            return (week[0].toordinal() - first.toordinal() + first.weekday()) // 7 + 1
    return None


def _day(day: date, corpus: Corpus, holidays: list[Any]) -> WallDay:
    named = next((one for one in holidays if one.starts_on <= day <= one.ends_on), None)
    words = (named.name, named.name_en or named.name) if named else ("", "")
    return WallDay(day, corpus.workdays.worked(day), day in corpus.workdays.made_up, *words)


def _money(line: str, corpus: Corpus, figures_of: Callable[[Entry[Any]], Any]) -> Iterator[Money]:
    budget, _, part = line.partition("#")
    entry = corpus.find("budgets", budget)
    figures = figures_of(entry) if entry else None
    for row in (*figures.income.rows, *figures.expenditure.rows) if figures else ():
        if row.id == part:
            yield Money(line, row.title, row.title_en or row.title, row.sum.current, row.sum.executed)
