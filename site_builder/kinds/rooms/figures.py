"""What follows from a list of rooms: how many there are, how many seats they hold."""

from collections.abc import Iterator

import msgspec

from site_builder.kinds.rooms.record import Rooms
from site_builder.mistakes.sums import TOTAL
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.words import Words


class RoomsFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The rooms in numbers."""

    count: int
    """间数：一共几间。
    Rooms: how many there are."""
    shared: int
    """公用间数：几间公用。
    Shared rooms: how many of them several use."""
    seats: int
    """座位（床位）合计：写明座位数的各间之和。
    Seats: of all rooms that say how many they have."""


def seats(record: Rooms) -> int:
    """All seats and beds that are written down."""
    return sum(room.seats or 0 for room in record.rooms)


def figures(entry: Entry[Rooms], _corpus: Corpus) -> RoomsFigures:
    """Rooms and seats, counted."""
    rooms = entry.record.rooms
    return RoomsFigures(
        count=len(rooms),
        shared=sum(room.shared for room in rooms),
        seats=seats(entry.record),
    )


def identities(entry: Entry[Rooms], _corpus: Corpus) -> Iterator[Identity]:
    """A total of seats that was typed is that of the rooms."""
    if (stated := entry.record.stated_seats) is not None:
        claim, computed = Words("合计 = 各间之和", "total = sum of the rooms"), seats(entry.record)
        yield Identity(("stated_seats",), claim, stated, computed, TOTAL, {"sum": computed})
