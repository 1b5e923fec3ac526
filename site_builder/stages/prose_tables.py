"""Tells what is a table and takes its rows apart."""

import re

_SEPARATOR = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
_BAR = re.compile(r"(?<!\\)\|")


def starts_table(row: str, below: str) -> bool:
    """Whether `row` is the header of a table, told by the line of dashes `below` it."""
    return "|" in row and "|" in below and _SEPARATOR.match(below) is not None


def is_row(line: str) -> bool:
    """Whether `line` goes on with a table: it has a bar that is not hidden behind a backslash."""
    return _BAR.search(line) is not None


def cells_of(row: str) -> list[str]:
    """The cells of a row as typed; a bar with a backslash before it belongs to the cell."""
    row = row.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip() for cell in _BAR.split(row)]


def sides_of(separator: str) -> list[str]:
    """The class of each column, from the colons in the line below the header; left is no class."""
    return [
        ("center" if dashes.startswith(":") else "right") if dashes.endswith(":") else ""
        for dashes in cells_of(separator)
    ]
