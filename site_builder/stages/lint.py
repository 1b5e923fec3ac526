"""Slips of the keyboard that YAML would misread; each is told, then mended in memory so that reading can go on."""

import re

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Mistake, Problem

_FULL_WIDTH = re.compile(r"^( *(?:- +)*)([A-Za-z_]\w*)：[ \u3000]*(.*)$", re.MULTILINE)
_NO_SPACE = re.compile(r"^( *(?:- +)*)([a-z_][a-z0-9_]*):(?![\s:]|//)(.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^( *(?:- +)*(?:([A-Za-z_]\w*): +)?)([^\"'|>\[{#\s][^\n]*?) +(#[^\s#][^\n]*)$", re.MULTILINE)
_BLOCK = re.compile(r"^( *)(?:- +)*(?:[^\s#'\"][^\n]*: +|- +)?[|>][-+0-9]*[ ]*(?:#[^\n]*)?$")


def lint(path: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with tabs, full-width colons and missing spaces mended, and a problem for each of them."""
    if not ("\t" in text or _FULL_WIDTH.search(text) or _NO_SPACE.search(text) or _COMMENT.search(text)):
        return text, ()
    lines = text.split("\n")
    inside = _inside_blocks(lines)
    problems: list[Problem] = []
    for number, line in enumerate(lines):
        for mistake, column, key, corrected in _slips(line, number in inside):
            values = {"key": key, "corrected": corrected.strip(), "found": line[column - 1 :]}
            problems.append(Problem(Location(path, number + 1, column), mistake, values))
            lines[number] = corrected
    return "\n".join(lines), tuple(problems)


def _slips(line: str, inside_block: bool) -> list[tuple[Mistake, int, str, str]]:
    """The slips of one line: which, at what column, after what key, and the line as it should be."""
    slips = []
    if "\t" in line:
        corrected = line.replace("\t", "  ")
        slips.append((mistakes.TABULATOR, line.index("\t") + 1, "", corrected))
        line = corrected
    if not inside_block and (match := _FULL_WIDTH.match(line)):
        line = f"{match[1]}{match[2]}: {match[3]}"
        slips.append((mistakes.FULL_WIDTH_COLON, match.end(2) + 1, match[2], line))
    if not inside_block and (match := _NO_SPACE.match(line)):
        line = f"{match[1]}{match[2]}: {match[3]}"
        slips.append((mistakes.NO_SPACE, match.end(2) + 1, match[2], line))
    if not inside_block and not line.lstrip().startswith("#") and (match := _COMMENT.match(line)):
        line = f'{match[1]}"{match[3]} {match[4]}"'
        slips.append((mistakes.HIDDEN_COMMENT, match.start(4) + 1, match[2] or "", line))
    return slips


def _inside_blocks(lines: list[str]) -> frozenset[int]:
    """Numbers of the lines that belong to a long text under ``|`` or ``>``: nothing in them is YAML."""
    inside: set[int] = set()
    indent: int | None = None
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if indent is not None and (not line.strip() or depth > indent):
            inside.add(number)
            continue
        match = _BLOCK.match(line.replace("：", ": "))
        indent = len(match[1]) if match else None
    return frozenset(inside)
