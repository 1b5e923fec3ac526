"""The records that name another, ready to be shown on its page."""

from collections.abc import Callable
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Related
from site_builder.model.words import Words


def named_by(**titles: Words) -> Callable[[Entry[Any], Corpus], tuple[Related, ...]]:
    """For `Kind.related`: the records of these kinds that refer to this one, a group for each kind."""

    def related(entry: Entry[Any], corpus: Corpus) -> tuple[Related, ...]:
        naming = corpus.naming(entry.kind, entry.id)
        groups = ((title, tuple(one for one in naming if one.kind == kind)) for kind, title in titles.items())
        return tuple(Related(title, found) for title, found in groups if found)

    return related
