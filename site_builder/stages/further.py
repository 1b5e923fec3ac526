"""What some kinds have beside the page of a record and the list: a page for each line, a table above the list."""

from collections.abc import Iterator
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Catalogue
from site_builder.render.frame import SpecialInputs
from site_builder.stages.budget_lines import line_pages
from site_builder.stages.fee_changes import fee_changes
from site_builder.stages.sift import Row, sieves


def pages_below(
    entry: Entry[Any], figures: Any, corpus: Corpus, catalogue: Catalogue
) -> Iterator[SpecialInputs]:
    """The pages that stand in the folder of a record."""
    if entry.kind == "budgets":
        yield from line_pages(entry, figures, corpus, catalogue)


def above_list(kind: str, rows: tuple[Row, ...], corpus: Corpus) -> Any:
    """What stands above the table of a list; None for most."""
    return fee_changes(corpus) if kind == "fees" else sieves(kind, rows) or None
