"""What the office has to publish and by when, told before anything is published; and when to build again."""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from site_builder.catalogue import catalogue
from site_builder.edge.assemble import shown_to
from site_builder.edge.load import Loaded
from site_builder.edge.wish import Wish
from site_builder.kinds.catalogue.figures import DONE, Row, State
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.profile import UNITS
from site_builder.model.told import Severity
from site_builder.model.words import Words
from site_builder.stages.foresee import next_change
from site_builder.stages.oversee import duties

SOON = timedelta(days=30)
"""What falls due within this time comes second."""
_HEADS = (Words("逾期", "Overdue"), Words("30 天内到期", "Due within 30 days"), Words("其余", "The rest"))
_COLUMNS = (
    Words("状态", "State"),
    Words("截止", "Due"),
    Words("公开", "Published"),
    Words("早晚", "Late"),
    Words("事项", "Item"),
    Words("哪一期", "For"),
)
_NEXT = Words(
    "网站到 {day} 会因日期变化而不同，那天要重新生成。",
    "The pages change by date alone on {day}: build again that day.",
)
_NEVER = Words("一年之内，网站不会只因日期而变化。", "Within a year no page changes by date alone.")
_UNSOUND = Words(
    "数据里有 {errors} 个错误，site-builder check 逐条说明；只算了读得出的记录。",
    "The data has {errors} errors, which site-builder check explains; only what could be read was counted.",
)
_NONE = Words("没有", "none")


@dataclass(frozen=True)
class Agenda:
    """Every period of every item of the catalogue, in the order in which somebody has to see to it."""

    today: date
    audience: str
    groups: tuple[tuple[tuple[Entry[Any], Row], ...], ...]
    """Overdue; due soon; the rest."""
    next_change: date | None
    errors: int
    """Mistakes in the data: what they are in may be missing here."""

    @property
    def overdue(self) -> int:
        """How many periods should be public and are not."""
        return len(self.groups[0])


def agenda(wish: Wish, loaded: Loaded) -> Agenda:
    """What is overdue, due soon and settled, of what an audience may see."""
    corpus = shown_to(wish, loaded)
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    sorts: tuple[list[tuple[Entry[Any], Row]], ...] = ([], [], [])
    for entry, found in duties(corpus):
        for row in found.rows:
            sorts[_group(row, corpus.today)].append((entry, row))
    ordered = (
        sorted(group, key=lambda one: (one[1].state in DONE, one[1].due, one[0].id)) for group in sorts
    )
    groups = tuple(map(tuple, ordered))
    return Agenda(corpus.today, wish.audience.value, groups, next_change(corpus, catalogue()), errors)


def told(found: Agenda, language: str, form: str) -> str:
    """All of it, as a table or as data."""
    return _as_json(found, language) if form == "json" else "\n".join(_as_text(found, language))


def _as_text(found: Agenda, language: str) -> Iterator[str]:
    """A table in three parts, its columns aligned also where Chinese characters are twice as wide."""
    table = [[_cells(entry, row, language) for entry, row in group] for group in found.groups]
    heads = [words.say(language) for words in _COLUMNS]
    wide = [
        max(map(_width, column))
        for column in zip(heads, *(line for part in table for line in part), strict=True)
    ]
    for head, part in zip(_HEADS, table, strict=True):
        yield f"{head.say(language)}: {len(part) or _NONE.say(language)}"
        yield from (f"  {_line(cells, wide)}" for cells in ([heads, *part] if part else []))
        yield ""
    day = found.next_change
    yield (_NEXT.fill(day=day) if day else _NEVER).say(language)
    if found.errors:
        yield _UNSOUND.fill(errors=found.errors).say(language)


def _as_json(found: Agenda, language: str) -> str:
    """The same as data; docs/publication.md says what each name means."""
    rows = [_data(entry, row, language) for group in found.groups for entry, row in group]
    content = {
        "as_of": found.today.isoformat(),
        "audience": found.audience,
        "errors": found.errors,
        "overdue": found.overdue,
        "next_change": found.next_change.isoformat() if found.next_change else None,
        "rows": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _group(row: Row, today: date) -> int:
    if row.state is State.OVERDUE:
        return 0
    return 1 if row.state not in DONE and row.due <= today + SOON else 2


def _cells(entry: Entry[Any], row: Row, language: str) -> list[str]:
    unit = UNITS["wd" if row.working else "d"].say(language)
    late = "" if row.days is None else f"{row.days:+d} {unit}" if row.days else "0"
    state = label(State, row.state.name).say(language)
    published = row.published.isoformat() if row.published else ""
    return [state, row.due.isoformat(), published, late, _title(entry, language), row.title.say(language)]


def _data(entry: Entry[Any], row: Row, language: str) -> dict[str, Any]:
    return {
        "item": row.item,
        "title": _title(entry, language),
        "heading": entry.record.level1,
        "period": row.period,
        "state": row.state.value,
        "due": row.due.isoformat(),
        "published": row.published.isoformat() if row.published else None,
        "days": row.days,
        "unit": "working days" if row.working else "days",
        "owner": entry.record.owner,
        "records": [one.name for one in row.records],
        "statement": row.statement.name if row.statement else None,
    }


def _title(entry: Entry[Any], language: str) -> str:
    record = entry.record
    return Words(record.title, record.title_en or record.title).say(language)


def _line(cells: Sequence[str], wide: Sequence[int]) -> str:
    padded = (cell + " " * (room - _width(cell)) for cell, room in zip(cells, wide, strict=True))
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
