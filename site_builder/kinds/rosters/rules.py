"""What must hold of a roster: somebody is there, nobody is there too long, it is known in time."""

from collections.abc import Iterator
from datetime import timedelta

from site_builder.kinds.rosters.hours import days_of, duties, gaps, hours_of, required
from site_builder.kinds.rosters.record import Roster, Scope
from site_builder.kinds.rosters.workload import workload
from site_builder.mistakes.periods import told_at
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import PHONE, fits
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

UNCOVERED = Mistake("DUT-01")
UNMANNED = Mistake("DUT-02")
OVERWORKED = Mistake("DUT-03")
TOO_LATE = Mistake("DUT-04")
FEW_GUARDS = Mistake("DUT-05")
NO_OFFICE_PHONE = Mistake("DUT-06")
OUTSIDE = Mistake("DUT-08")

DAYS_OFF = (Scope.HOLIDAY, Scope.VACATION)
"""Duty while the school is closed: a leader and staff every day, known beforehand."""


def somebody_is_there(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """Every minute in which somebody has to be there is covered by a shift."""
    record = entry.record
    turns = duties(record, corpus.workdays)
    open_ = tuple(gaps(required(record, turns, corpus.workdays), (duty.span for duty in turns)))
    if open_:
        first = open_[0]
        hours = hours_of(sum((one.ends - one.begins for one in open_), timedelta()))
        values = {"begins": told_at(first.begins), "ends": told_at(first.ends), "gaps": len(open_)}
        yield Finding(("shifts",), UNCOVERED, values | {"hours": hours})


def days_off_have_a_leader_and_staff(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """On each day of a holiday or vacation roster a leader and enough others begin a shift."""
    record, least = entry.record, corpus.profile.least("duty.min-staff")
    if record.scope not in DAYS_OFF:
        return
    turns = duties(record, corpus.workdays)
    without: dict[str, list[tuple[str, int | None]]] = {"leader": [], "staff": []}
    for day in days_of(record):
        own = [duty.shift for duty in turns if duty.span.begins.date() == day]
        shifts = [record.shifts[place] for place in own]
        where = (day.isoformat(), own[0] if own else None)
        if not any(shift.leader for shift in shifts):
            without["leader"].append(where)
        if len({post for shift in shifts for post in shift.staff}) < least:
            without["staff"].append(where)
    faults = {
        "leader": Words("没有带班领导", "no leader"),
        "staff": Words(f"值班不到 {least} 人", f"fewer than {least} staff"),
    }
    for field, found in without.items():
        if found:
            day_, place = found[0]
            trail = ("shifts",) if place is None else ("shifts", place)
            yield Finding(trail, UNMANNED, {"day": day_, "days": len(found), "fault": faults[field]})


def nobody_is_overworked(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """No shift or week is too long, nobody is at two places or back too soon; on days off people are on call."""
    for trail, post, fault in workload(entry.record, corpus, on_call=entry.record.scope in DAYS_OFF):
        yield Finding(trail, OVERWORKED, {"post": post, "fault": fault})


def holidays_are_known_beforehand(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """A roster for days off is public some working days before the first of them."""
    record, least = entry.record, corpus.profile.count("duty.published-before")
    if record.scope not in DAYS_OFF or record.published_on is None or least is None:
        return
    days = corpus.workdays.count(record.published_on, record.starts_on - timedelta(days=1))
    if days < least:
        values = {"published": record.published_on, "starts_on": record.starts_on, "days": days}
        yield Finding(("published_on",), TOO_LATE, values | {"least": least})


def there_are_guards_enough(entry: Entry[Roster], corpus: Corpus) -> Iterator[Finding]:
    """The school has a guard for every so many pupils."""
    per, guards = corpus.profile.count("guards.per-pupils"), entry.record.guards
    site = next((one.record for one in corpus.of("site")), None)
    if not per or guards is None or site is None:
        return
    needed = -(-site.pupils // per)
    if guards < needed:
        values = {"guards": guards, "needed": needed, "pupils": site.pupils, "per": per}
        yield Finding(("guards",), FEW_GUARDS, values)


def phones_are_those_of_offices(entry: Entry[Roster], _corpus: Corpus) -> Iterator[Finding]:
    """The telephone of a roster is an office line; nobody's own number."""
    phone = entry.record.phone
    if phone is not None and fits(PHONE, phone) is None:
        yield Finding(("phone",), NO_OFFICE_PHONE, {"phone": phone, "example": PHONE.example})


def shifts_lie_in_the_period(entry: Entry[Roster], _corpus: Corpus) -> Iterator[Finding]:
    """A shift on one day is on a day of the roster."""
    record = entry.record
    for place, shift in enumerate(record.shifts):
        if shift.date is not None and not record.starts_on <= shift.date <= record.ends_on:
            values = {"day": shift.date, "starts_on": record.starts_on, "ends_on": record.ends_on}
            yield Finding(("shifts", place, "date"), OUTSIDE, values)


RULES = tuple(
    Rule(mistake, "rosters", check)
    for mistake, check in (
        (UNCOVERED, somebody_is_there),
        (UNMANNED, days_off_have_a_leader_and_staff),
        (OVERWORKED, nobody_is_overworked),
        (TOO_LATE, holidays_are_known_beforehand),
        (FEW_GUARDS, there_are_guards_enough),
        (NO_OFFICE_PHONE, phones_are_those_of_offices),
        (OUTSIDE, shifts_lie_in_the_period),
    )
)
