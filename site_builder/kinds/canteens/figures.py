"""What follows from the handlers of a canteen: who of them is on duty with a valid certificate."""

from datetime import date

import msgspec

from site_builder.kinds.canteens.record import Canteen, Handler
from site_builder.model.corpus import Corpus, Entry


class CanteenFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A canteen's handlers in numbers; empty for readers who may not see them."""

    on_duty: int | None
    """在岗人数：到生成之日在岗的从业人员。
    On duty: food handlers on the day of the build."""
    certified: int | None
    """健康证有效：其中健康证有效的。
    Certified: those of them whose certificate holds."""
    trained: int | None
    """已培训：其中培训过的。
    Trained: those of them who were trained."""


def uncovered(one: Handler, today: date) -> date | None:
    """The first day up to today on which somebody is on duty without a valid certificate."""
    if one.certificate_until is None or (one.certificate_from or one.on_duty_from) > one.on_duty_from:
        first = one.on_duty_from
    else:
        first = max(one.on_duty_from, date.fromordinal(one.certificate_until.toordinal() + 1))
    last = min(one.on_duty_to or today, today)
    return first if first <= last else None


def figures(entry: Entry[Canteen], corpus: Corpus) -> CanteenFigures:
    """Handlers on duty on the day of the build."""
    today, handlers = corpus.today, entry.record.handlers
    there = [one for one in handlers if one.on_duty_from <= today <= (one.on_duty_to or today)]
    valid = [one for one in there if one.certificate_until is not None and one.certificate_until >= today]
    trained = [one for one in there if one.trained_on is not None and one.trained_on <= today]
    if not handlers:
        return CanteenFigures(on_duty=None, certified=None, trained=None)
    return CanteenFigures(on_duty=len(there), certified=len(valid), trained=len(trained))
