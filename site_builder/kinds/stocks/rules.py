"""What must hold of the book of a store."""

from collections.abc import Iterator

from site_builder.kinds.stocks.figures import closings, in_order, received_value, signed
from site_builder.kinds.stocks.record import ItemClass, Move, MoveType, Stock
from site_builder.mistakes.sums import TOTAL
from site_builder.mistakes.values import meant
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

DOES_NOT_ADD_UP = Mistake("STK-01")
OLD_NOT_RETURNED = Mistake("STK-02")
PAPERS_MISSING = Mistake("STK-04")
MISPLACED = Mistake("STK-05")
ONE_HANDLER = Mistake("EXP-03")


def moves_belong_here(entry: Entry[Stock], _corpus: Corpus) -> Iterator[Finding]:
    """Every move is of an article of this store, on a day of the period."""
    record = entry.record
    known = {item.id: item for item in record.items}
    for index, move in enumerate(record.moves):
        if move.item not in known:
            guess = meant(move.item, list(known))
            fault = Words(
                f"物品里没有“{move.item}”{guess.zh}", f"no article is called “{move.item}”{guess.en}"
            )
            yield Finding(("moves", index, "item"), MISPLACED, {"fault": fault})
        if not record.starts_on <= move.date <= record.ends_on:
            fault = Words(f"{move.date} 不在本期", f"{move.date} is not in the period")
            yield Finding(("moves", index, "date"), MISPLACED, {"fault": fault})


def never_less_than_nothing(entry: Entry[Stock], _corpus: Corpus) -> Iterator[Finding]:
    """No more goes out than is there, move by move; the first that does is told for each article."""
    there = {item.id: item.opening for item in entry.record.items}
    titles = {item.id: item.title for item in entry.record.items}
    for index, move in in_order(entry.record):
        if move.item not in there:
            continue
        there[move.item] += signed(move)
        if there[move.item] < 0:
            left = there.pop(move.item)
            fault = Words(f"{move.date} 之后是 {left}", f"{left} after {move.date}")
            values = {"item": titles[move.item], "fault": fault}
            yield Finding(("moves", index, "quantity"), DOES_NOT_ADD_UP, values)


def identities(entry: Entry[Stock], corpus: Corpus) -> Iterator[Identity]:
    """Each article begins with what the period before ended with; a total that was typed is that of the receipts."""
    if (stated := entry.record.stated_received) is not None:
        claim, computed = (
            Words("合计 = 各笔入库之和", "total = sum of the receipts"),
            received_value(entry.record),
        )
        yield Identity(("stated_received",), claim, stated, computed, TOTAL, {"sum": computed})
    yield from _chained(entry, corpus)


def _chained(entry: Entry[Stock], corpus: Corpus) -> Iterator[Identity]:
    before = corpus.find("stocks", entry.record.previous) if entry.record.previous else None
    if before is None or before.id == entry.id:
        return
    ended, claim = closings(before.record), Words("期初 = 上期期末", "opening = closing of the period before")
    for index, item in enumerate(entry.record.items):
        last = ended.pop(item.id, 0)
        yield Identity(("items", index, "title" if not item.opening else "opening"), claim, item.opening, last,
                       DOES_NOT_ADD_UP, _broken_chain(item.title, item.opening, last))  # fmt: skip
    for item in before.record.items:
        if ended.get(item.id):
            values = _broken_chain(item.title, 0, ended[item.id])
            yield Identity(("items",), claim, 0, ended[item.id], DOES_NOT_ADD_UP, values)


def _broken_chain(item: str, opening: object, last: object) -> dict[str, object]:
    fault = Words(
        f"期初是 {opening}，上期期末是 {last}", f"opening is {opening}, the last closing was {last}"
    )
    return {"item": item, "fault": fault}


def old_for_new(entry: Entry[Stock], _corpus: Corpus) -> Iterator[Finding]:
    """A durable thing is issued against the old one, or a note says why not."""
    durable = {item.id: item.title for item in entry.record.items if item.item_class is ItemClass.DURABLE}
    for index, move in enumerate(entry.record.moves):
        issued = move.type in (MoveType.OUT, MoveType.SWAP)
        returned = move.old_returned or 0
        if issued and move.item in durable and returned != move.quantity and not move.note:
            values = {"item": durable[move.item], "quantity": move.quantity, "returned": returned}
            yield Finding(("moves", index, "quantity"), OLD_NOT_RETURNED, values)


def moves_have_their_papers(entry: Entry[Stock], _corpus: Corpus) -> Iterator[Finding]:
    """A receipt says where it was bought and who accepted it; an issue says to whom, a loss why."""
    for index, move in enumerate(entry.record.moves):
        for missing, key in _missing(move):
            values = {"date": move.date, "missing": missing, "key": key}
            yield Finding(("moves", index, "type"), PAPERS_MISSING, values)


def two_take_it_in(entry: Entry[Stock], corpus: Corpus) -> Iterator[Finding]:
    """What comes in is received by one post and accepted by another."""
    needed = corpus.profile.least("handlers.min")
    for index, move in enumerate(entry.record.moves):
        posts = len({move.handler, move.checker} - {None})
        if move.type is MoveType.IN and move.checker is not None and posts < needed:
            values = {
                "what": Words("入库经手和验收", "receiving and accepting"),
                "found": posts,
                "needed": needed,
            }
            yield Finding(("moves", index, "checker"), ONE_HANDLER, values)


def _missing(move: Move) -> Iterator[tuple[Words, str]]:
    if move.type is MoveType.IN and not (move.purchase or move.tender):
        yield Words("购入凭据", "by which papers it was bought"), "purchase"
    if move.type is MoveType.IN and move.checker is None:
        yield Words("验收岗位", "which post accepted it"), "checker"
    if move.type in (MoveType.OUT, MoveType.SWAP) and not move.to:
        yield Words("领用部门", "who received it"), "to"
    if move.type is MoveType.LOSS and not move.note:
        yield Words("报损原因", "why it was lost"), "note"


RULES = (
    Rule(MISPLACED, "stocks", moves_belong_here),
    Rule(DOES_NOT_ADD_UP, "stocks", never_less_than_nothing),
    Rule(OLD_NOT_RETURNED, "stocks", old_for_new),
    Rule(PAPERS_MISSING, "stocks", moves_have_their_papers),
    Rule(ONE_HANDLER, "stocks", two_take_it_in),
)
