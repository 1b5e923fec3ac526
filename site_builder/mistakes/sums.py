"""Mistakes of reckoning that any kind of record can hold."""

from site_builder.model.problem import Mistake

TOTAL = Mistake("INT-01")
BALANCE = Mistake("INT-02")
WORDS = Mistake("INT-06")
IN_PROSE = Mistake("INT-03")
TYPED = Mistake("INT-10")
