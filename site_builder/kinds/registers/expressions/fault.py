"""What is wrong with an expression, and where in it."""

from site_builder.model.words import Words


class Fault(Exception):
    """An expression that cannot be read; raised inside this folder only, and handed out of it as a value."""

    def __init__(self, at: int, what: Words, remedy: Words) -> None:
        super().__init__(what.en)
        self.at = at
        """Characters before the place, from 0."""
        self.what = what
        self.remedy = remedy
