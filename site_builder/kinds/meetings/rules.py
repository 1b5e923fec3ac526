"""What must hold of a meeting for its resolutions to count."""

from collections.abc import Iterator

from site_builder.kinds.meetings.record import Meeting
from site_builder.mistakes.sums import PRODUCT
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

TOO_MANY = Mistake("MTG-01")
NO_QUORUM = Mistake("MTG-02")
NOT_CARRIED = Mistake("MTG-03")


def identities(entry: Entry[Meeting], _corpus: Corpus) -> Iterator[Identity]:
    """Who came and who did not are together those who were expected."""
    meeting = entry.record
    if meeting.expected is not None and meeting.absent is not None:
        claim = Words("到会 + 缺席", "present + absent")
        yield Identity(("expected",), claim, meeting.expected, meeting.present + meeting.absent, PRODUCT)


def numbers_fit(entry: Entry[Meeting], _corpus: Corpus) -> Iterator[Finding]:
    """No more came than were expected, and no more voted than came."""
    meeting = entry.record
    if meeting.expected is not None and meeting.present > meeting.expected:
        values = {"what": Words("到会", "present"), "found": meeting.present, "most": meeting.expected}
        yield Finding(("present",), TOO_MANY, values)
    for index, one in enumerate(meeting.resolutions):
        votes = (one.votes_for or 0) + one.votes_against + one.abstentions
        if votes > meeting.present:
            values = {"what": Words("表决", "votes"), "found": votes, "most": meeting.present}
            yield Finding(("resolutions", index, "votes_for"), TOO_MANY, values)


def enough_came(entry: Entry[Meeting], corpus: Corpus) -> Iterator[Finding]:
    """A meeting that decides has the share of its members that the place asks."""
    meeting, share = entry.record, corpus.profile.number("meeting.quorum")
    if share is None or meeting.expected is None or not meeting.resolutions:
        return
    if 100 * meeting.present < share * meeting.expected:
        values = {"present": meeting.present, "expected": meeting.expected, "share": share}
        yield Finding(("present",), NO_QUORUM, values)


def resolutions_were_carried(entry: Entry[Meeting], _corpus: Corpus) -> Iterator[Finding]:
    """What is listed as a resolution had more votes for than against it."""
    for index, one in enumerate(entry.record.resolutions):
        if one.votes_for is not None and one.votes_for <= one.votes_against:
            values = {"yes": one.votes_for, "no": one.votes_against}
            yield Finding(("resolutions", index, "votes_for"), NOT_CARRIED, values)


RULES = (
    Rule(TOO_MANY, "meetings", numbers_fit),
    Rule(NO_QUORUM, "meetings", enough_came),
    Rule(NOT_CARRIED, "meetings", resolutions_were_carried),
)
