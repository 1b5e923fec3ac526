"""What must hold of a settlement."""

from collections.abc import Iterator

from site_builder.kinds.settlements.figures import equal_share, heads, spent, total
from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.sums import TOTAL
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_SETTLED = Mistake("FEE-06")
CLASSES_DIFFER = Mistake("FEE-10")
TOO_MANY_HEADS = Mistake("FEE-15")
RETURNED_EARLY = Mistake("FEE-16")


def totals_are_the_sums(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Finding]:
    """A total that was typed is the sum of what it covers."""
    record = entry.record
    refunded = total(line.refunded for line in record.lines)
    if record.stated_refund is not None and record.stated_refund != refunded:
        yield Finding(("stated_refund",), TOTAL, {"stated": record.stated_refund, "sum": refunded})
    for index, line in enumerate(record.lines):
        if line.stated_spent is not None and line.stated_spent != spent(line):
            values = {"stated": line.stated_spent, "sum": spent(line)}
            yield Finding(("lines", index, "stated_spent"), TOTAL, values)


def everything_is_returned(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Finding]:
    """What is left goes back: equal shares in whole fen, or everything where pupils get different amounts."""
    for index, line in enumerate(entry.record.lines):
        left = line.received - spent(line)
        due = left if line.uneven else equal_share(line) * heads(line)
        if line.refunded != due:
            values = {
                "received": line.received,
                "spent": spent(line),
                "refunded": line.refunded,
                "left": left - line.refunded,
                "due": due,
                "per_head": equal_share(line),
                "heads": heads(line),
            }
            yield Finding(("lines", index, "refunded"), NOT_SETTLED, values)


def classes_make_the_school(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Finding]:
    """The class lists add up to the school, in heads and in money."""
    record = entry.record
    if not record.class_lists:
        return
    for field, summed, whole, what in (
        ("heads", sum(one.heads for one in record.class_lists), record.heads, Words("人数", "pupils")),
        (
            "refund",
            total(one.refund for one in record.class_lists),
            total(line.refunded for line in record.lines),
            Words("退费", "yuan"),
        ),
    ):
        if summed != whole:
            values = {"what": what, "sum": summed, "whole": whole, "difference": abs(whole - summed)}
            yield Finding(("class_lists",) if field == "refund" else ("heads",), CLASSES_DIFFER, values)


def only_payers_get_back(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Finding]:
    """No line refunds more heads than paid, and none more than the school counts."""
    for index, line in enumerate(entry.record.lines):
        for most, whole in (
            (line.payers, Words("交费", "payers")),
            (entry.record.heads, Words("全校", "of the school")),
        ):
            if heads(line) > most:
                field = "payers" if line.heads is None else "heads"
                values = {"heads": heads(line), "most": most, "whole": whole}
                yield Finding(("lines", index, field), TOO_MANY_HEADS, values)
                break


def shown_before_returned(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Finding]:
    """The list is public before the money goes back."""
    published, returned = entry.record.published_on, entry.record.returned_on
    if published is not None and returned is not None and published > returned:
        yield Finding(("published_on",), RETURNED_EARLY, {"published": published, "returned": returned})


RULES = (
    Rule(TOTAL, "settlements", totals_are_the_sums),
    Rule(NOT_SETTLED, "settlements", everything_is_returned),
    Rule(CLASSES_DIFFER, "settlements", classes_make_the_school),
    Rule(TOO_MANY_HEADS, "settlements", only_payers_get_back),
    Rule(RETURNED_EARLY, "settlements", shown_before_returned),
)
