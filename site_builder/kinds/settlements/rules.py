"""What must hold of a settlement."""

from collections.abc import Iterator

from site_builder.kinds.settlements.figures import equal_share, heads, spent, total
from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.sums import TOTAL
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

NOT_SETTLED = Mistake(
    code="FEE-06",
    message=Words(
        "收 {received}，支 {spent}，退 {refunded}，还差 {left}；应退 {due}",
        "{received} received, {spent} spent and {refunded} refunded leave {left}; {due} should be refunded",
    ),
    hint=Words(
        "应退 = 每人 {per_head} × {heads} 人；每人退的不一样多时写 uneven: true。",
        "the refund is {per_head} for each of {heads}; where pupils get different amounts, write uneven: true.",
    ),
    why=Words(
        "代收的钱据实结算，多收的全部退还，不能多退也不能留下。",
        "collected money is settled at cost: what is over goes back in full, no more and no less.",
    ),
    wrong="payers: 842\nreceived: 15156.00\nspent: [{what: 作业本, quantity: 842, price: 16.50}]\nrefunded: 1236.00",
    right="payers: 842\nreceived: 15156.00\nspent: [{what: 作业本, quantity: 842, price: 16.50}]\nrefunded: 1263.00",
    basis="教财〔2020〕5号",
)
CLASSES_DIFFER = Mistake(
    code="FEE-10",
    message=Words(
        "各班{what}合计 {sum}，全校是 {whole}", "the classes come to {sum} {what}, the school to {whole}"
    ),
    hint=Words(
        "逐班核对，找出差的 {difference}。", "check class by class for the {difference} that is missing."
    ),
    why=Words(
        "分班清单是家长核对的依据，必须和全校数一致。",
        "guardians check the class lists; they have to agree with the school's total.",
    ),
    wrong="heads: 90\nclass_lists:\n  - {class_name: 一（1）班, heads: 44, refund: 176.00}",
    right="heads: 44\nclass_lists:\n  - {class_name: 一（1）班, heads: 44, refund: 176.00}",
)
TOO_MANY_HEADS = Mistake(
    code="FEE-15",
    message=Words(
        "退费 {heads} 人，多于{whole} {most} 人", "{heads} get money back, more than the {most} {whole}"
    ),
    hint=Words("核对人数。", "check the numbers."),
    why=Words("没有交费的人不能退费。", "nobody gets back what was not paid."),
    wrong="payers: 80\nheads: 90",
    right="payers: 90\nheads: 80",
)
RETURNED_EARLY = Mistake(
    code="FEE-16",
    message=Words(
        "{published} 公布清单，{returned} 才退还；清单公布应在退还之前",
        "the list was published {published}, after the money went back on {returned}",
    ),
    hint=Words("先公布结算清单，再退还。", "publish the list before the money goes back."),
    why=Words(
        "家长要先看到清单，才知道退得对不对。", "guardians need the list to know whether the refund is right."
    ),
    wrong="published_on: 2026-07-20\nreturned_on: 2026-07-10",
    right="published_on: 2026-07-08\nreturned_on: 2026-07-10",
    severity=Severity.WARNING,
)


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
