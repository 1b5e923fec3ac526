"""From all records together to what the front page may see: what is open, due, new, and what it costs."""

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.kinds.budgets.figures import figures as budget_figures
from site_builder.kinds.catalogue.figures import DONE, State
from site_builder.kinds.fees.figures import FeeState
from site_builder.kinds.fees.figures import figures as fee_figures
from site_builder.kinds.notices.figures import figures as notice_figures
from site_builder.kinds.tenders.figures import figures as tender_figures
from site_builder.kinds.tenders.timeline import TenderState, deadline
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Catalogue
from site_builder.model.words import Words
from site_builder.render.frame import HomeInputs
from site_builder.render.overview import Front, Money, Open, Way
from site_builder.stages.areas import cards, latest
from site_builder.stages.oversee import compliance

LATEST = 8
"""Records that were published last."""
NEXT = 5
"""Days by which something has to be public."""
INVITING = "tenders/state/open/"
"""The list of purchases that wait for offers."""
_ENDED = (TenderState.COMPLETED, TenderState.TERMINATED)
_PLACES: Mapping[str, Words] = {
    "compliance/": Words("公开情况", "Disclosure record"),
    "agree/": Words("数字核对", "Figures that agree"),
    "corrections/": Words("更正记录", "Corrections"),
    INVITING: Words("正在征集报价", "Open for offers"),
}
_WAYS = (
    (
        Words("家长和学生", "For families"),
        ("fees/", "calendars/", "canteen-accounts/", "promises/", "notices/"),
    ),
    (Words("监督和审计", "For those who check"), ("budgets/", "compliance/", "agree/", "corrections/")),
    (Words("供应商", "For suppliers"), (INVITING, "tenders/", "notices/")),
)
"""Where each sort of reader begins; what a site does not have is left out."""


def front_page(corpus: Corpus, catalogue: Catalogue) -> HomeInputs:
    """The front page."""
    index = corpus.find("pages", "index")
    prose = index.record.body.html if index and index.record.body else ""
    return HomeInputs(prose, corpus.today, front(corpus, catalogue))


def front(corpus: Corpus, catalogue: Catalogue) -> Front:
    """What stands on the front page of the records."""
    seen = compliance(corpus)
    states = dict(seen.counts)
    published = sum(n for state, n in states.items() if state in DONE)
    tenders = tuple((one, corpus.each(tender_figures, one).state) for one in corpus.of("tenders"))
    inviting = tuple(one for one, state in tenders if state is TenderState.OPEN)
    fees = [one for one in corpus.of("fees") if corpus.each(fee_figures, one).state is FeeState.IN_FORCE]
    return Front(
        money=_money(corpus),
        fees=len(fees),
        tenders=sum(state not in _ENDED for _, state in tenders),
        published=published,
        expected=published + states.get(State.OVERDUE, 0),
        open=tuple(sorted(_open(corpus, catalogue, inviting), key=lambda one: (one.until, one.path))),
        overdue=seen.overdue[:NEXT],
        coming=seen.coming[:NEXT],
        latest=latest(corpus, catalogue, corpus.entries, LATEST),
        ways=tuple(_ways(corpus, catalogue, bool(inviting))),
        cards=cards(corpus, catalogue),
    )


def _money(corpus: Corpus) -> Money | None:
    budgets = sorted(corpus.of("budgets"), key=lambda one: (one.record.fiscal_year, one.id))
    if not budgets:
        return None
    entry = budgets[-1]
    total = corpus.each(budget_figures, entry).expenditure.total
    as_of = max(version.on for version in entry.record.versions)
    return Money(f"{entry.name}/", entry.record.fiscal_year, total.current, total.executed, total.rate, as_of)


def _open(corpus: Corpus, catalogue: Catalogue, inviting: tuple[Entry[Any], ...]) -> Iterator[Open]:
    """Notices within their period for objections, and purchases before their deadline."""
    for entry in corpus.of("notices"):
        found = corpus.each(notice_figures, entry)
        if found.last_day is not None and found.days_left is not None:
            kind = catalogue.kinds[entry.kind].title
            yield Open(f"{entry.name}/", _title(entry), kind, found.last_day, found.days_left)
    for entry in inviting:
        until = deadline(entry.record)
        if until is not None and until >= corpus.today:
            kind = catalogue.kinds[entry.kind].title
            yield Open(f"{entry.name}/", _title(entry), kind, until, (until - corpus.today).days)


def _ways(corpus: Corpus, catalogue: Catalogue, inviting: bool) -> Iterator[Way]:
    """The places of each sort of reader that this site has."""
    for title, paths in _WAYS:
        found = []
        for path in paths:
            kind = catalogue.kinds.get(path.partition("/")[0])
            there = kind is None or kind.menu or corpus.of(kind.name)
            if there and (path != INVITING or inviting):
                found.append((path, _PLACES[path] if kind is None or path == INVITING else kind.title))
        yield Way(title, tuple(found))


def _title(entry: Entry[Any]) -> Words:
    return Words(entry.record.title, entry.record.title_en or entry.record.title)
