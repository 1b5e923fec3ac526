"""Mending a file in memory, so that reading can go on and find what else is wrong; never written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.words import Words
from site_builder.stages.complaints import CUT, advised, aligned
from site_builder.stages.limits import MOST_TOLD
from site_builder.stages.signs import HOLE

Shifts = dict[int, tuple[tuple[int, int], ...]]
"""For each mended line, from which column on (both from 0) it was typed how many columns further to the right."""


class Edit(NamedTuple):
    """Characters from `begin` to before `end` give way to `put`."""

    begin: int
    end: int
    put: str


class Slip(NamedTuple):
    """One slip in a line; the column counts from 0."""

    column: int
    mistake: Mistake
    values: dict[str, Any]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of mending."""

    text: str
    problems: tuple[Problem, ...] = ()
    shifts: tuple[Shifts, ...] = ()
    """One for each round of mending, the first round first."""
    partial: bool = False
    """Whether something was left out of which nobody can say where it belongs."""
    bare: dict[int, int] = field(default_factory=dict)
    """Of lines that began with tabs, how far in they stand without these."""


class Desk:
    """A file being mended: its lines, and what was found in them."""

    def __init__(self, path: str, text: str) -> None:
        """Lay the text out in lines."""
        self.path = path
        self.lines = text.split("\n")
        self.partial = False
        self._cut = len(self.lines) if text and not text.endswith("\n") else 0
        self._found: list[tuple[int, int, Slip]] = []
        self._shifts: Shifts = {}

    @property
    def full(self) -> bool:
        """Whether more was found than anybody reads."""
        return len(self._found) >= MOST_TOLD

    def mend(self, number: int, slips: Sequence[Slip]) -> None:
        """Note the slips of a line and mend it."""
        line = self.lines[number]
        for slip in slips:
            self._found.append((number, typed((self._shifts,), number, slip.column), slip))
        edits = sorted(edit for slip in slips for edit in slip.edits)
        before = self._shifts.get(number, ())
        self.lines[number], shifts = _edited(line, edits)
        if shifts:
            self._shifts[number] = (*before, *shifts)

    def done(self) -> Mended:
        """The mended text, and each slip as a problem that shows the line as it should be."""
        problems = tuple(self._problem(*one) for one in self._found)
        return Mended("\n".join(self.lines), problems, (self._shifts,) if self._shifts else (), self.partial)

    def _problem(self, number: int, column: int, slip: Slip) -> Problem:
        line = self.lines[number]
        corrected = "" if HOLE in line else line.strip()
        values = {"corrected": corrected, **slip.values}
        if slip.mistake is mistakes.SYNTAX:
            found: Words = slip.values["found"]
            values["advice"] = advised(found, values["corrected"])
            if number + 1 == self._cut:
                values["found"] = Words(found.zh + CUT.zh, found.en + CUT.en)
        elif slip.mistake is mistakes.INDENTATION and "corrected" not in slip.values:
            values["corrected"] = aligned(number + 1, line)
        return Problem(Location(self.path, number + 1, column + 1), slip.mistake, values)


def typed(rounds: Sequence[Shifts], line: int, column: int) -> int:
    """The column at which was typed what now stands at `column`; both count from 0."""
    for shifts in reversed(rounds):
        for begin, width in reversed(shifts.get(line, ())):
            if column >= begin:
                column += width
    return column


def _edited(line: str, edits: Sequence[Edit]) -> tuple[str, list[tuple[int, int]]]:
    """The line with all edits done, and its shifts; an edit inside another one is not done."""
    done = ""
    at = 0
    shifts = []
    for edit in edits:
        if edit.begin < at:
            continue
        done += line[at : edit.begin] + edit.put
        at = edit.end
        if len(edit.put) != edit.end - edit.begin:
            shifts.append((len(done), edit.end - edit.begin - len(edit.put)))
    return done + line[at:], shifts
