"""The rooms and places of a school."""

from site_builder.kinds.rooms.figures import figures, identities
from site_builder.kinds.rooms.record import Rooms
from site_builder.kinds.rooms.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="rooms",
    title=Words("室与场所", "Rooms"),
    about=Words("每间室做什么用、由谁保管。", "What each room is for, and who keeps it."),
    area=Area.PROPERTY,
    record=Rooms,
    rules=RULES,
    identities=identities,
    figures=figures,
    columns=("title", "place", "count", "shared", "seats"),
)
