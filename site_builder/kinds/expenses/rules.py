"""What must hold of a spending: its chain, who decided, who did what, at which price."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from site_builder.kinds.expenses.figures import Stage, committed_on
from site_builder.kinds.expenses.record import Expense
from site_builder.mistakes.hands import TOO_FEW, Task, apart, several
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

CHAIN_BROKEN = Mistake("EXP-01")
NOT_DECIDED = Mistake("EXP-02")
UNSETTLED = Mistake("EXP-06")
ABOVE_BAND = Mistake("EXP-07")
ABOVE_POST = Mistake("EXP-10")

STEPS = {
    Stage.REQUEST: Words("申请", "request"),
    Stage.APPROVAL: Words("批准", "approval"),
    Stage.PURCHASE: Words("购买", "purchase"),
    Stage.ACCEPTANCE: Words("验收", "acceptance"),
    Stage.PAYMENT: Words("付款", "payment"),
}
OF_TENDER = (Stage.PURCHASE, Stage.ACCEPTANCE)
"""The steps that the record of a purchase tells of instead."""


def chain_is_complete(entry: Entry[Expense], _corpus: Corpus) -> Iterator[Finding]:
    """No step is taken before those that come first, neither left out nor dated later."""
    steps = {stage: getattr(entry.record.steps, stage) for stage in STEPS}
    taken = [stage for stage, step in steps.items() if step is not None]
    last = tuple(STEPS).index(taken[-1]) if taken else 0
    for stage in tuple(STEPS)[:last]:
        if steps[stage] is None and not (stage in OF_TENDER and entry.record.tender):
            values = {"step": STEPS[taken[-1]], "missing": STEPS[stage]}
            yield Finding(("steps", taken[-1]), CHAIN_BROKEN, values)
    for earlier, later in pairwise(taken):
        if steps[later].on < steps[earlier].on:
            first = steps[earlier].on
            missing = Words(f"{STEPS[earlier].zh}（{first} 才办）", f"{STEPS[earlier].en} (done on {first})")
            yield Finding(("steps", later, "on"), CHAIN_BROKEN, {"step": STEPS[later], "missing": missing})


def large_sums_are_decided(entry: Entry[Expense], corpus: Corpus) -> Iterator[Finding]:
    """From the limit on a meeting decided it, over no less than the amount, before the school bound itself."""
    record, limit = entry.record, corpus.profile.number("expense.major")
    if limit is None or record.amount < limit:
        return
    id, _, part = (record.meeting or "").partition("#")
    meeting = corpus.find("meetings", id)
    decided = next((one for one in meeting.record.resolutions if one.id == part), None) if meeting else None
    bound = committed_on(record, corpus)
    trail: Trail = ("meeting",) if record.meeting else ("amount",)
    fault = None
    if record.meeting is None:
        fault = Words("没有会议决议", "no meeting decided it")
    elif meeting and bound is not None and meeting.record.held_on > bound:
        fault = Words(
            f"{bound} 已经办理，{meeting.record.held_on} 才决议",
            f"the school was bound on {bound}, the meeting decided on {meeting.record.held_on}",
        )
    elif decided is not None and decided.amount is not None and decided.amount < record.amount:
        fault = Words(f"决议的金额只有 {decided.amount}", f"the resolution is over {decided.amount} only")
    if fault is not None:
        yield Finding(trail, NOT_DECIDED, {"amount": record.amount, "limit": limit, "fault": fault})


def post_may_approve(entry: Entry[Expense], corpus: Corpus) -> Iterator[Finding]:
    """What no meeting decided stays within what the approving post may approve."""
    record = entry.record
    id, _, part = record.approver.partition("#")
    office = corpus.find("offices", id)
    post = next((one for one in office.record.posts if one.id == part), None) if office else None
    if record.meeting is None and post is not None and post.limit is not None and record.amount > post.limit:
        values = {"post": post.title, "amount": record.amount, "limit": post.limit}
        yield Finding(("approver",), ABOVE_POST, values)


def hands_differ(entry: Entry[Expense], corpus: Corpus) -> Iterator[Finding]:
    """Several posts buy, accept and pay; asking, approving, buying and accepting are kept apart."""
    record, steps = entry.record, entry.record.steps
    asking = Task(Words("申请人", "the requester"), ("requester",), (record.requester,))
    approving = Task(Words("批准人", "the approver"), ("approver",), (record.approver,))
    buying, accepting, paying = (
        Task(title, ("steps", name, "by"), step.by if step else ())
        for title, name, step in (
            (Words("购买人", "a buyer"), "purchase", steps.purchase),
            (Words("验收人", "a member of the acceptance"), "acceptance", steps.acceptance),
            (Words("付款人", "a payer"), "payment", steps.payment),
        )
    )
    done = (buying, steps.purchase), (accepting, steps.acceptance), (paying, steps.payment)
    yield from several(corpus, *(task for task, step in done if step is not None))
    yield from apart(
        (
            (asking, approving),
            (approving, buying),
            (approving, accepting),
            (approving, paying),
            (buying, accepting),
        )
    )


def disagreements_are_settled(entry: Entry[Expense], corpus: Corpus) -> Iterator[Finding]:
    """Whoever was asked decided before it was carried out."""
    bound = committed_on(entry.record, corpus)
    for index, one in enumerate(entry.record.disagreements):
        late = one.decided_on is not None and bound is not None and one.decided_on > bound
        if one.decision is None or one.decided_on is None or late:
            late_ = Words(
                f"{bound} 已经办理，{one.decided_on} 才决定", f"carried out {bound}, decided {one.decided_on}"
            )
            values = {
                "matter": one.matter,
                "fault": late_ if late else Words("没有上级的决定", "nobody decided"),
            }
            yield Finding(("disagreements", index), UNSETTLED, values)


def prices_stay_in_the_band(entry: Entry[Expense], _corpus: Corpus) -> Iterator[Finding]:
    """No price is above the highest that was set, unless the school decided."""
    for index, one in enumerate(entry.record.items):
        if one.band_max is not None and one.unit_price > one.band_max and one.decision is None:
            rate = 100 * (one.unit_price - one.band_max) / one.band_max if one.band_max else Decimal(100)
            over = rate.quantize(Decimal("0.1"), ROUND_HALF_UP)
            values = {"item": one.title, "price": one.unit_price, "limit": one.band_max, "over": over}
            yield Finding(("items", index, "unit_price"), ABOVE_BAND, values)


RULES = (
    Rule(CHAIN_BROKEN, "expenses", chain_is_complete),
    Rule(NOT_DECIDED, "expenses", large_sums_are_decided),
    Rule(ABOVE_POST, "expenses", post_may_approve),
    Rule(TOO_FEW, "expenses", hands_differ),
    Rule(UNSETTLED, "expenses", disagreements_are_settled),
    Rule(ABOVE_BAND, "expenses", prices_stay_in_the_band),
)
