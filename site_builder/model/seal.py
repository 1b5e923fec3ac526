"""What the public has read of a record, remembered so that nothing of it changes in silence."""

from datetime import date

import msgspec


class Seal(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the publication log."""

    name: str
    """Of the record: ``fees/milk``."""
    on: date
    """The day it was noted."""
    digest: str
    """Of everything the record said to the public; equal digests spare all further looking."""
    fields: dict[str, str]
    """What every field said, by its place: ``lines.water.approved``."""
    corrections: int = 0
    """How many corrections the record had by then."""
    files: dict[str, str] = {}
    """The SHA-256 of each file that it offered, by name."""
