"""Every duty of the five plans has its row in docs/coverage.md; what the row names is there and does what it says."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec
import pytest

from site_builder.catalogue import catalogue
from site_builder.edge.intake import take_in, unpack
from site_builder.edge.load import scan_project
from site_builder.edge.project import walk
from site_builder.kinds.catalogue.figures import State, rows
from site_builder.kinds.registers.column import CellType, Column
from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.problem import Mistake
from site_builder.model.record import Audience
from site_builder.model.shape import Many, Nested, slots_of
from site_builder.stages.check import check, check_one
from site_builder.stages.cite import Reckoner
from site_builder.stages.gather import gather
from tests.small import HOME

PLANS = {"S1": 42, "S2": 34, "S3": 48, "S4": 25, "S5": 53}
"""How many duties each of the five plans names."""
DAY = date(2026, 12, 15)
DAYS = (
    "2026-02-01", "2026-02-20", "2026-03-10", "2026-04-01", "2026-04-20", "2026-05-15", "2026-06-15", "2026-07-05",
    "2026-07-20", "2026-09-01", "2026-10-15", "2026-12-15", "2027-02-10", "2027-03-01", "2027-06-30",
)  # fmt: skip
TOLD_TO = {"教职工": Audience.STAFF, "队伍": Audience.TEAM, "内部": Audience.INTERNAL}
_NAMES = re.compile(r"`([^`]+)`")
_ANY_TABLE = frozenset({"REG-01", "REG-02", "REG-07"})


@dataclass(frozen=True)
class Row:
    """A duty, and where it is."""

    id: str
    duty: str
    fields: tuple[str, ...]
    codes: tuple[str, ...]
    pages: tuple[str, ...]
    records: tuple[str, ...]
    shown: str
    """The cell of the records as it stands."""
    tests: tuple[str, ...]


@cache
def table() -> tuple[Row, ...]:
    """The rows of the table."""
    found = []
    for line in (HOME / "docs/coverage.md").read_text("utf-8").splitlines():
        if re.match(r"\| S\d-\d\d ", line):
            id, duty, fields, codes, pages, records, tests = line.strip("| ").split(" | ")
            named = [tuple(_NAMES.findall(cell)) for cell in (fields, pages, records, tests)]
            found.append(Row(id, duty, named[0], tuple(codes.split()), named[1], named[2], records, named[3]))
    return tuple(found)


ROWS = pytest.mark.parametrize("row", table(), ids=lambda row: row.id)


@cache
def example() -> Corpus:
    """The records of the example."""
    scan = scan_project(walk(HOME))
    taken, problems = take_in(HOME, scan.records)
    assert not problems
    return gather((unpack(one) for one in taken), DAY, frozenset(scan.files))


def entries(row: Row) -> list[Entry[Any]]:
    """The records that a row names."""
    names = (name.partition("#")[0].partition("/") for name in row.records)
    return [entry for kind, _, id in names if (entry := example().find(kind, id)) is not None]


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_told_of_the_example_on_any_day(day: str) -> None:
    corpus = gather(example().entries, date.fromisoformat(day), example().files)
    told = check(corpus, catalogue())
    assert [(one.entry.name, one.findings) for one in told if one.findings] == []


def test_the_catalogue_of_the_example_knows_every_way_a_period_can_stand() -> None:
    corpus = gather(example().entries, date(2026, 6, 15), example().files)
    found = [row for item in corpus.of("catalogue") for row in rows(item, corpus)]
    assert {row.state for row in found} == set(State) - {State.OVERDUE, State.LATE, State.NOTHING}
    later = gather(example().entries, DAY, example().files)
    assert State.NOTHING in {row.state for item in later.of("catalogue") for row in rows(item, later)}
    assert len(corpus.of("catalogue")) >= 25


def test_every_duty_has_one_row() -> None:
    expected = [f"{plan}-{number:02}" for plan, most in PLANS.items() for number in range(1, most + 1)]
    assert [row.id for row in table()] == expected
    assert len(expected) == 202


@ROWS
def test_the_records_are_there_and_for_those_who_are_named(row: Row) -> None:
    found = entries(row)
    assert row.duty
    assert len(found) == len(row.records) > 0
    for name, entry in zip(row.records, found, strict=True):
        part = name.partition("#")[2]
        assert not part or part in _parts(entry.record), name
        said = re.search(rf"`{re.escape(name)}`（(.+?)）", row.shown)
        assert (TOLD_TO[said[1]] if said else Audience.PUBLIC) is entry.record.audience, name


@ROWS
def test_the_fields_are_there_and_filled_in_one_of_the_records(row: Row) -> None:
    assert row.fields
    for field in row.fields:
        kind, hash_, column = field.partition("#")
        if hash_:
            tables = [
                one.record for one in entries(row) if one.kind == "registers" and one.id.startswith(kind)
            ]
            columns = {one.name: one for record in tables for one in record.columns}
            assert column in columns, field
            written = any(line.get(column) for record in tables for line in record.rows)
            assert written or columns[column].formula, field
        else:
            kind, *path = field.split(".")
            assert _is_field(catalogue().kinds[kind].record, path), field
            assert any(_filled(one.record, path) for one in entries(row) if one.kind == kind), field


@ROWS
def test_the_rules_are_those_of_the_records(row: Row) -> None:
    able = {code for entry in entries(row) for code in _codes(entry)}
    assert row.codes
    assert set(row.codes) <= able


@ROWS
def test_the_pages_are_those_that_draw_the_records(row: Row) -> None:
    drawn = {name for entry in entries(row) for name in _templates(entry.kind)}
    assert set(row.pages) == drawn
    assert all((HOME / "templates" / name).is_file() for name in drawn)


@ROWS
def test_each_rule_is_tried_in_one_of_the_tests(row: Row) -> None:
    texts = {name: (HOME / name).read_text("utf-8") for name in row.tests}
    here = "tests/test_coverage.py"
    for code in row.codes:
        elsewhere = any(code in text for name, text in texts.items() if name != here)
        assert elsewhere or (here in texts and any(_noticed(one.name, code) for one in entries(row))), code


def _parts(record: msgspec.Struct) -> set[str]:
    values = (getattr(record, name) for name in record.__struct_fields__)
    return {part.id for value in values if isinstance(value, tuple) for part in value if hasattr(part, "id")}


def _is_field(record: type[msgspec.Struct], path: list[str]) -> bool:
    """Whether a class has such a field, in a part of it where the path says so."""
    slot = next((one for one in slots_of(record) if one.name == path[0]), None)
    if slot is None or len(path) == 1:
        return slot is not None
    shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
    return isinstance(shape, Nested) and _is_field(shape.record, path[1:])


def _filled(record: Any, path: list[str]) -> bool:
    """Whether a record says something in a field; an empty list says nothing, a zero does."""
    value = getattr(record, path[0], None)
    if len(path) == 1 or not value:
        return value not in (None, "", ())
    return any(_filled(one, path[1:]) for one in (value if isinstance(value, tuple) else (value,)))


def _templates(kind: str) -> tuple[str, ...]:
    own = f"{kind}.html" if (HOME / f"templates/{kind}.html").exists() else "record.html"
    if not catalogue().kinds[kind].printed:
        return (own,)
    sheet = f"print/{kind}.html" if (HOME / f"templates/print/{kind}.html").exists() else "print/record.html"
    return (own, sheet)


def _codes(entry: Entry[Any]) -> frozenset[str]:
    """The codes that rules and agreements of a record's kind tell, or that a table's own checks name."""
    if isinstance(entry.record, Register):
        return _codes_of_table(entry.record)
    return _codes_of_kind(entry.kind) | {"REF-01", "REF-04"}


@cache
def _codes_of_kind(kind: str) -> frozenset[str]:
    known = catalogue()
    own = known.kinds[kind].identities
    claims = [one.claims for one in known.identities if one.applies_to == kind]
    checks = [one.check for one in known.rules_of[kind] if one.applies_to == kind]
    modules = {inspect.getmodule(one) for one in (*claims, *checks, *([own] if own else []))}
    told = {one.code for module in modules for one in vars(module).values() if isinstance(one, Mistake)}
    return frozenset(told | {one.mistake.code for one in known.rules_of[kind]})


def _codes_of_table(record: Register) -> frozenset[str]:
    across = {one.mistake.code for one in catalogue().rules if one.applies_to == "registers"}
    told = _ANY_TABLE | across | {one.code or "REG-08" for one in record.checks}
    told |= {record.cadence_code or "REG-05"} if record.cadence else set()
    told |= {"INT-01"} if record.stated_totals else set()
    return told | ({"INT-02"} if record.balances else set())


@cache
def _noticed(name: str, code: str) -> bool:
    """Whether a change of a single cell, row or attachment makes that code be told at the record."""
    (entry,) = (one for one in example().entries if one.name == name)
    others = tuple(one for one in example().entries if one.name != name)
    for record in _changes(entry.record) if code in _codes(entry) else ():
        changed = msgspec.structs.replace(entry, record=record)
        reckoner = Reckoner(gather((changed, *others), DAY, example().files), catalogue())
        if any(found.mistake.code == code for found in check_one(changed, reckoner)):
            return True
    return False


def _changes(record: Any) -> Iterator[Any]:
    """The record with an attachment that is not there; of a table, with a row or cell left out or made another."""
    for one in record.attachments:
        gone = msgspec.structs.replace(one, file=f"no-{one.file}")
        yield msgspec.structs.replace(record, attachments=(gone,))
    if isinstance(record, Register):
        for fewer_or_other in (*_fewer(record), *_altered(record)):
            yield msgspec.structs.replace(record, rows=fewer_or_other)


def _fewer(record: Register) -> Iterator[tuple[dict[str, str], ...]]:
    """The rows but one; but those of one month or thing."""
    first = record.columns[0].name
    for index in range(len(record.rows)):
        yield (*record.rows[:index], *record.rows[index + 1 :])
    for beginning in dict.fromkeys(row.get(first, "")[:7] for row in record.rows):
        yield tuple(row for row in record.rows if not row.get(first, "").startswith(beginning))


def _altered(record: Register) -> Iterator[tuple[dict[str, str], ...]]:
    """The rows with one cell left empty or made another."""
    for index, row in enumerate(record.rows):
        for column in record.columns:
            for text in _others(row.get(column.name, ""), column):
                now = {name: cell for name, cell in row.items() if name != column.name}
                cell = {column.name: text} if text else {}
                yield (*record.rows[:index], now | cell, *record.rows[index + 1 :])


def _others(was: str, column: Column) -> tuple[str, ...]:
    if not was:
        return ()
    if column.type in (CellType.INTEGER, CellType.NUMBER) and was.isdigit():
        return ("", str(int(was) + 1), str(int(was) * 3), str(int(was) // 3))
    if column.type is CellType.MONEY:
        return ("", f"{was.partition('.')[0]}9.99", f"{was[:1]}.00")
    if column.type is CellType.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", was):
        far = timedelta(days=4000)
        return ("", *(str(date.fromisoformat(was) + step) for step in (far, -far)))
    if column.type is CellType.BOOLEAN:
        return ("", "否" if was == "是" else "是")
    forbidden = example().profile.words("canteen.forbidden")
    return ("", "自评", *forbidden[:1]) if column.type is CellType.STRING else ("", f"9{was}")
