"""What must hold of a team."""

from collections.abc import Iterator

from site_builder.kinds.teams.record import Team
from site_builder.mistakes.periods import due_on
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_SETTLED = Mistake("TEA-01")
SAME_OR_UNNAMED = Mistake("TEA-04")


def both_sides_are_named(entry: Entry[Team], _corpus: Corpus) -> Iterator[Finding]:
    """The institution that sends and the one that receives are both named, and differ."""
    record = entry.record
    for field in ("sending", "host"):
        if getattr(record, field) is None:
            name = label(Team, field)
            yield Finding(
                ("title",), SAME_OR_UNNAMED, {"fault": Words(f"没有写{name.zh}", f"lacks “{name.en}”")}
            )
    if record.sending is not None and record.sending == record.host:
        fault = Words("派出单位和接收单位相同", "is sent and received by one and the same")
        yield Finding(("host",), SAME_OR_UNNAMED, {"fault": fault})


def teams_are_settled(entry: Entry[Team], corpus: Corpus) -> Iterator[Finding]:
    """Some days after its end a team has a settlement."""
    ended = entry.record.ends_on
    due = due_on(corpus, "team.settled-within", ended)
    settled = any(one.kind == "team-settlements" for one in corpus.naming("teams", entry.id))
    if due is not None and corpus.today > due and not settled:
        fault = Words("还没有结算", "is not settled yet")
        yield Finding(("ends_on",), NOT_SETTLED, {"ended": ended, "due": due, "fault": fault})


RULES = (Rule(SAME_OR_UNNAMED, "teams", both_sides_are_named), Rule(NOT_SETTLED, "teams", teams_are_settled))
