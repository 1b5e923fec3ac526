"""The figures of a canteen's account that have to agree with others."""

from collections.abc import Iterator

from site_builder.kinds.canteen_accounts.figures import NOTHING, months_so_far, surplus, total
from site_builder.kinds.canteen_accounts.record import CanteenAccount, IncomeKind
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import shifted
from site_builder.model.identity import Identity
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

DOES_NOT_ADD_UP = Mistake("CAN-02")
_CLOSING = Words("期末 = 期初 + 收入 − 支出", "closing = opening + income − expenses")
_OPENING = Words("期初 = 上月期末", "opening = closing of the month before")
_MEALS = Words("伙食费 = 供餐人次 × 餐价", "income from meals = meals × price")
_AMOUNT = Words("金额 = 数量 × 单价", "amount = quantity × price")
_SERVED = Words("供餐人次 = 各项份数之和", "meals = meals of all lines of income")
_YEAR_INCOME = Words("本年累计收入 = 各月之和", "income of the year = sum of its months")
_YEAR_EXPENSES = Words("本年累计支出 = 各月之和", "expenses of the year = sum of its months")


def identities(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Identity]:
    """The account adds up, goes on from the month before, and its year is the sum of the months."""
    record = entry.record
    closing = record.opening + surplus(record)
    yield Identity(("closing",), _CLOSING, record.closing, closing, DOES_NOT_ADD_UP)
    own = corpus.by("canteen-accounts", "canteen").get(record.canteen, ())
    month = shifted(record.month, -1)
    last = next((one.record for one in own if one.record.month == month), None)
    if last is not None:
        trail = ("opening" if record.opening else "month",)
        yield Identity(trail, _OPENING, record.opening, last.closing, DOES_NOT_ADD_UP)
    paid = [index for index, line in enumerate(record.income) if line.kind is IncomeKind.MEALS]
    if record.price is not None and len(paid) == 1 and not record.income[paid[0]].note:
        line, due = record.income[paid[0]], record.meals * record.price
        yield Identity(("income", paid[0], "amount"), _MEALS, line.amount, due, DOES_NOT_ADD_UP)
    yield from _counted(record)
    for field, side, claim in (
        ("stated_year_income", "income", _YEAR_INCOME),
        ("stated_year_expenses", "expenses", _YEAR_EXPENSES),
    ):
        stated = getattr(record, field)
        if stated is not None:
            summed = sum((total(getattr(one, side)) for one in months_so_far(entry, corpus)), NOTHING)
            yield Identity((field,), claim, stated, summed, DOES_NOT_ADD_UP)


def _counted(record: CanteenAccount) -> Iterator[Identity]:
    """Lines that say how many cost that many times their price; where all do, they are the meals served."""
    numbers = [one.quantity * one.servings for one in record.income if one.quantity is not None]
    for index, line in enumerate(record.income):
        if line.quantity is not None and line.price is not None and not line.note:
            due = line.quantity * line.price
            yield Identity(("income", index, "amount"), _AMOUNT, line.amount, due, DOES_NOT_ADD_UP)
    if len(numbers) == len(record.income):
        yield Identity(("meals",), _SERVED, record.meals, sum(numbers), DOES_NOT_ADD_UP)
