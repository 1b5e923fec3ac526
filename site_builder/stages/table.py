"""From the CSV file beside a register to the same tree that its YAML rows would give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_builder.mistakes import records
from site_builder.mistakes import tables as mistakes
from site_builder.mistakes import yaml as yaml_mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.source import Mapping, Scalar, Sequence, Source
from site_builder.stages.grow import TOLD
from site_builder.stages.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TOLD
from site_builder.stages.names import odd_character
from site_builder.stages.read import read
from site_builder.stages.signs import HOLE

FARTHEST = 20
"""So many lines below are searched for the end of a cell that was typed over several lines."""

_QUOTED = re.compile(r' *"((?:[^"]|"")*)" *(?=,|$)')
_SEPARATORS = ("\t", ";", "；", "，", "|")

Cell = tuple[int, str]
"""Where a cell begins, from 0, and what it says."""


def table(source: Source) -> tuple[Sequence, tuple[Problem, ...]]:
    """The rows of a CSV file, each a mapping from column name to text, and what is wrong with them."""
    text, problems = read(source)
    if text is None:
        return Sequence((), 1, 1), problems
    reading = _Reading(source.path, text.split("\n"), list(problems))
    rows = reading.rows()
    number, header = next(rows, (0, []))
    names = reading.header(number, header) if header else []
    if not header and not reading.problems:
        reading.tell(0, 0, mistakes.NO_HEADER)
    items = tuple(reading.items(names, rows)) if names else ()
    return Sequence(items, 1, 1), tuple(reading.problems)


@dataclass
class _Reading:
    """A table being read: its lines, and what is wrong so far."""

    path: str
    lines: list[str]
    problems: list[Problem]
    cells: int = field(default=0)

    def tell(self, line: int, column: int, mistake: Mistake, **values: object) -> None:
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(Location(self.path, line + 1, column + 1), mistake, values))

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """The lines that say something, cell by cell; both numbers count from 0."""
        number, begun = 0, False
        while number < len(self.lines) and len(self.problems) < MOST_TOLD:
            line = self.lines[number]
            if '"' in line:
                cells, broken = _quoted(line)
            else:
                cells, broken = _plain(line), -1
            if broken >= 0:
                self.tell(number, broken, mistakes.BROKEN_QUOTE)
                if not begun:
                    return  # without a header nothing can be said of the rows
                number = self._end_of_cell(number, line, broken)
            elif any(text for _, text in cells):
                begun = True
                yield number, cells
            number += 1

    def header(self, number: int, header: list[Cell]) -> list[Scalar]:
        """The names of the columns; none when the table cannot be read by them."""
        line = self.lines[number]
        separator = next((sign for sign in _SEPARATORS if sign in line), "")
        if len(header) == 1 and separator:
            self.tell(
                number, line.index(separator), mistakes.SEPARATOR, found=_NAMES.get(separator, separator)
            )
            return []
        if len(header) > MOST_COLUMNS:
            values = {"found": len(header), "limit": MOST_COLUMNS}
            self.tell(number, header[MOST_COLUMNS][0], mistakes.TOO_MANY_COLUMNS, **values)
            return []
        names: dict[str, Scalar] = {}
        for index, (at, name) in enumerate(header):
            if not name:
                self.tell(number, at, mistakes.UNNAMED_COLUMN, number=index + 1)
            elif name in names:
                self.tell(number, at, mistakes.COLUMN_TWICE, name=name)
            elif HOLE not in name and (odd := odd_character(name)):
                self.tell(number, at, records.ODD_KEY, key=name, **odd)
            names[name or f"{HOLE}{index}"] = Scalar(name, number + 1, at + 1, TOLD if HOLE in name else "")
        return list(names.values()) if len(names) == len(header) else []

    def items(self, names: list[Scalar], rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[Mapping]:
        """The rows below the header."""
        for count, (number, cells) in enumerate(rows, 1):
            self.cells += len(cells)
            if count > MOST_ROWS or self.cells > MOST_CELLS:
                values = {"limit": MOST_ROWS, "cells": MOST_CELLS}
                self.tell(number, 0, mistakes.TOO_MANY_ROWS, **values)
                return
            if len(cells) != len(names):
                self._ragged(number, cells, len(names))
            scalars = [Scalar(text, number + 1, at + 1, TOLD if HOLE in text else '"') for at, text in cells]
            if "\t" in self.lines[number]:
                corrected = self.lines[number].replace("\t", " ")
                at = self.lines[number].index("\t")
                self.tell(number, at, yaml_mistakes.TABULATOR, corrected=corrected)
            yield Mapping(tuple(zip(names, scalars, strict=False)), number + 1, 1)

    def _ragged(self, number: int, cells: list[Cell], expected: int) -> None:
        line = self.lines[number]
        corrected = line.replace("，", ",")
        if len(cells) < expected == len(_plain(corrected)):
            self.tell(number, line.index("，"), yaml_mistakes.FULL_WIDTH_COMMA, corrected=corrected)
            return
        at = cells[expected][0] if len(cells) > expected else len(line)
        self.tell(number, at, mistakes.RAGGED_ROW, found=len(cells), expected=expected)

    def _end_of_cell(self, number: int, line: str, at: int) -> int:
        """The line in which a cell ends that was typed over several lines; the same line when it never does."""
        if line.count('"', at) % 2 == 0:
            return number
        below = range(number + 1, min(number + 1 + FARTHEST, len(self.lines)))
        return next((one for one in below if self.lines[one].count('"') % 2), number)


_NAMES = {"\t": "Tab"}


def _plain(line: str) -> list[Cell]:
    """The cells of a line without quotation marks."""
    cells = []
    at = 0
    for cell in line.split(","):
        text = cell.strip()
        cells.append((at + len(cell) - len(cell.lstrip()) if text else at, text))
        at += len(cell) + 1
    return cells


def _quoted(line: str) -> tuple[list[Cell], int]:
    """The cells of a line, and where a quotation is that cannot be read; -1 when all can."""
    cells: list[Cell] = []
    at = 0
    while at <= len(line):
        start = at + len(line[at:]) - len(line[at:].lstrip(" "))
        if line[start : start + 1] == '"':
            match = _QUOTED.match(line, at)
            if match is None:
                return cells, start
            cells.append((start, match[1].replace('""', '"').strip()))
            at = match.end() + 1
        else:
            end = line.find(",", at)
            end = end if end >= 0 else len(line)
            cells.append((min(start, end), line[at:end].strip()))
            at = end + 1
    return cells, -1
