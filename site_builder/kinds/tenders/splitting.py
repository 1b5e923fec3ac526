"""No purchase is cut into pieces so that none of them reaches the limit."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from site_builder.kinds.tenders.figures import NOTHING, amount, decided_on, supplier
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

SPLIT = Mistake("PRC-02")
COMPETED = (Method.OPEN, Method.INVITED, Method.FRAMEWORK, Method.MALL)
"""Methods with competition; what is bought so may be bought in pieces."""


Piece = tuple[date, str, Decimal]
"""When it was bought, its id, what it cost."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Purchases that belong together and together reach a limit; told at the last of them."""

    count: int
    days: int
    sum: Decimal
    limit: Decimal


def bought_whole(entry: Entry[Tender], corpus: Corpus) -> Iterator[Finding]:
    """What is bought from one firm, or of one category from one budget line, in a short time stays below the limit."""
    for pieces, together in corpus.once(_split).get(entry.id, {}).items():
        values = {"together": together, "count": pieces.count, "days": pieces.days}
        yield Finding(("budget",), SPLIT, values | {"sum": pieces.sum, "limit": pieces.limit})


def _split(corpus: Corpus) -> dict[str, dict[Pieces, Words]]:
    """By the id of the last piece: what reaches the school's limit in the window, or the statutory one in a year."""
    found: dict[str, dict[Pieces, Words]] = defaultdict(dict)
    window, limit = corpus.profile.count("split.window"), corpus.profile.number("tender.internal-limit")
    for (together, category), group in _groups(corpus).items():
        if window is not None and limit is not None:
            for run in _runs([one for one in group if one[2] < limit], timedelta(days=window)):
                _add(found, together, run, limit)
        most = corpus.profile.number(f"tender.statutory-{category}") if category else None
        if most is not None:
            small = [one for one in group if one[2] < most]
            for year in sorted({day.year for day, _, _ in small}):
                _add(found, together, [one for one in small if one[0].year == year], most)
    return found


def _groups(corpus: Corpus) -> dict[tuple[Words, str], list[Piece]]:
    """What was bought without competition, by firm, and by budget line with the category; in order of time."""
    groups: dict[tuple[Words, str], list[Piece]] = defaultdict(list)
    for one in corpus.of("tenders"):
        tender: Tender = one.record
        day = decided_on(tender)
        if tender.method in COMPETED or tender.statutory or tender.termination or day is None:
            continue
        piece = (day, one.id, amount(tender) or tender.budget)
        if (firm := supplier(tender)) is not None:
            groups[Words(f"向“{firm}”", f"from “{firm}”"), ""].append(piece)
        if (line := tender.budget_line) is not None:
            together = Words(f"从预算行 {line} 开支的同类", f"of one category from budget line {line}")
            groups[together, tender.category].append(piece)
    return {key: sorted(group) for key, group in groups.items()}


def _runs(group: list[Piece], window: timedelta) -> Iterator[list[Piece]]:
    """Every run of pieces within the window that is not part of a longer one."""
    start = 0
    for end, (day, _, _) in enumerate(group):
        while group[start][0] < day - window:
            start += 1
        following = group[end + 1][0] if end + 1 < len(group) else date.max
        if following - window > group[start][0]:
            yield group[start : end + 1]


def _add(found: dict[str, dict[Pieces, Words]], together: Words, run: list[Piece], limit: Decimal) -> None:
    total = sum((cost for _, _, cost in run), NOTHING)
    if len(run) > 1 and total >= limit:
        days = (run[-1][0] - run[0][0]).days + 1
        found[run[-1][1]].setdefault(Pieces(len(run), days, total, limit), together)


RULES = (Rule(SPLIT, "tenders", bought_whole),)
