"""From the CSV file beside a register to the same tree that its YAML rows would give."""

import csv
from collections.abc import Iterator

from site_builder.mistakes import tables as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Mapping, Scalar, Sequence, Source
from site_builder.stages.read import read

MOST_ROWS = 100_000
"""Rows of one table."""


def table(source: Source) -> tuple[Sequence, tuple[Problem, ...]]:
    """The rows of a CSV file, each a mapping from column name to text, and what is wrong with them."""
    text, problems = read(source)
    if text is None:
        return Sequence((), 1, 1), problems
    lines = text.split("\n")
    rows = [(number, row) for number, row in _rows(lines) if any(cell.strip() for cell in row)]
    if not rows:
        return Sequence((), 1, 1), (Problem(Location(source.path), mistakes.NO_HEADER),)
    (_, header), *body = rows
    names = [name.strip() for name in header]
    faults = [*_header_faults(source.path, names, header)]
    items = []
    for number, row in body[:MOST_ROWS]:
        columns = _columns(lines[number - 1], row)
        if len(row) != len(names):
            values = {"found": len(row), "expected": len(names)}
            faults.append(Problem(Location(source.path, number), mistakes.RAGGED_ROW, values))
        cells = zip(names, row, columns, strict=False)
        pairs = tuple((Scalar(name, 1, 1), Scalar(cell.strip(), number, at, '"')) for name, cell, at in cells)
        items.append(Mapping(pairs, number, 1))
    if len(body) > MOST_ROWS:
        faults.append(Problem(Location(source.path, MOST_ROWS), mistakes.TOO_MANY_ROWS, {"limit": MOST_ROWS}))
    return Sequence(tuple(items), 1, 1), tuple(faults)


def _rows(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(iter(f"{line}\n" for line in lines), strict=False)
    number = 0
    for row in reader:
        yield number + 1, row
        number = reader.line_num


def _header_faults(path: str, names: list[str], header: list[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        where = Location(path, 1, _columns(",".join(header), header)[index])
        if not name:
            yield Problem(where, mistakes.UNNAMED_COLUMN, {"number": index + 1})
        elif name in names[:index]:
            yield Problem(where, mistakes.COLUMN_TWICE, {"name": name})


def _columns(line: str, row: list[str]) -> list[int]:
    """At which character each cell begins; a row with quotes is searched, one over several lines begins at 1."""
    places, at = [], 0
    for cell in row:
        found = line.find(cell, at) if cell else at
        places.append((found if found >= 0 else 0) + 1)
        comma = line.find(",", (found if found >= 0 else at) + len(cell))
        at = comma + 1 if comma >= 0 else len(line)
    return places
