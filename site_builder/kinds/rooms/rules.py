"""What must hold of a list of rooms."""

from collections.abc import Iterator

from site_builder.kinds.rooms.record import Rooms
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

INCOMPLETE = Mistake("AST-01")
TOO_FEW_SEATS = Mistake("AST-11")


def every_room_has_a_keeper(entry: Entry[Rooms], _corpus: Corpus) -> Iterator[Finding]:
    """Every room says which post is in charge of it."""
    for index, room in enumerate(entry.record.rooms):
        if room.keeper is None:
            values = {"what": room.title, "missing": Words("保管岗位 keeper", "keeper"), "key": "keeper"}
            yield Finding(("rooms", index, "title"), INCOMPLETE, values)


def everybody_has_a_seat(entry: Entry[Rooms], _corpus: Corpus) -> Iterator[Finding]:
    """No room is used by more people at once than it seats."""
    for index, room in enumerate(entry.record.rooms):
        if room.seats is not None and room.pupils is not None and room.pupils > room.seats:
            values = {"room": room.title, "seats": room.seats, "pupils": room.pupils}
            yield Finding(("rooms", index, "pupils"), TOO_FEW_SEATS, values)


RULES = (
    Rule(INCOMPLETE, "rooms", every_room_has_a_keeper),
    Rule(TOO_FEW_SEATS, "rooms", everybody_has_a_seat),
)
