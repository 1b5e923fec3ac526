"""What must hold of a settlement."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.settlements.figures import NOTHING, equal_share, heads, spent, total
from site_builder.kinds.settlements.record import Settlement
from site_builder.mistakes.periods import late
from site_builder.mistakes.sums import PRODUCT, TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.told import Severity
from site_builder.model.words import Words

NOT_SETTLED = Mistake("FEE-06")
CLASSES_DIFFER = Mistake("FEE-10")
TOO_MANY_HEADS = Mistake("FEE-15")
RETURNED_EARLY = Mistake("FEE-16")
NOT_RETURNED = Mistake("FEE-12")


def identities(entry: Entry[Settlement], _corpus: Corpus) -> Iterator[Identity]:
    """Totals are sums, what is left goes back, the classes make the school."""
    yield from _totals(entry.record)
    yield from _asked(entry.record)
    yield from _returned(entry.record)
    yield from _classes(entry.record)


def _totals(record: Settlement) -> Iterator[Identity]:
    refunded = total(line.refunded for line in record.lines)
    invoices = sum(one.invoices or 0 for line in record.lines for one in line.spent)
    typed: tuple[tuple[Trail, Decimal | int | None, Decimal | int], ...] = (
        (("stated_refund",), record.stated_refund, refunded),
        (("stated_invoices",), record.stated_invoices, invoices),
        *(
            (("lines", index, "stated_spent"), line.stated_spent, spent(line))
            for index, line in enumerate(record.lines)
        ),
    )
    for trail, stated, computed in typed:
        if stated is not None:
            claim = Words("合计 = 各项之和", "total = sum of its items")
            yield Identity(trail, claim, stated, computed, TOTAL, {"sum": computed})


def _asked(record: Settlement) -> Iterator[Identity]:
    claim = Words("交费 + 减免", "payers + exempt")
    for index, line in enumerate(record.lines):
        if line.asked is not None:
            yield Identity(("lines", index, "asked"), claim, line.asked, line.payers + line.exempt, PRODUCT)


def _returned(record: Settlement) -> Iterator[Identity]:
    """Equal shares in whole fen, or everything where pupils get different amounts."""
    claim = Words("退费 = 收入 − 支出", "refunded = received − spent")
    for index, line in enumerate(record.lines):
        left = line.received - spent(line)
        due = equal_share(line) * heads(line) if heads(line) and not line.uneven else left
        values = {
            "received": line.received,
            "spent": spent(line),
            "refunded": line.refunded,
            "left": left - line.refunded,
            "due": due,
            "per_head": equal_share(line),
            "heads": heads(line),
        }
        yield Identity(("lines", index, "refunded"), claim, line.refunded, due, NOT_SETTLED, values)


def _classes(record: Settlement) -> Iterator[Identity]:
    if not record.class_lists:
        return
    summed = sum(one.heads for one in record.class_lists)
    money = total(one.refund for one in record.class_lists)
    whole, wrong = total(line.refunded for line in record.lines), _wrong_class(record)
    for trail, what, classes, school in (
        ("heads", Words("人数", "pupils"), summed, record.heads),
        ("class_lists", Words("退费", "yuan"), money, whole),
    ):
        claim = Words("各班之和 = 全校", "classes = school")
        values = {
            "what": what,
            "sum": classes,
            "whole": school,
            "of_class": wrong if trail != "heads" else "",
        }
        yield Identity((trail,), claim, classes, school, CLASSES_DIFFER, values)


def _wrong_class(record: Settlement) -> Words | str:
    """The first class that is given another sum than its heads times the equal share, where all get back the same."""
    if any(line.uneven or heads(line) != record.heads for line in record.lines):
        return ""
    share = total(equal_share(line) for line in record.lines)
    wrong = next((one for one in record.class_lists if one.refund != one.heads * share), None)
    if wrong is None:
        return ""
    product, written = f"{wrong.heads} × {share} = {wrong.heads * share}", wrong.refund
    return Words(
        f"；{wrong.class_name} {product}，写的是 {written}",
        f"; {wrong.class_name}: {product}, not {written}",
    )


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


def surplus_goes_back(entry: Entry[Settlement], corpus: Corpus) -> Iterator[Finding]:
    """What is to be refunded goes back soon after the list is public; not to have gone back yet is a warning."""
    record = entry.record
    due = sum((line.refunded for line in record.lines), NOTHING)
    if not due or record.published_on is None:
        return
    returned = record.returned_on or corpus.today
    found = late(corpus, "settlement.returned-within", record.published_on, returned)
    if found is not None:
        state = Words(f"{record.returned_on} 才退", f"went back on {record.returned_on}")
        still = Words("还没有退", "has not gone back yet")
        values = {"what": Words(f"应退 {due}", f"the refund of {due}"), "due": found["due"]}
        trail = "returned_on" if record.returned_on else "published_on"
        weight = None if record.returned_on else Severity.WARNING
        yield Finding(
            (trail,), NOT_RETURNED, values | {"state": state if record.returned_on else still}, weight
        )


RULES = (
    Rule(TOO_MANY_HEADS, "settlements", only_payers_get_back),
    Rule(RETURNED_EARLY, "settlements", shown_before_returned),
    Rule(NOT_RETURNED, "settlements", surplus_goes_back),
)
