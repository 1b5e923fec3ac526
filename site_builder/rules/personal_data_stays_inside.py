"""Nothing that gives a person away is published: numbers never, names only with consent."""

from collections.abc import Callable, Iterable
from typing import Any

from site_builder.kinds.bases.record import BasisLevel
from site_builder.kinds.site.record import Site
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import EVERY, Rule
from site_builder.model.private_numbers import hidden, plain, private_numbers
from site_builder.model.problem import Finding, Mistake
from site_builder.model.spot import Spot, text_at, words_of
from site_builder.model.words import Words

OFFICIAL = frozenset({"PRV-02", "PRV-03"})
"""Numbers that an institution may have too."""
WITH_CONSENT = frozenset({"PRV-04", "PRV-10"})
"""What may be public where those concerned agreed."""

_COLUMN = Words("这一列", "this column")
_PLACE = Words("这里", "this")
_SHOWN = {
    "plate": Words("车牌号", "a number plate"),
    "photo": Words("学生等人的照片", "a picture of pupils or others"),
}
_TAIL = Words("留下了末尾几位", "leaves the last figures to be read")
_OTHERWISE = Words("和别处的遮法不一样", "is masked otherwise than elsewhere")


def told_of(code: str) -> Callable[[Entry[Any], Corpus], Iterable[Finding]]:
    """The check that looks at what was noticed under one code."""
    mistake = Mistake(code)

    def check(entry: Entry[Any], corpus: Corpus) -> Iterable[Finding]:
        return [
            Finding(spot.trail, mistake, _values(spot), words=_words(entry, spot))
            for spot in entry.spots
            if spot.code == code and not (code in WITH_CONSENT and consented(entry, corpus))
        ]

    return check


def numbers_are_official(entry: Entry[Any], corpus: Corpus) -> Iterable[Finding]:
    """Mobiles and accounts are on the list of those that the institution uses in public."""
    trails = dict.fromkeys(spot.trail for spot in entry.spots if spot.code in OFFICIAL)
    if not trails:
        return
    official = {plain(one.number)[-11:] for site in corpus.of("site") for one in _contacts(site.record)}
    for trail in trails:
        text = text_at(entry, trail)
        for number in private_numbers(text):
            if number.code in OFFICIAL and number.digits[-11:] not in official:
                found, words = hidden(text)[number.start : number.end], text[number.start : number.end]
                yield Finding(trail, Mistake(number.code), {"found": found}, words=words)


def masks_hide_and_agree(entry: Entry[Any], corpus: Corpus) -> Iterable[Finding]:
    """A mask leaves nothing at the end, and numbers of one length are masked alike everywhere."""
    masks = [spot for spot in entry.spots if spot.code == "PRV-06"]
    if not masks:
        return
    first: dict[str, str] = {}
    for other in corpus.entries:
        for spot in other.spots:
            if spot.code == "PRV-06":
                first.setdefault(spot.more, spot.sort)
    for spot in masks:
        if not spot.sort.endswith("/0"):
            fault = _TAIL
        elif first[spot.more] != spot.sort:
            fault = _OTHERWISE
        else:
            continue
        values = {"found": spot.found, "fault": fault}
        yield Finding(spot.trail, Mistake("PRV-06"), values, words=words_of(entry, spot))


def _words(entry: Entry[Any], spot: Spot) -> str:
    """The words to point at: those at fault, or the title of the column."""
    return words_of(entry, spot) or (spot.found if spot.sort == "column" else "")


def _values(spot: Spot) -> dict[str, Any]:
    where = _COLUMN if spot.sort == "column" else _PLACE
    return {"found": spot.found, "where": where, "shown": _SHOWN.get(spot.sort, _PLACE)}


def _contacts(site: Site) -> tuple[Any, ...]:
    return site.official_contacts


def consented(entry: Entry[Any], corpus: Corpus) -> bool:
    """Whether the record names the consent of those concerned among its bases."""
    found = (corpus.find("bases", id) for id in entry.record.bases)
    return any(basis is not None and basis.record.level is BasisLevel.CONSENT for basis in found)


RULE = (
    *(
        Rule(Mistake(code), EVERY, told_of(code))
        for code in ("PRV-01", "PRV-04", "PRV-05", "PRV-09", "PRV-10")
    ),
    Rule(Mistake("PRV-02"), EVERY, numbers_are_official),
    Rule(Mistake("PRV-06"), EVERY, masks_hide_and_agree),
)
