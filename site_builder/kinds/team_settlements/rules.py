"""What must hold of a team's settlement beyond its figures."""

from collections.abc import Iterator

from site_builder.kinds.team_settlements.record import TeamSettlement
from site_builder.mistakes.periods import due_on
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_SETTLED = Mistake("TEA-01")


def settled_soon(entry: Entry[TeamSettlement], corpus: Corpus) -> Iterator[Finding]:
    """The account is shown to all members some days after the end."""
    record = entry.record
    due = due_on(corpus, "team.settled-within", record.ends_on)
    shown = record.published_on
    if due is None or (shown or corpus.today) <= due:
        return
    fault = (
        Words(f"{shown} 才公布", f"was shown on {shown}")
        if shown
        else Words("还没有公布", "is not shown yet")
    )
    field = "published_on" if shown else "ends_on"
    yield Finding((field,), NOT_SETTLED, {"ended": record.ends_on, "due": due, "fault": fault})


RULES = (Rule(NOT_SETTLED, "team-settlements", settled_soon),)
