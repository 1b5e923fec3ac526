"""A language of the interface as its catalogue has it: words, forms for numbers, how dates and sums are written.

Chinese and English are written in the source. Any further language is one catalogue (gettext, ``.po``) in which the
English is the key, also of labels, months and the patterns below; what it leaves out stays English.
"""

from collections.abc import Mapping
from functools import cache
from gettext import c2py
from typing import Any

import msgspec

from site_builder.model.words import Tongue

SAMPLE = "1,234.56"
"""The key under which a catalogue shows how figures are written: its signs take the place of these."""
TWO_FORMS = "n != 1"
"""When English takes the second form."""


class Phrases(msgspec.Struct, frozen=True):
    """What a catalogue says."""

    single: dict[str, str] = {}
    """By the English."""
    counted: dict[str, tuple[str, ...]] = {}
    """The forms of what is counted, by the English singular."""
    rule: str = TWO_FORMS
    """Which form a number takes, in the notation of gettext."""


def count(phrases: Phrases, one: str, many: str, n: int, values: Mapping[str, Any]) -> str:
    """A phrase in the form that its number asks for."""
    forms = phrases.counted.get(one)
    chosen = _rule(phrases.rule if forms else TWO_FORMS)(abs(n))
    forms = forms or (one, many)
    return forms[min(int(chosen), len(forms) - 1)].format_map({"n": n, **values})


@cache
def _rule(written: str) -> Any:
    return c2py(written)


def figure(language: str, written: str) -> str:
    """A figure that stands with the signs of English, with those of a language."""
    if not isinstance(language, Tongue):
        return written
    sample = language.of(SAMPLE)
    return written.translate({ord(","): sample[1:-6], ord("."): sample[-3]})


def pattern(language: str, english: str, **values: object) -> str:
    """A pattern, such as that of a date, filled with words that are in the language already."""
    spoken = language.of(english) if isinstance(language, Tongue) else english
    return spoken.format_map(values)


def word(language: str, english: str) -> str:
    """An English word in a language."""
    return language.of(english) if isinstance(language, Tongue) else english
