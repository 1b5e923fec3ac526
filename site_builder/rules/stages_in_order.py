"""What is built is prepared first, then built, accepted, tried out and used; what goes on has begun."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from site_builder.kinds.schedules.record import EntryState, Schedule
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

OUT_OF_ORDER = Mistake("PLN-11")

_STAGES = (
    re.compile(r"筹建|筹备|设计|招标|前期准备|建设准备|建造准备|准备建设"),
    re.compile(r"动工|开工|施工|兴建|在建"),
    re.compile(r"竣工|验收"),
    re.compile(r"试运行|试用|试营业|试开放"),
    re.compile(r"启用|投入使用|正式运行|正式开放|正式使用"),
)
_STARTS = re.compile(
    r"继续|做好|搞好|抓好|完成|组织|开展|推进|协助|配合|新建|改建|扩建|学校|本校|我校|[新的对]"
)
_ENDS = re.compile(r"(?:的)?(?:建设|建造|工程|项目|工作|前期)*$")
_GOES_ON = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4}?)继续(?:做好|抓好|搞好|完成|开展|推进)?([\u4e00-\u9fff]{2,12})"
)


class _Step(NamedTuple):
    """An entry that says how far something has come."""

    month: str
    place: int
    thing: str
    stage: int
    text: str


def stages_follow_each_other(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """Nothing is prepared or built after it was accepted, tried out or used."""
    ours = list(_steps(entry.record))
    earlier = [step for other in _before(entry, corpus) for step in _steps(other.record)] if ours else []
    for step in ours:
        later = next(
            (one for one in earlier if one.stage > step.stage and _same(one.thing, step.thing)), None
        )
        if later is not None:
            fault = Words(
                f"排在“{later.text}”（{later.month}）之后", f"comes after “{later.text}” ({later.month})"
            )
            yield Finding(("entries", step.place, "text"), OUT_OF_ORDER, {"text": step.text, "fault": fault})


def what_goes_on_has_begun(entry: Entry[Schedule], corpus: Corpus) -> Iterator[Finding]:
    """What is continued was in an entry before."""
    if not any("继续" in item.text for item in entry.record.entries):
        return
    earlier = [item.text for other in _before(entry, corpus) for item in other.record.entries]
    told = {step.place for step in _steps(entry.record)}
    for place, item in enumerate(entry.record.entries):
        going = _GOES_ON.search(item.text)
        if going is None or not earlier or item.state is EntryState.DROPPED:
            continue
        before = earlier + [one.text for one in entry.record.entries[:place]]
        if place in told and any(_same(_thing(one), _thing(item.text)) for one in before):
            continue  # where it stands among the stages is told by the other rule
        if not any(_pairs(going[1]) & _pairs(one) for one in before):
            fault = Words("前面没有这件事的安排，谈不上继续", "goes on with what no entry before began")
            yield Finding(("entries", place, "text"), OUT_OF_ORDER, {"text": item.text, "fault": fault})


def _before(entry: Entry[Schedule], corpus: Corpus) -> list[Entry[Schedule]]:
    """The schedules of the same office for earlier months, a year back at most."""
    ours = entry.record
    oldest = f"{int(ours.month[:4]) - 1}{ours.month[4:]}"
    return [
        one
        for one in corpus.of(entry.kind)
        if oldest <= one.record.month < ours.month and one.record.office == ours.office
    ]


def _steps(record: Schedule) -> Iterator[_Step]:
    for place, item in enumerate(record.entries):
        stage, thing = _read(item.text)
        if stage is not None and len(thing) >= 2 and item.state is not EntryState.DROPPED:
            yield _Step(record.month, place, thing, stage, item.text)


@lru_cache(20_000)
def _read(text: str) -> tuple[int | None, str]:
    """Which stage a sentence says, and of what."""
    return next((at for at, words in enumerate(_STAGES) if words.search(text)), None), _thing(text)


def _thing(text: str) -> str:
    """What a sentence is about: the words before the first that says a stage."""
    found = min((match.start() for words in _STAGES if (match := words.search(text))), default=len(text))
    before = re.split(r"[，。；：、（]", text[:found])[-1]
    return _ENDS.sub("", _STARTS.sub("", before)).strip()


def _same(one: str, other: str) -> bool:
    return len(one) >= 2 and len(other) >= 2 and (one in other or other in one)


def _pairs(text: str) -> set[str]:
    """Neighbouring characters, by which two sentences are seen to speak of the same thing."""
    common = {"工作", "准备", "管理", "做好", "继续", "学校", "检查", "建设", "进行", "开展"}
    return {text[at : at + 2] for at in range(len(text) - 1)} - common


RULE = (
    Rule(OUT_OF_ORDER, "schedules", stages_follow_each_other),
    Rule(OUT_OF_ORDER, "schedules", what_goes_on_has_begun),
)
