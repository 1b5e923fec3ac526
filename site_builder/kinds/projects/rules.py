"""What must hold of a project."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP
from itertools import pairwise

from site_builder.kinds.projects.figures import TENTH, contract_of, expected, paid_rate, progress_day
from site_builder.kinds.projects.record import Project, ProjectType, Stage
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

PAID_AHEAD = Mistake("EXP-09")
STAGE_ORDER = Mistake("CAP-03")
NO_PAPERS = Mistake("CAP-01")
BEHIND = Mistake("CAP-02")

_ORDER = tuple(Stage)
_NEEDED = (
    (Stage.PREPARE, "approval", "approval: works-approval-2026"),
    (Stage.DESIGN, "fund", "fund: 上级专项"),
    (Stage.BUILD, "contract_amount", "tender: 2026-summer-works"),
    (Stage.TRIAL, "accepted_on", "accepted_on: 2026-08-20"),
    (Stage.OPERATE, "final_account", "final_account: 471300.00"),
)
"""What a capital project has to have from a stage on."""


def papers_are_there(entry: Entry[Project], corpus: Corpus) -> Iterator[Finding]:
    """A capital project has the approval, fund, contract, acceptance and final account that its stage asks for."""
    record = entry.record
    if record.type is not ProjectType.CAPITAL or not record.stages:
        return
    place, stage = max(enumerate(one.stage for one in record.stages), key=lambda one: _ORDER.index(one[1]))
    for first, field, suggestion in _NEEDED:
        there = getattr(record, field) if field != "contract_amount" else _contracted(record, corpus)
        if _ORDER.index(stage) >= _ORDER.index(first) and there is None:
            words = {
                "stage": label(Stage, stage.name),
                "what": label(Project, field),
                "suggestion": suggestion,
            }
            yield Finding(("stages", place, "stage"), NO_PAPERS, words)


def _contracted(record: Project, corpus: Corpus) -> object | None:
    """What shows that there is a contract; a purchase that cannot be read is told of by itself."""
    unread = record.tender if record.tender and corpus.find("tenders", record.tender) is None else None
    return contract_of(record, corpus) or unread


def stages_follow_one_another(entry: Entry[Project], _corpus: Corpus) -> Iterator[Finding]:
    """No stage begins after a later one, or before the one it follows."""
    for place, (before, after) in enumerate(pairwise(entry.record.stages), start=1):
        back = _ORDER.index(after.stage) < _ORDER.index(before.stage)
        if back or after.on < before.on:
            values = {"stage": label(Stage, after.stage.name), "before": label(Stage, before.stage.name)}
            trail = ("stages", place, "stage" if back else "on")
            yield Finding(trail, STAGE_ORDER, values | {"on": after.on, "before_on": before.on})


def works_keep_their_time(entry: Entry[Project], corpus: Corpus) -> Iterator[Finding]:
    """Works are done by their day, and not far behind while they run."""
    record, limit = entry.record, corpus.profile.number("progress.behind")
    if record.accepted_on is not None or record.progress >= 100:
        return
    day = progress_day(record, corpus)
    if corpus.today > record.ends_on:
        days = (corpus.today - record.ends_on).days
        fault = Words(
            f"应在 {record.ends_on} 完工，已过 {days} 天", f"was due on {record.ends_on}, {days} day(s) ago"
        )
        yield Finding(("ends_on",), BEHIND, {"fault": fault})
    elif limit is not None and expected(record, day) - record.progress > limit:
        due = expected(record, day).quantize(TENTH, ROUND_HALF_UP)
        fault = Words(
            f"{day} 进度 {record.progress}%，按工期应到 {due}%",
            f"is at {record.progress}% on {day}; {due}% would be even progress",
        )
        yield Finding(("progress",), BEHIND, {"fault": fault})


def no_more_than_all_is_done(entry: Entry[Project], _corpus: Corpus) -> Iterator[Finding]:
    """Progress is a share of the whole."""
    if not 0 <= entry.record.progress <= 100:
        found = entry.record.progress
        fault = Words(f"进度 {found}%，只能是 0% 到 100%", f"is at {found}%; it can be 0% to 100%")
        yield Finding(("progress",), BEHIND, {"fault": fault})


def payment_follows_progress(entry: Entry[Project], corpus: Corpus) -> Iterator[Finding]:
    """Not more is paid than is done, the agreed advance aside."""
    record = entry.record
    contract = contract_of(record, corpus)
    rate = paid_rate(record, contract)
    advance = corpus.profile.number("payment.advance") if record.advance is None else record.advance
    if rate is not None and advance is not None and rate > record.progress + advance:
        done = Words(f"进度 {record.progress}%", f"{record.progress} % is done")
        values = {
            "rate": rate.quantize(TENTH, ROUND_HALF_UP),
            "done": done,
            "allowed": record.progress + advance,
        }
        yield Finding(("paid",), PAID_AHEAD, values)


RULES = (
    Rule(NO_PAPERS, "projects", papers_are_there),
    Rule(STAGE_ORDER, "projects", stages_follow_one_another),
    Rule(BEHIND, "projects", works_keep_their_time),
    Rule(BEHIND, "projects", no_more_than_all_is_done),
    Rule(PAID_AHEAD, "projects", payment_follows_progress),
)
