"""What must hold of a purchase; its sums, its stages, its time limits and its pieces have files of their own."""

from collections.abc import Iterator

from site_builder.kinds.tenders.completeness import RULES as COMPLETENESS
from site_builder.kinds.tenders.money import RULES as MONEY
from site_builder.kinds.tenders.offers import RULES as OFFERS
from site_builder.kinds.tenders.periods import RULES as PERIODS
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.red_flags import RULES as RED_FLAGS
from site_builder.kinds.tenders.securities import RULES as SECURITIES
from site_builder.kinds.tenders.splitting import RULES as SPLITTING
from site_builder.kinds.tenders.stage_order import RULES as STAGE_ORDER
from site_builder.mistakes.hands import SAME_HAND, TOO_FEW, Task, apart, several
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_PLATFORM = Mistake("PRC-16")
FEW_QUOTES = Mistake("PRC-17")
UNCLEAR_CHOICE = Mistake("PRC-22")


def two_handle_it(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """At least two different posts buy, and at least two accept."""
    handling, accepting, _ = _tasks(entry.record)
    yield from several(corpus, handling, *([accepting] if entry.record.acceptance else ()))


def nobody_does_both(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """Whoever bought does not accept, and whoever agreed to it does neither."""
    handling, accepting, approving = _tasks(entry.record)
    yield from apart(((handling, accepting), (handling, approving), (approving, accepting)))


def _tasks(tender: Tender) -> tuple[Task, Task, Task]:
    members = tender.acceptance.members if tender.acceptance else ()
    approver = (tender.approved_by,) if tender.approved_by else ()
    return (
        Task(Words("经办人", "a handler"), ("handlers",), tender.handlers),
        Task(Words("验收人", "a member of the acceptance"), ("acceptance", "members"), members),
        Task(Words("批准人", "the approver"), ("approved_by",), approver),
    )


def platform_is_linked(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """A statutory purchase that has been announced links to the official notice."""
    if entry.record.statutory and entry.record.platform_url is None:
        yield Finding(("statutory",), NO_PLATFORM)


def enough_quotes(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """A small purchase compares at least three different firms."""
    firms = {one.supplier for one in entry.record.quotes}
    needed = corpus.profile.least("quotes.min")
    if firms and len(firms) < needed and not entry.record.method_reason:
        yield Finding(("quotes",), FEW_QUOTES, {"found": len(firms), "needed": needed})


def choice_is_clear(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """One quotation is chosen: the lowest, or another with a reason."""
    tender = entry.record
    chosen = [one for one in tender.quotes if one.chosen]
    if not tender.quotes or (
        not chosen and tender.acceptance is None and tender.method is not Method.IN_HOUSE
    ):
        return
    dearer = len(chosen) == 1 and chosen[0].price > min(one.price for one in tender.quotes)
    if len(chosen) != 1 or (dearer and not tender.choice_reason):
        yield Finding(("quotes",), UNCLEAR_CHOICE, {"found": len(chosen)})


RULES = (
    Rule(TOO_FEW, "tenders", two_handle_it),
    Rule(SAME_HAND, "tenders", nobody_does_both),
    Rule(NO_PLATFORM, "tenders", platform_is_linked),
    Rule(FEW_QUOTES, "tenders", enough_quotes),
    Rule(UNCLEAR_CHOICE, "tenders", choice_is_clear),
    *MONEY,
    *OFFERS,
    *STAGE_ORDER,
    *PERIODS,
    *COMPLETENESS,
    *SECURITIES,
    *SPLITTING,
    *RED_FLAGS,
)
