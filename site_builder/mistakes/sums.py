"""Mistakes of reckoning that any kind of record can hold."""

from decimal import ROUND_HALF_UP, Decimal

from site_builder.model.problem import Mistake

TOTAL = Mistake("INT-01")
BALANCE = Mistake("INT-02")
RATE = Mistake("INT-04")
UNIT = Mistake("INT-05")
WORDS = Mistake("INT-06")
ELSEWHERE = Mistake("INT-11")
IN_PROSE = Mistake("INT-03")
TYPED = Mistake("INT-10")
JUMP = Mistake("INT-07")
PRODUCT = Mistake("INT-09")


def rounded_like(stated: Decimal, exact: Decimal) -> Decimal:
    """The exact rate with as many decimals as the stated one was typed with."""
    return exact.quantize(Decimal(1).scaleb(int(stated.as_tuple().exponent)), ROUND_HALF_UP)
