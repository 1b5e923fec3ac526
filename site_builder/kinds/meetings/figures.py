"""What follows from the record of a meeting."""

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.meetings.record import Meeting
from site_builder.model.corpus import Corpus, Entry


class MeetingFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How many came and what was decided."""

    attendance: Decimal | None
    """到会率：实到占应到。
    Attendance: of those expected, in hundredths."""
    decided: int
    """决议数：作出几项决议。
    Decided: how many resolutions."""
    amount: Decimal
    """决定金额：各项决议的金额之和。
    Amount decided: of all resolutions together."""


def figures(entry: Entry[Meeting], _corpus: Corpus) -> MeetingFigures:
    """The share that came, the number of resolutions and the money they decide on."""
    meeting = entry.record
    rate = Decimal(100 * meeting.present) / meeting.expected if meeting.expected else None
    return MeetingFigures(
        attendance=None if rate is None else rate.quantize(Decimal("0.1"), ROUND_HALF_UP),
        decided=len(meeting.resolutions),
        amount=sum((one.amount or Decimal(0) for one in meeting.resolutions), Decimal("0.00")),
    )
