"""From bytes to text: the encoding, the characters and the size that every later step may rely on."""

import re
from itertools import islice

from site_builder.mistakes import files
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Source
from site_builder.stages.encoding import decoded
from site_builder.stages.limits import LARGEST, LARGEST_TABLE, LONGEST_LINE
from site_builder.stages.signs import FORBIDDEN, HOLE, invisible, is_clean

MOST_SIGNS = 20
"""Forbidden characters, long lines or conflicts told for one file; one with more is no text at all."""

_BREAKS = re.compile("[\r\x85\u2028\u2029][^\n]*")
_LFS = "version https://git-lfs"
_MARKER = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?= |$)", re.MULTILINE)


def read(source: Source) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with ``\\n`` line ends and without a byte order mark, and what is wrong with it.

    With problems the text still stands line for line where it stood, for finding what else is wrong: a forbidden
    character has become a HOLE, of a conflict only the first side is left. It is None when nothing can be read.
    """
    limit = LARGEST_TABLE if source.path.endswith(".csv") else LARGEST
    if len(source.content) > limit:
        return None, (Problem(Location(source.path), files.TOO_LARGE, {"limit": f"{limit / 1e6:.0f} MB"}),)
    text, problem = decoded(source)
    if text is None or problem is not None:
        return None, (problem,) if problem else ()
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if text.startswith(_LFS):
        return None, (Problem(Location(source.path), files.LFS_POINTER),)
    if len(text) > LONGEST_LINE and (long := _long_lines(source.path, text)):
        return None, long
    text, conflicts = _without_conflicts(source.path, text)
    if text is None or is_clean(text):
        return text, conflicts
    return _without_forbidden(source.path, text, conflicts)


def _without_forbidden(
    path: str, text: str, before: tuple[Problem, ...]
) -> tuple[str | None, tuple[Problem, ...]]:
    found = tuple(
        Problem(_at(path, text, match.start()), files.FORBIDDEN_CHARACTER, invisible(match[0]))
        for match in islice(FORBIDDEN.finditer(text), MOST_SIGNS + 1)
    )
    problems = (*before, *found[:MOST_SIGNS])
    if len(found) > MOST_SIGNS:
        return None, problems
    # What stands behind a hidden line end would be read as a line of its own, or as part of this one: neither is right.
    return FORBIDDEN.sub(HOLE, _BREAKS.sub(HOLE, text)), problems


def _long_lines(path: str, text: str) -> tuple[Problem, ...]:
    long = (
        Problem(Location(path, number), files.LONG_LINE, {"found": len(line), "limit": LONGEST_LINE})
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > LONGEST_LINE
    )
    return tuple(islice(long, MOST_SIGNS))


def _without_conflicts(path: str, text: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text with only the first side of each conflict; in a page a row of ``=`` alone is none."""
    signs = (
        {match[0][0] for match in _MARKER.finditer(text)}
        if "\n=======" in text or "<<<<<<<" in text
        else set()
    )
    if not signs or (signs == {"="} and path.endswith(".md")):
        return text, ()
    lines = text.split("\n")
    problems: list[Problem] = []
    side = ""
    for number, line in enumerate(lines):
        if _MARKER.match(line):
            if line[0] == "<" or not side:
                problems.append(Problem(Location(path, number + 1), files.CONFLICT_MARKER, {"found": line}))
            side = "" if line[0] == ">" else line[0]
            lines[number] = ""
        elif side in ("|", "="):
            lines[number] = ""
        if len(problems) >= MOST_SIGNS:
            return None, tuple(problems)
    return "\n".join(lines), tuple(problems)


def _at(path: str, text: str, index: int) -> Location:
    return Location(path, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)
