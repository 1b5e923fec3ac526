"""The numbers of pupils, boarders and classes that the school says of itself are those of its rooms."""

from collections.abc import Iterator

from site_builder.kinds.rooms.record import RoomType
from site_builder.kinds.site.record import Site
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities
from site_builder.model.words import Words


def claims(entry: Entry[Site], corpus: Corpus) -> Iterator[Identity]:
    """Where every class has its room, its pupils are in it; where every bed is listed, the boarders are in them."""
    site = entry.record
    rooms = [room for one in corpus.of("rooms") for room in one.record.rooms if room.pupils is not None]
    classes = [one for one in rooms if one.type is RoomType.CLASSROOM and one.class_name is not None]
    beds = [one for one in rooms if one.type is RoomType.DORMITORY]
    for field, found, claim in (
        ("pupils", classes, Words("各班教室的人数之和", "the sum over the rooms of the classes")),
        ("boarders", beds, Words("各间宿舍的人数之和", "the sum over the dormitory")),
    ):
        stated = getattr(site, field)
        if found and stated is not None:
            yield Identity((field,), claim, stated, sum(one.pupils or 0 for one in found), ELSEWHERE)
    if classes and site.classes is not None:
        claim = Words("有教室的班级数", "the number of classes with a room")
        yield Identity(("classes",), claim, site.classes, len({one.class_name for one in classes}), ELSEWHERE)


IDENTITIES = Identities("site", claims)
