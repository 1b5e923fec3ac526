"""The places that feed the pupils."""

from site_builder.kinds.canteens.figures import figures
from site_builder.kinds.canteens.record import Canteen
from site_builder.kinds.canteens.rules import RULES
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Area, Kind, Related
from site_builder.model.words import Words


def related(entry: Entry[Canteen], corpus: Corpus) -> tuple[Related, ...]:
    """The monthly accounts of a canteen, newest first."""
    accounts = (one for one in corpus.naming("canteens", entry.id) if one.kind == "canteen-accounts")
    by_month = sorted(accounts, key=lambda one: str(one.record.month), reverse=True)
    return (Related(Words("收支月报", "Monthly accounts"), tuple(by_month)),)


KIND = Kind(
    name="canteens",
    title=Words("食堂", "Canteens"),
    about=Words("食堂由谁经营、有没有许可证。", "Who runs each canteen, and under which licence."),
    area=Area.CANTEEN,
    record=Canteen,
    rules=RULES,
    figures=figures,
    related=related,
    columns=("title", "mode", "operator", "licence_no", "valid_until", "grade"),
    printed=True,
)
