"""What must hold of a list of assets."""

from collections.abc import Iterator

from site_builder.kinds.assets.figures import worth
from site_builder.kinds.assets.record import Asset, AssetList, AssetState, Disposal, DisposalMethod
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.profile import LIFE, LIVES
from site_builder.model.words import Words

INCOMPLETE = Mistake("AST-01")
BAD_DISPOSAL = Mistake("AST-07")
OTHER_LIFE = Mistake("AST-12")


def cards_are_complete(entry: Entry[AssetList], _corpus: Corpus) -> Iterator[Finding]:
    """Each card, or the list for all of them, says class, place and custodian."""
    whole = entry.record
    for index, card in enumerate(whole.items):
        places = (card.room, card.place, whole.room, whole.place)
        for given, missing, key in (
            (card.class_code or whole.class_code, Words("分类代码", "class code"), "class_code"),
            (any(places), Words("所在室或存放地点", "room or place"), "room"),
            (card.custodian or whole.custodian, Words("保管岗位", "custodian"), "custodian"),
        ):
            if not given:
                values = {"what": card.title, "missing": missing, "key": key}
                yield Finding(("items", index, "title"), INCOMPLETE, values)


def lives_are_those_of_the_class(entry: Entry[AssetList], corpus: Corpus) -> Iterator[Finding]:
    """A card serves as many years as the table of lives says for the nearest class it belongs to."""
    lives = [found for text in corpus.profile.words(LIVES) if (found := LIFE.fullmatch(text))]
    for index, card in enumerate(entry.record.items):
        code, years = card.class_code or entry.record.class_code or "", card.life_years
        near = max(
            (one for one in lives if code.startswith(one[1])), key=lambda one: len(one[1]), default=None
        )
        if near is None or years is None:
            continue
        least, most = int(near[2]), near[4] if near[3] else near[2]
        if years < least or (most and years > int(most)):
            asked = (
                Words(f"至少 {least}", f"at least {least}") if near[3] and not most else near[0].split()[1]
            )
            values = {"what": card.title, "years": years, "code": near[1], "asked": asked}
            yield Finding(("items", index, "life_years"), OTHER_LIFE, values)


def disposals_are_in_order(entry: Entry[AssetList], corpus: Corpus) -> Iterator[Finding]:
    """Every disposal is approved before it happens, in the way that its value asks for."""
    cards = {card.id: card for card in entry.record.items}
    for index, one in enumerate(entry.record.disposals):
        for field, fault in _faults(one, [cards[id] for id in one.assets if id in cards], corpus):
            yield Finding(("disposals", index, field), BAD_DISPOSAL, {"fault": fault})
        for place, id in enumerate(one.assets):
            if id not in cards:
                fault = Words(f"表里没有短名是“{id}”的资产", f"no asset in this list is called “{id}”")
                yield Finding(("disposals", index, "assets", place), BAD_DISPOSAL, {"fault": fault})


def _faults(one: Disposal, things: list[Asset], corpus: Corpus) -> Iterator[tuple[str, Words]]:
    if one.approved_by is None or one.approved_on is None:
        yield "id", Words("没有写批准岗位和批准日期", "the post and the day of the approval are not written")
    elif one.approved_on > one.on:
        yield "approved_on", Words(f"{one.on} 处置，{one.approved_on} 才批准",
                                   f"disposed of on {one.on}, approved only on {one.approved_on}")  # fmt: skip
    value, limit = worth(things), corpus.profile.number("asset.disposal-limit")
    if limit is None or value < limit:
        return
    if one.method is DisposalMethod.SALE:
        yield (
            "method",
            Words(f"原值 {value} 元，要公开拍卖", f"worth {value} when booked, it needs an auction"),
        )
    if one.document is None:
        yield (
            "id",
            Words(
                f"原值 {value} 元，要有批复文号 document", f"worth {value} when booked, it needs a document"
            ),
        )


def disposed_things_are_off_the_list(entry: Entry[AssetList], corpus: Corpus) -> Iterator[Finding]:
    """What a disposal names is marked as disposed of from that day, and nothing else is."""
    named = {id: one.on for one in entry.record.disposals for id in one.assets}
    for index, card in enumerate(entry.record.items):
        marked, left = card.state is AssetState.DISPOSED, named.get(card.id)
        if left is not None and left <= corpus.today and not marked:
            fault = Words(f"“{card.title}”{left} 已处置，状态要写 disposed",
                          f"“{card.title}” left on {left}; its state should be disposed")  # fmt: skip
        elif marked and left is None:
            fault = Words(f"“{card.title}”已处置，disposals 里却没有它",
                          f"“{card.title}” is disposed of, but no disposal names it")  # fmt: skip
        else:
            continue
        field = "state" if marked else "title"
        yield Finding(("items", index, field), BAD_DISPOSAL, {"fault": fault})


RULES = (
    Rule(INCOMPLETE, "assets", cards_are_complete),
    Rule(OTHER_LIFE, "assets", lives_are_those_of_the_class),
    Rule(BAD_DISPOSAL, "assets", disposals_are_in_order),
    Rule(BAD_DISPOSAL, "assets", disposed_things_are_off_the_list),
)
