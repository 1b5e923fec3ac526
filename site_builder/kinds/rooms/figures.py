"""What follows from a list of rooms: how many there are, how many seats they hold."""

import msgspec

from site_builder.kinds.rooms.record import Rooms
from site_builder.model.corpus import Corpus, Entry


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


def figures(entry: Entry[Rooms], _corpus: Corpus) -> RoomsFigures:
    """Rooms and seats, counted."""
    rooms = entry.record.rooms
    return RoomsFigures(
        count=len(rooms),
        shared=sum(room.shared for room in rooms),
        seats=sum(room.seats or 0 for room in rooms),
    )
