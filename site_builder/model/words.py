"""Text shown to people, in the two languages that every part of the tool speaks."""

from collections.abc import Mapping
from dataclasses import dataclass


class Tongue(str):
    """The tag of a further language, which knows what English words are in it."""

    __slots__ = ("phrases",)
    phrases: Mapping[str, str]

    def __new__(cls, tag: str, phrases: Mapping[str, str]) -> "Tongue":
        """The language of that tag."""
        made = super().__new__(cls, tag)
        made.phrases = phrases
        return made

    def of(self, english: str) -> str:
        """The words in this language; English where nobody has said."""
        return self.phrases.get(english) or english


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Chinese and in English; the English one is also the key for further languages."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        """The text in `language` (a tag such as ``zh-CN``); English where a language has no word for it."""
        if language.startswith("zh"):
            return self.zh
        return language.of(self.en) if isinstance(language, Tongue) else self.en

    def fill(self, **values: object) -> "Words":
        """The same text with its ``{placeholders}`` replaced; a value that is itself Words is filled per language."""

        def in_one(language: str) -> str:
            spoken = {
                key: value.say(language) if isinstance(value, Words) else value
                for key, value in values.items()
            }
            return self.say(language).format_map(spoken)

        return Words(in_one("zh"), in_one("en"))
