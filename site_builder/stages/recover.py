"""Reading a file that YAML gave up: mend what can be, leave out the rest, find everything else in one run."""

from collections.abc import Callable
from dataclasses import replace

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Mapping, Node, Scalar, Sequence
from site_builder.stages.complaints import Trouble, complaint
from site_builder.stages.examine import examine
from site_builder.stages.grow import Growth
from site_builder.stages.leave_out import around, leave_out
from site_builder.stages.limits import MOST_TOLD
from site_builder.stages.mend import Mended, Shifts, typed

MOST_TROUBLES = 12
"""Complaints of libyaml followed up in one file."""
LARGE = 200_000
"""Characters of a file that is tried only a few times."""

Build = Callable[[str, str], "Growth | Trouble | Problem"]
"""Reads a text to a tree, to the first complaint, or to the problem that ends all reading."""


def recover(path: str, mended: Mended, build: Build) -> tuple[Growth | None, Mended]:
    """The tree of what could be read, with the places as typed, and everything that was done to read it."""
    if len(mended.problems) >= MOST_TOLD:
        return None, mended
    grown = build(path, mended.text)
    if mended.bare or isinstance(grown, Trouble) or (isinstance(grown, Growth) and _strange(grown)):
        looked = examine(path, mended.text, mended.bare)
        if looked.problems:
            problems = (*mended.problems, *(_as_typed(one, mended.shifts) for one in looked.problems))
            shifts = (*mended.shifts, *looked.shifts)
            mended = Mended(looked.text, _without_echoes(problems), shifts, looked.partial)
            grown = build(path, mended.text)
    if len(mended.problems) >= MOST_TOLD:
        return None, mended
    grown, mended = _without_troubles(path, grown, mended, build)
    if not isinstance(grown, Growth):
        problems = (grown,) if isinstance(grown, Problem) else ()
        return None, replace(mended, problems=(*mended.problems, *problems))
    faults = [_as_typed(fault, mended.shifts) for fault in grown.faults]
    if mended.shifts and grown.root is not None:
        grown.root = _retyped(grown.root, mended.shifts)
    return grown, replace(mended, problems=(*mended.problems, *faults))


def _without_echoes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A line that begins with a tab or a wide space is out of line for that reason: told once is enough."""
    causes = {one.where.line for one in problems if one.mistake in (mistakes.TABULATOR, mistakes.WIDE_SPACE)}
    return tuple(
        one for one in problems if one.mistake is not mistakes.INDENTATION or one.where.line not in causes
    )


def _strange(grown: Growth) -> bool:
    return grown.doubtful or not isinstance(grown.root, Mapping)


def _without_troubles(
    path: str, grown: Growth | Trouble | Problem, mended: Mended, build: Build
) -> tuple[Growth | Trouble | Problem, Mended]:
    if not isinstance(grown, Trouble):
        return grown, mended
    lines = mended.text.split("\n")
    problems = list(mended.problems)
    gone = (-1, -1)
    for _ in range(MOST_TROUBLES if len(mended.text) < LARGE else 3):
        if not isinstance(grown, Trouble):
            break
        problem = _as_typed(_inside(complaint(path, grown), lines), mended.shifts)
        number = _filled(lines, problem.where.line - 1)
        if gone[0] <= number <= gone[1]:
            number = around(lines, gone[0])
        elif problem.where.line not in {one.where.line for one in problems}:
            problems.append(problem)
        gone = leave_out(lines, number)
        grown = build(path, "\n".join(lines))
    return grown, replace(mended, text="\n".join(lines), problems=tuple(problems))


def _inside(problem: Problem, lines: list[str]) -> Problem:
    """The problem at the end of the last line that says something, where the parser puts it behind the file."""
    where = problem.where
    if where.line <= len(lines):
        return problem
    number = _filled(lines, len(lines))
    return replace(problem, where=Location(where.path, number + 1, len(lines[number]) + 1))


def _filled(lines: list[str], number: int) -> int:
    """The line of that number, or the last above it that says something."""
    number = min(number, len(lines) - 1)
    while number > 0 and not lines[number].strip():
        number -= 1
    return number


def _as_typed(problem: Problem, rounds: tuple[Shifts, ...]) -> Problem:
    where = problem.where
    column = typed(rounds, where.line - 1, where.column - 1) + 1
    return (
        replace(problem, where=Location(where.path, where.line, column))
        if column != where.column
        else problem
    )


def _retyped(node: Node, rounds: tuple[Shifts, ...]) -> Node:
    """The tree with every column as it was typed."""
    column = typed(rounds, node.line - 1, node.column - 1) + 1
    if isinstance(node, Scalar):
        return Scalar(node.text, node.line, column, node.style, node.lines) if column != node.column else node
    if isinstance(node, Sequence):
        return Sequence(tuple(_retyped(item, rounds) for item in node.items), node.line, column)
    pairs = []
    for key, value in node.pairs:
        name = _retyped(key, rounds)
        assert isinstance(name, Scalar)  # for the type checker only
        pairs.append((name, _retyped(value, rounds)))
    return Mapping(tuple(pairs), node.line, column)
