"""What must hold of monthly closes."""

from collections.abc import Iterator

from site_builder.kinds.asset_closes.figures import YEAR, closed
from site_builder.kinds.asset_closes.record import AssetClose
from site_builder.mistakes.periods import due_on, is_of_term
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import shifted, span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

MISSING_MONTH = Mistake("AST-10")


def every_month_is_closed(entry: Entry[AssetClose], corpus: Corpus) -> Iterator[Finding]:
    """After a close, every month of term has its own until the next one, once it is due."""
    missing = []
    for ahead in range(1, YEAR + 1):
        month = shifted(entry.record.month, ahead)
        due = due_on(corpus, "asset.closed-within", span_of(month)[1])
        if closed(corpus, month) is not None or due is None or due >= corpus.today:
            break
        if is_of_term(corpus, month):
            missing.append(month)
    if missing:
        values = {"month": entry.record.month, "missing": "、".join(missing), "first": missing[0]}
        yield Finding(("month",), MISSING_MONTH, values, lacks="asset-closes")


RULES = (Rule(MISSING_MONTH, "asset-closes", every_month_is_closed),)
