"""What must hold of an inspection and of the dangers it found."""

from collections.abc import Iterator

from site_builder.kinds.inspections.record import Hazard, HazardLevel, Inspection
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import Severity
from site_builder.model.words import Words

OPEN_HAZARD = Mistake("SAF-02")
NOT_ALL = Mistake("SAF-05")

_Fault = tuple[str, Words, Words]
"""The field it is told at, what is wrong, what to do."""


def hazards_are_removed(entry: Entry[Inspection], corpus: Corpus) -> Iterator[Finding]:
    """Each hazard is removed by its day and looked at again by another post; a major one is reported and soon due."""
    for index, one in enumerate(entry.record.hazards):
        for field, fault, remedy in (*_late(one, corpus), *_recheck(one), *_major(one, corpus)):
            # What was removed late cannot be mended any more; what is still there can.
            weighs = Severity.WARNING if field == "closed_on" and one.rechecked_by else None
            values = {"what": one.what, "fault": fault, "remedy": remedy}
            yield Finding(("hazards", index, field), OPEN_HAZARD, values, weighs)


def _late(one: Hazard, corpus: Corpus) -> Iterator[_Fault]:
    if one.closed_on is None and corpus.today > one.due:
        fault = Words(f"应在 {one.due} 以前改好，还没有改好", f"was due on {one.due} and is not removed yet")
        yield (
            "due",
            fault,
            Words("改好并复查以后写 closed_on 和 rechecked_by。", "add closed_on and rechecked_by then."),
        )
    elif one.closed_on is not None and one.closed_on > one.due:
        fault = Words(
            f"应在 {one.due} 以前改好，{one.closed_on} 才改好",
            f"was due on {one.due}, removed on {one.closed_on}",
        )
        yield (
            "closed_on",
            fault,
            Words(
                "核对日期；确实晚了的，下次把期限定准。",
                "check the dates; next time set a due day that can be kept.",
            ),
        )


def _recheck(one: Hazard) -> Iterator[_Fault]:
    other = Words(
        "由另一个岗位复查，写 rechecked_by。", "let another post look at it and write rechecked_by."
    )
    if one.closed_on is not None and one.rechecked_by is None:
        yield "closed_on", Words("改好了没有复查", "is removed, but nobody looked at it again"), other
    if one.rechecked_by == one.owner:
        yield (
            "rechecked_by",
            Words("由整改的岗位自己复查", "was looked at again by the post that removed it"),
            other,
        )


def _major(one: Hazard, corpus: Corpus) -> Iterator[_Fault]:
    if one.level is not HazardLevel.MAJOR:
        return
    if one.reported_on is None:
        fault = Words("是重大隐患，没有上报", "is major and was not reported")
        yield (
            "level",
            fault,
            Words("上报主管部门，写 reported_on。", "report it to the authority and write reported_on."),
        )
    if (values := late(corpus, "hazard.major-closed-within", one.found_on, one.due)) is not None:
        fault = Words(f"是重大隐患，期限给了 {values['days']} 天", f"is major, yet has {values['days']} days")
        remedy = Words(f"期限最迟到 {values['due']}。", f"let it be due by {values['due']}.")
        yield "due", fault, remedy


def every_area_is_done(entry: Entry[Inspection], _corpus: Corpus) -> Iterator[Finding]:
    """Every area that was to be looked at was."""
    record = entry.record
    left = [area for area in record.areas_expected if area not in record.areas_done]
    if left:
        field = "areas_done" if record.areas_done else "areas_expected"
        done, expected = len(record.areas_expected) - len(left), len(record.areas_expected)
        yield Finding((field,), NOT_ALL, {"left": "、".join(left), "done": done, "expected": expected})


RULES = (
    Rule(OPEN_HAZARD, "inspections", hazards_are_removed),
    Rule(NOT_ALL, "inspections", every_area_is_done),
)
