"""A statement stands for a period that its item has, and for which nothing is there."""

from collections.abc import Iterator

from site_builder.kinds.catalogue.periods import belongs, fulfilling, periods
from site_builder.kinds.catalogue.record import Every
from site_builder.kinds.statements.record import Statement
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_SUCH_PERIOD = Mistake("STM-03")
CONTRADICTED = Mistake("STM-04")


def period_is_one_of_the_item(entry: Entry[Statement], corpus: Corpus) -> Iterator[Finding]:
    """The period is written as those of the item are and lies in its time."""
    found = corpus.find("catalogue", entry.record.item)
    if found is None or entry.record.period is None:
        return
    known = [one.name for one in periods(found.record, corpus)]
    if found.record.every is Every.STANDING or entry.record.period not in known:
        example = next((name for name in reversed(known) if name), "")
        hint = (
            Words(f"写成 {example}", f"write {example}")
            if example
            else Words("删去 period", "leave period out")
        )
        yield Finding(("period",), NO_SUCH_PERIOD, {"found": entry.record.period, "hint": hint})


def nothing_speaks_against_it(entry: Entry[Statement], corpus: Corpus) -> Iterator[Finding]:
    """No record of that period is there: what is there is published, and a zero is a figure like any other."""
    found = corpus.find("catalogue", entry.record.item)
    if found is None:
        return
    item, wanted = found.record, entry.record.period
    for period in periods(item, corpus):
        if wanted is not None and period.name != wanted:
            continue
        for record in fulfilling(item, corpus):
            if belongs(record.record, period, item.every, corpus):
                yield Finding(("state",), CONTRADICTED, {"record": record.name, "period": period.title})
                return


RULE = (
    Rule(NO_SUCH_PERIOD, "statements", period_is_one_of_the_item),
    Rule(CONTRADICTED, "statements", nothing_speaks_against_it),
)
