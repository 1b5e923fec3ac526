"""A place in a record that reads as something a site should not say; rules decide whether it is a mistake there."""

import msgspec


class Spot(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """What was noticed when the record was read, so that nobody has to read ten thousand texts again."""

    code: str
    """Of the mistake it would be."""
    trail: tuple[str | int, ...]
    found: str
    """The words that were noticed, blotted out where they would give somebody away."""
    sort: str = ""
    """Which of several faults with that code it is."""
    more: str = ""
    """What else the message needs."""
