"""The school calendar, by which all working days are reckoned."""

from site_builder.kinds.calendars.figures import figures
from site_builder.kinds.calendars.record import Calendar
from site_builder.kinds.calendars.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.words import Words

KIND = Kind(
    name="calendars",
    title=Words("校历", "School calendar"),
    about=Words(
        "学期、寒暑假、节假日和调休；网站上的工作日都按它计算。",
        "Terms, vacations, holidays and swapped working days; every working day on this site is reckoned with it.",
    ),
    area=Area.PLAN,
    record=Calendar,
    rules=RULES,
    figures=figures,
    columns=("title", "school_year", "provisional", "published_on"),
    newest_first="school_year",
    living=frozenset({"provisional"}),
)
