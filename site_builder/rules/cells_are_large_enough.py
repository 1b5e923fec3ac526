"""A table about a delicate matter has no cell in which somebody can be told."""

from collections.abc import Iterator

from site_builder.kinds.registers.column import Column
from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.lexicon import words
from site_builder.model.problem import Finding, Mistake
from site_builder.model.record import Audience
from site_builder.model.words import Words

TOO_SMALL = Mistake("PRV-06")


def nobody_can_be_told(entry: Entry[Register], corpus: Corpus) -> Iterator[Finding]:
    """A number of persons is nought or as large as the profile asks, where a title speaks of aid, illness and such."""
    smallest, record = corpus.profile.least("cell.smallest"), entry.record
    for column in record.columns:
        if not _is_delicate(record, column) or column.audience is not Audience.PUBLIC:
            continue
        for place, row in enumerate(record.rows):
            cell = row.get(column.name, "")
            if cell.isascii() and cell.isdigit() and 0 < int(cell) < smallest:
                fault = Words(f"人：一格不到 {smallest} 人", f"in a cell: fewer than {smallest}")
                yield Finding(("rows", place, column.name), TOO_SMALL, {"found": cell, "fault": fault})


def _is_delicate(record: Register, column: Column) -> bool:
    counts = column.unit in ("人", "名") or "人数" in column.title
    title = record.title + column.title
    return counts and record.audience is Audience.PUBLIC and any(word in title for word in words("delicate"))


RULE = Rule(TOO_SMALL, "registers", nobody_can_be_told)
