"""Mistakes of writing a value: the field says what it must be, and this says how to write it."""

from difflib import get_close_matches

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

NOT_SO_WRITTEN = Mistake("VAL-01")
NOT_MONEY = Mistake("VAL-02")
NO_SUCH_DAY = Mistake("VAL-03")
EMPTY = Mistake("VAL-04")
NULL = Mistake("VAL-11")
NOT_TRUE_OR_FALSE = Mistake("VAL-05")
NOT_A_CHOICE = Mistake("VAL-06")
LIST_EXPECTED = Mistake("VAL-07")
GROUP_EXPECTED = Mistake("VAL-08")
VALUE_EXPECTED = Mistake("VAL-09")
SEVERAL_LINES = Mistake("VAL-10")

BORDERED = Mistake("VAL-12")


def meant(word: str, known: list[str]) -> Words:
    """“did you mean …?”, or nothing when no known word is near."""
    return did_you_mean(nearest(word, known, 0.6))


def nearest(word: str, known: list[str], cutoff: float = 0.7) -> str:
    """The known word that is most like `word`; empty when none is like it."""
    near = get_close_matches(word[:80], known, n=1, cutoff=cutoff)
    return near[0] if near else ""


def did_you_mean(word: str) -> Words:
    """The question whether `word` was meant; nothing when there is no word."""
    return Words(f"，是不是“{word}”？", f"; did you mean “{word}”?") if word else Words("", "")
