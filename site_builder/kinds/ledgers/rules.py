"""What must hold of a ledger and of each of its entries."""

from collections.abc import Iterator

from site_builder.kinds.ledgers.figures import NOTHING
from site_builder.kinds.ledgers.period import period_of
from site_builder.kinds.ledgers.record import Direction, Ledger, LedgerEntry
from site_builder.mistakes.hands import TOO_FEW, Task, apart, several
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_VOUCHER = Mistake("EXP-05")
NOT_APPROVED = Mistake("EXP-01")
TOO_GENEROUS = Mistake("EXP-08")
NO_LINE = Mistake("BUD-14")
PERIOD = Mistake("LED-01")
OUTSIDE = Mistake("LED-02")
CLOSING_UNKNOWN = Mistake("LED-03")
NO_SUCH_ENTRY = Mistake("LED-04")


def period_is_clear(entry: Entry[Ledger], corpus: Corpus) -> Iterator[Finding]:
    """A ledger has one period, and all its entries lie in it."""
    record = entry.record
    given = (record.month, record.term, record.starts_on, record.ends_on)
    if sum(one is not None for one in given) != 1 + (record.starts_on is not None):
        yield Finding((), PERIOD)
        return
    span = period_of(record, corpus)
    for index, one in enumerate(record.entries if span else ()):
        if span is not None and not span[0] <= one.on <= span[1]:
            yield Finding(
                ("entries", index, "on"), OUTSIDE, {"on": one.on, "first": span[0], "last": span[1]}
            )


def entries_are_proven(entry: Entry[Ledger], _corpus: Corpus) -> Iterator[Finding]:
    """Every entry has a voucher, what is spent was approved, and is booked on a line or fund."""
    record = entry.record
    known = {one.id for one in record.entries}
    for index, one in enumerate(record.entries):
        if one.voucher is None:
            yield Finding(("entries", index), NO_VOUCHER, {"purpose": one.purpose, "amount": one.amount})
        if one.split_of is not None and (one.split_of not in known or one.split_of == one.id):
            yield Finding(("entries", index, "split_of"), NO_SUCH_ENTRY, {"found": one.split_of})
        if one.direction is not Direction.OUT:
            continue
        if one.approved_by is None and one.expense is None:
            values = {"step": Words("付款", "payment"), "missing": Words("批准", "approval")}
            yield Finding(("entries", index), NOT_APPROVED, values)
        if one.budget_line is None and one.fund is None and record.fund is None:
            yield Finding(("entries", index), NO_LINE, {"purpose": one.purpose, "amount": one.amount})


def hands_differ(entry: Entry[Ledger], corpus: Corpus) -> Iterator[Finding]:
    """Every sum is handled by several posts, none of which approved it."""
    for index, one in enumerate(entry.record.entries):
        handling, approving = _tasks(index, one)
        yield from several(corpus, handling)
        yield from apart([(handling, approving)])


def _tasks(index: int, one: LedgerEntry) -> tuple[Task, Task]:
    approver = (one.approved_by,) if one.approved_by else ()
    return (
        Task(Words("经办人", "a handler"), ("entries", index, "handlers"), one.handlers),
        Task(Words("批准人", "the approver"), ("entries", index, "approved_by"), approver),
    )


def gifts_are_modest(entry: Entry[Ledger], corpus: Corpus) -> Iterator[Finding]:
    """Gifts stay below the limit for one and for all of them, and those who pay agreed."""
    each, most = corpus.profile.number("gift.per-unit"), corpus.profile.number("gift.total")
    total = NOTHING
    for index, one in enumerate(entry.record.entries):
        gift = one.gift
        if gift is None:
            continue
        if each is not None and gift.unit_price > each:
            fault = Words(
                f"每份 {gift.unit_price}，限 {each}", f"one costs {gift.unit_price}, {each} is the limit"
            )
            yield Finding(
                ("entries", index, "gift", "unit_price"), TOO_GENEROUS, {"to": gift.to, "fault": fault}
            )
        if gift.agreed is not None and gift.asked is not None and gift.agreed > gift.asked:
            fault = Words(
                f"问了 {gift.asked} 人，同意的却有 {gift.agreed} 人",
                f"{gift.asked} were asked, and {gift.agreed} agreed",
            )
            yield Finding(("entries", index, "gift", "agreed"), TOO_GENEROUS, {"to": gift.to, "fault": fault})
        if gift.agreed is None:
            fault = Words("没有写多少人同意", "how many agreed is not written")
            yield Finding(("entries", index, "gift"), TOO_GENEROUS, {"to": gift.to, "fault": fault})
        if most is not None and total <= most < total + one.amount:
            whole = total + one.amount
            fault = Words(
                f"加上这一笔共 {whole}，限 {most}", f"with this all gifts cost {whole}, {most} is the limit"
            )
            yield Finding(("entries", index, "amount"), TOO_GENEROUS, {"to": gift.to, "fault": fault})
        total += one.amount


def hidden_entries_leave_the_balance_true(entry: Entry[Ledger], _corpus: Corpus) -> Iterator[Finding]:
    """Where some readers do not see every entry, the closing balance is written, so that theirs is right too."""
    record = entry.record
    if record.stated_closing is None:
        for index, one in enumerate(record.entries):
            if not record.audience.admits(one.audience):
                yield Finding(("entries", index, "audience"), CLOSING_UNKNOWN)
                return


RULES = (
    Rule(PERIOD, "ledgers", period_is_clear),
    Rule(NO_VOUCHER, "ledgers", entries_are_proven),
    Rule(TOO_FEW, "ledgers", hands_differ),
    Rule(TOO_GENEROUS, "ledgers", gifts_are_modest),
    Rule(CLOSING_UNKNOWN, "ledgers", hidden_entries_leave_the_balance_true),
)
