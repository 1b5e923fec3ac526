"""What a project says of its money is what its purchase says."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.projects.record import Project
from site_builder.kinds.tenders.figures import amount
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words

BUDGET = Words("采购预算", "the budget of the purchase")
PAID = Words("采购付款之和", "the sum of its payments")
DONE = Words("决算以后的进度", "the progress once there is a final account")
COST = Words("合同和变更之和", "the contract with its changes")


def claims(entry: Entry[Project], corpus: Corpus) -> Iterator[Identity]:
    """Money of a project with one purchase, as far as that tells of it; what has its final account is done."""
    project = entry.record
    if project.final_account is not None:
        yield Identity(("progress",), DONE, project.progress, 100, ELSEWHERE)
    found = corpus.find("tenders", project.tender) if project.tender else None
    if found is None:
        return
    payments = [one.amount for one in found.record.payments]
    paid = sum(payments, Decimal("0.00")) if payments else None
    for field, computed, claim in (
        ("budget", found.record.budget, BUDGET),
        ("paid", paid, PAID),
        ("final_account", amount(found.record), COST),
    ):
        stated = getattr(project, field)
        if stated is not None and computed is not None:
            yield Identity((field,), claim, stated, computed, ELSEWHERE)


IDENTITIES = Identities("projects", claims)
