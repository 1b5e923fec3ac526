"""What is linked as a rule of the school is not one that another has replaced."""

from collections.abc import Iterator
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import EVERY, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.record import Prose
from site_builder.model.words import Words

SUPERSEDED = Mistake("DOC-06")


def linked_policies_hold(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """No text links a rule that was superseded, save that of the rule that replaced it."""
    body = entry.record.body
    for link in body.links if isinstance(body, Prose) else ():
        kind, _, id = link.partition("#")[0].strip("/").partition("/")
        old = corpus.find(kind, id) if kind == "policies" else None
        new = next((one for one in corpus.naming("policies", id) if one.kind == "policies"), None)
        if old is None or new is None or new.name == entry.name:
            continue
        values = {
            "title": old.record.title,
            "state": Words(f"由“{new.record.title}”代替", f"superseded by “{new.record.title}”"),
            "fault": Words("这里还链接着它", "yet it is linked here"),
            "remedy": Words(f"改为链接 /policies/{new.id}/", f"link /policies/{new.id}/ instead"),
        }
        yield Finding(("body",), SUPERSEDED, values)


RULE = Rule(SUPERSEDED, EVERY, linked_policies_hold)
