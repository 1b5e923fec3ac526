"""What must hold of a promise."""

from collections.abc import Iterator

from site_builder.kinds.promises.record import Promise, Service
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

INCOMPLETE = Mistake("SRV-01")

_NEEDED = {
    "owner": "general-affairs#repair-lead",
    "response": "24h",
    "completion": "3wd",
    "channel": "电话 0571-88880000",
    "complaint_channel": "总务处办公室",
}


def promises_are_complete(entry: Entry[Promise], _corpus: Corpus) -> Iterator[Finding]:
    """Each service says who answers for it, how soon it is answered and done, where to ask and where to complain."""
    for index, one in enumerate(entry.record.services):
        for field, example in _NEEDED.items():
            if getattr(one, field) is None:
                what, suggestion = label(Service, field), f"{field}: {example}"
                values = {"service": one.title, "what": what, "suggestion": suggestion}
                yield Finding(("services", index, "id"), INCOMPLETE, values)


RULES = (Rule(INCOMPLETE, "promises", promises_are_complete),)
