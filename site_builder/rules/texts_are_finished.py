"""No text has holes, speaks of what is not there, or counts wrong."""

from collections.abc import Iterable, Iterator
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import EVERY, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.spot import HOLES
from site_builder.model.words import Words

HOLE = Mistake("PLN-01")
MISCOUNTED = Mistake("PLN-03")
STRUCTURE = Mistake("PLN-04")
NOT_ATTACHED = Mistake("DOC-01")
ODD_SIGN = Mistake("DOC-07")

_FAULTS = {
    "empty": Words("是标题，下面没有内容", "is a heading with nothing below it"),
    "gap": Words("的序号不连续，应是第 {more}", "is out of order: number {more} comes next"),
    "single": Words("是只有一条的编号列表", "is a numbered list of one"),
    "two": Words(
        "一行里有两个序号，第 {more} 条要另起一行",
        "has two numbers on one line; {more} begins a new one",
    ),
}


def nothing_is_left_open(entry: Entry[Any], corpus: Corpus) -> Iterable[Finding]:
    """What stands for something yet to be filled in has been filled in."""
    placeholders = corpus.profile.words("plan.placeholders")
    if not placeholders or entry.kind == "profile":  # which lists them
        return
    if others := tuple(one for one in placeholders if one not in HOLES):
        yield from _own_words(entry, others)
    for spot in entry.spots:
        if spot.code == "PLN-01" and (spot.sort or spot.found in placeholders):
            yield Finding(spot.trail, HOLE, {"found": spot.found}, words=spot.found)


def _own_words(entry: Entry[Any], words: tuple[str, ...]) -> Iterator[Finding]:
    """Those that a place has added: looked for in titles and texts."""
    body = entry.record.body.text if entry.record.body else ""
    for trail, text in ((("title",), entry.record.title), (("body",), body)):
        for word in words:
            if word in text:
                yield Finding(trail, HOLE, {"found": word}, words=word)


def lists_count_right(entry: Entry[Any], _corpus: Corpus) -> Iterable[Finding]:
    """A text that says how many points follow has as many."""
    for spot in entry.spots:
        if spot.code == "PLN-03":
            values = {"label": spot.found, "declared": spot.sort, "listed": spot.more}
            yield Finding(spot.trail, MISCOUNTED, values, words=spot.found)


def texts_are_in_order(entry: Entry[Any], _corpus: Corpus) -> Iterable[Finding]:
    """Headings have text below them, numbers go on, a list has more than one item."""
    for spot in entry.spots:
        if spot.code == "PLN-04":
            fault = _FAULTS[spot.sort].fill(more=spot.more)
            yield Finding(spot.trail, STRUCTURE, {"found": spot.found, "fault": fault}, words=spot.found)


def attachments_are_there(entry: Entry[Any], _corpus: Corpus) -> Iterable[Finding]:
    """A text speaks of no attachment that the record has not got."""
    for spot in entry.spots:
        if spot.code == "DOC-01":
            what = Words(f"附件；本记录有 {spot.more} 个", f"attachment; the record has {spot.more}")
            suggestion = "attachments: [{file: …, title: " + spot.found + " …}]"
            values = {"found": spot.found, "what": what, "suggestion": suggestion}
            yield Finding(spot.trail, NOT_ATTACHED, values, words=spot.found)


def signs_are_usual(entry: Entry[Any], _corpus: Corpus) -> Iterable[Finding]:
    """Characters and punctuation are those that everybody else uses."""
    for spot in entry.spots:
        if spot.code == "DOC-07":
            yield Finding(
                spot.trail, ODD_SIGN, {"found": spot.found, "suggestion": spot.more}, words=spot.found
            )


RULE = (
    Rule(HOLE, EVERY, nothing_is_left_open),
    Rule(MISCOUNTED, EVERY, lists_count_right),
    Rule(STRUCTURE, EVERY, texts_are_in_order),
    Rule(NOT_ATTACHED, EVERY, attachments_are_there),
    Rule(ODD_SIGN, EVERY, signs_are_usual),
)
