"""What must hold of an inspection and of the dangers it found."""

from collections.abc import Iterator

from site_builder.kinds.inspections.record import Hazard, HazardLevel, Inspection
from site_builder.mistakes.periods import late
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

OPEN_HAZARD = Mistake("SAF-02")
NOT_ALL = Mistake("SAF-05")


def hazards_are_removed(entry: Entry[Inspection], corpus: Corpus) -> Iterator[Finding]:
    """Each hazard is removed by its day and looked at again by another post; a major one is reported and soon due."""
    for index, one in enumerate(entry.record.hazards):
        for field, fault, remedy in _faults(one, corpus):
            values = {"what": one.what, "fault": fault, "remedy": remedy}
            yield Finding(("hazards", index, field), OPEN_HAZARD, values)


def _faults(one: Hazard, corpus: Corpus) -> Iterator[tuple[str, Words, str]]:
    if (one.closed_on or corpus.today) > one.due:
        day = Words(f"{one.closed_on} 才改好", f"only removed on {one.closed_on}")
        fault = day if one.closed_on else Words("还没有改好", "not removed yet")
        said = Words(f"应在 {one.due} 前改好，{fault.zh}", f"due on {one.due}, {fault.en}")
        yield ("closed_on" if one.closed_on else "due", said, f"closed_on: {one.due}")
    if one.closed_on and one.rechecked_by is None:
        fault = Words("改好了没有复查", "removed, but nobody looked again")
        yield ("closed_on", fault, "rechecked_by: principal-office#vice-principal")
    if one.rechecked_by == one.owner:
        fault = Words("由整改的岗位自己复查", "looked at again by the post that removed it")
        yield ("rechecked_by", fault, "rechecked_by: principal-office#vice-principal")
    if one.level is not HazardLevel.MAJOR:
        return
    if one.reported_on is None:
        fault = Words("是重大隐患，没有上报", "is a major hazard that was not reported")
        yield ("level", fault, f"reported_on: {one.found_on}")
    if (values := late(corpus, "hazard.major-closed-within", one.found_on, one.due)) is not None:
        fault = Words(f"是重大隐患，期限给了 {values['days']} 天", f"is major, yet has {values['days']} days")
        yield ("due", fault, f"due: {values['due']}")


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
