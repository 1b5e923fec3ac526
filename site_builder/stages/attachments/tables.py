"""What the words and tables of a file give away, whatever the file is."""

import csv
import io
from collections.abc import Iterable, Iterator, Set

from site_builder.model.private_numbers import PERHAPS, hidden, private_numbers
from site_builder.stages.attachments.leak import Leak
from site_builder.stages.spots_personal import heading

LARGEST = 8_000_000
"""Characters of a text that are looked through."""
MOST = 5
"""Leaks of one code that are told of a file."""
_HEADINGS = 5
"""Rows among which the titles of the columns are looked for: the first ones may be a title of the whole."""


def text_leaks(lines: Iterable[str], official: Set[str]) -> Iterator[Leak]:
    """Numbers of persons in lines of text; those in `official` are the institution's."""
    told: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not any(pattern.search(line) for pattern in PERHAPS):
            continue
        for found in private_numbers(line):
            told[found.code] = told.get(found.code, 0) + (found.digits[-11:] not in official)
            if found.digits[-11:] not in official and told[found.code] <= MOST:
                yield Leak(found.code, hidden(line)[found.start : found.end][:24], number)


def table_leaks(rows: list[list[str]]) -> Iterator[Leak]:
    """Columns whose titles say that they tell of persons, where they have been filled in."""
    for at, row in enumerate(rows[:_HEADINGS]):
        for column, title in enumerate(row):
            noticed = heading(title)
            if noticed is None:
                continue
            if any(column < len(below) and below[column].strip() for below in rows[at + 1 :]):
                yield Leak(noticed.code, noticed.found, at + 1)


def csv_leaks(content: bytes, official: Set[str]) -> Iterator[Leak]:
    """What a table of comma-separated values, or any other text, gives away."""
    text = _decoded(content)
    if len(text) > LARGEST:
        yield Leak("large")
    text = text[:LARGEST]
    yield from text_leaks(text.splitlines(), official)
    try:
        yield from table_leaks(list(csv.reader(io.StringIO(text, newline=""))))
    except csv.Error:
        yield Leak("broken")


def _decoded(content: bytes) -> str:
    """Text as Excel writes it in Chinese offices, if it is not in UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")
