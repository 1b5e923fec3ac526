"""The titles behind the references of records, so that pages can name what they lead to without looking it up."""

from collections.abc import Iterable
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Kind

Titles = dict[str, tuple[str, str]]
"""Title and English title by name; a part stands under the name of its record, ``#`` and its id."""


def titles_of(entry: Entry[Any], corpus: Corpus) -> Titles:
    """The titles of everything that a record refers to."""
    names: Titles = {}
    for reference in entry.references:
        target = corpus.find(reference.kind, reference.id)
        if target is None:
            continue
        record = target.record
        names[target.name] = (record.title, record.title_en or record.title)
        if reference.part:
            parts = getattr(record, reference.parts, ())
            part = next((one for one in parts if getattr(one, "id", "") == reference.part), None)
            if part is not None:
                title = str(getattr(part, "title", None) or getattr(part, "text", reference.part))
                english = str(getattr(part, "title_en", None) or getattr(part, "text_en", None) or title)
                names[f"{target.name}#{reference.part}"] = (title, english)
    return names


def titles_in(entries: Iterable[Entry[Any]], kind: Kind[Any], corpus: Corpus) -> Titles:
    """The titles behind the references that stand in the columns of a list."""
    shown = {name.split(".")[0] for name in kind.columns}
    names: Titles = {}
    for entry in entries:
        if any(reference.trail[0] in shown for reference in entry.references):
            names |= titles_of(entry, corpus)
    return names
