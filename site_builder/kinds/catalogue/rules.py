"""What must hold of the disclosure catalogue: limits that can be reckoned, and that they are kept."""

from collections.abc import Iterator

from site_builder.kinds.catalogue.deadline import LONGEST, MOST_MONTHS
from site_builder.kinds.catalogue.figures import State, rows
from site_builder.kinds.catalogue.record import CatalogueItem, Every, Start
from site_builder.mistakes.files import MANY_PROBLEMS
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.profile import UNITS
from site_builder.model.words import Words

NOT_PUBLISHED = Mistake("PUB-01")
UNSAID = Mistake("PUB-06")
NO_LIMIT = Mistake("CTL-01")
BACKWARDS = Mistake("CTL-02")
MOST_TOLD = 50
"""Overdue periods that are told of one item: whoever has more of them has written the wrong beginning."""


def every_period_is_published(entry: Entry[CatalogueItem], corpus: Corpus) -> Iterator[Finding]:
    """What was due is public, or a statement says why not; where a period may be empty it is only asked about."""
    if entry.record.since > corpus.today:
        return
    told = 0
    for row in rows(entry, corpus):
        if row.state is State.OVERDUE:
            told += 1
            if told > MOST_TOLD:
                yield Finding(("since",), MANY_PROBLEMS, {"limit": MOST_TOLD})
                return
            unit = UNITS["wd" if row.working else "d"]
            values = {"period": row.title, "due": row.due, "days": row.days, "unit": unit}
            mistake = UNSAID if entry.record.may_be_empty else NOT_PUBLISHED
            yield Finding(
                ("title",),
                mistake,
                {**values, "item": entry.id, "name": row.period or Words("不写", "left out")},
                lacks=entry.record.record_kind,
            )


def limits_can_be_reckoned(entry: Entry[CatalogueItem], corpus: Corpus) -> Iterator[Finding]:
    """A time limit is given in exactly one way, and says what starts it."""
    item, timer = entry.record, entry.record.timer
    if timer is None:
        if item.every is not Every.STANDING:
            fault = Words("没有写时限", "no time limit is given")
            yield Finding(("every",), NO_LIMIT, {"fault": fault})
        return
    ways = ("days", "working_days", "day_of_month", "setting")
    given = [name for name in ways if getattr(timer, name) is not None]
    if len(given) != 1:
        fault = Words("时限要写一种，也只写一种", "a time limit is given in one way and only one")
        yield Finding(("timer",), NO_LIMIT, {"fault": fault})
    if not (1 <= (timer.day_of_month or 1) <= 31 and 1 <= timer.months <= MOST_MONTHS):
        fault = Words("日期是 1 到 31，月份数是 1 到 12", "days are 1 to 31, months 1 to 12")
        yield Finding(("timer",), NO_LIMIT, {"fault": fault})
    if max(timer.days or 0, timer.working_days or 0) > LONGEST:
        fault = Words("时限超过十年", "the time limit is longer than ten years")
        yield Finding(("timer",), NO_LIMIT, {"fault": fault})
    if timer.setting is not None and (
        timer.setting not in corpus.profile.settings
        or corpus.profile.settings[timer.setting].unit not in ("d", "wd")
    ):
        fault = Words(
            f"{timer.setting} 不是以天数计的参数", f"{timer.setting} is no setting that counts days"
        )
        yield Finding(("timer", "setting"), NO_LIMIT, {"fault": fault})
    if (timer.start is Start.EVENT or item.every is Every.EVENT) and timer.event is None:
        fault = Words("没有写事情发生的日期在哪一栏", "the field with the day of the event is not named")
        yield Finding(("timer",), NO_LIMIT, {"fault": fault})


def duties_run_forward(entry: Entry[CatalogueItem], _corpus: Corpus) -> Iterator[Finding]:
    """No duty ends before it begins."""
    item = entry.record
    if item.until is not None and item.until < item.since:
        yield Finding(("until",), BACKWARDS, {"since": item.since, "until": item.until})


RULES = (
    Rule(NOT_PUBLISHED, "catalogue", every_period_is_published),
    Rule(NO_LIMIT, "catalogue", limits_can_be_reckoned),
    Rule(BACKWARDS, "catalogue", duties_run_forward),
)
