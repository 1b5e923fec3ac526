"""What the disclosure catalogue covers bears what lets people find it, ask about it and check it."""

from collections.abc import Iterator
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import EVERY, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.record import Audience

BARE = Mistake("PUB-09")


def metadata_is_there(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """A public record of a kind in the catalogue has the fields that the profile asks of its kind."""
    if entry.record.audience is not Audience.PUBLIC:
        return
    for name in corpus.once(_asked).get(entry.kind, ()):
        if not getattr(entry.record, name, True):
            yield Finding((name,), BARE, {"field": label(type(entry.record), name), "name": name})


def _asked(corpus: Corpus) -> dict[str, list[str]]:
    """The fields asked of each kind that the catalogue covers."""
    covered = {item.record.record_kind for item in corpus.of("catalogue")}
    found: dict[str, list[str]] = {}
    for written in corpus.profile.words("page.metadata"):
        kind, _, name = written.partition(".")
        if kind in covered:
            found.setdefault(kind, []).append(name)
    return found


RULE = Rule(BARE, EVERY, metadata_is_there)
