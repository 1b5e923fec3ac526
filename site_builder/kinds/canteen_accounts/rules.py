"""What must hold of a canteen's monthly account."""

from collections.abc import Iterator
from datetime import date

from site_builder.kinds.canteen_accounts.figures import ingredients, paid_for_meals, rate, surplus, total
from site_builder.kinds.canteen_accounts.record import CanteenAccount
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.days import shifted, span_of
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import Severity
from site_builder.model.words import Words

LATE = Mistake("CAN-01")
SURPLUS = Mistake("CAN-03")
NOT_A_COST = Mistake("CAN-07")
FEW_INGREDIENTS = Mistake("CAN-11")


def published_in_time(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Finding]:
    """A month's account is public by a day of the next month; as long as it is not, the delay only warns."""
    latest = corpus.profile.count("canteen.published-by")
    if latest is None:
        return
    first, last = span_of(shifted(entry.record.month, 1))
    due = date(first.year, first.month, min(latest, last.day))
    published = entry.record.published_on
    if published is not None and published > due:
        fault = Words(f"{published} 公布", f"published on {published}")
        yield Finding(("published_on",), LATE, {"fault": fault, "due": due, "days": (published - due).days})
    elif published is None and corpus.today > due:
        fault = Words("还没有公布", "not published yet")
        values = {"fault": fault, "due": due, "days": (corpus.today - due).days}
        yield Finding(("month",), LATE, values, Severity.WARNING)


def surplus_is_small(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Finding]:
    """A canteen makes no profit: a surplus stays below the limits, a loss beyond the first is explained."""
    record, profile = entry.record, corpus.profile
    income, left = total(record.income), surplus(record)
    if not income:
        return
    share = 100 * left / income
    pointed, most = profile.number("canteen.surplus-warning"), profile.number("canteen.surplus-limit")
    loss, error = left < 0, most is not None and share > most
    limit = most if error else pointed
    if limit is None or abs(share) <= limit or (loss and record.note):
        return
    what = Words("亏损率", "loss") if loss else Words("盈余率", "surplus")
    values = {"what": what, "rate": rate(abs(left), income), "limit": limit, "amount": abs(left)}
    yield Finding(("closing",), SURPLUS, values, Severity.ERROR if error else Severity.WARNING)


def only_costs_of_meals(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Finding]:
    """No expense is one that may not be booked on the canteen."""
    words = corpus.profile.words("canteen.not-a-cost")
    for index, line in enumerate(entry.record.expenses):
        for field in ("what", "note"):
            found = next((word for word in words if word in (getattr(line, field) or "")), None)
            if found is not None:
                yield Finding(("expenses", index, field), NOT_A_COST, {"word": found, "amount": line.amount})
                break


def most_goes_into_food(entry: Entry[CanteenAccount], corpus: Corpus) -> Iterator[Finding]:
    """In a canteen that the school runs, enough of what is paid for meals goes into ingredients."""
    record, floor = entry.record, corpus.profile.number("canteen.ingredients")
    canteens = [one.record for one in corpus.of("canteens") if record.canteen in (None, one.id)]
    paid, spent = paid_for_meals(record), ingredients(record)
    if floor is None or not paid or [one.mode for one in canteens if one.mode != "shop"] != ["self-run"]:
        return
    if 100 * spent / paid < floor:
        place = next((n for n, line in enumerate(record.expenses) if line.kind == "ingredients"), None)
        trail = ("expenses",) if place is None else ("expenses", place, "amount")
        yield Finding(trail, FEW_INGREDIENTS, {"rate": rate(spent, paid), "floor": floor})


RULES = (
    Rule(LATE, "canteen-accounts", published_in_time),
    Rule(SURPLUS, "canteen-accounts", surplus_is_small),
    Rule(NOT_A_COST, "canteen-accounts", only_costs_of_meals),
    Rule(FEW_INGREDIENTS, "canteen-accounts", most_goes_into_food),
)
