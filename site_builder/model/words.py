"""Text shown to people, in the two languages that every part of the tool speaks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Chinese and in English; the English one is also the key for further languages."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        """The text in `language` (a tag such as ``zh-CN``); English for every language but Chinese."""
        return self.zh if language.startswith("zh") else self.en

    def fill(self, **values: object) -> "Words":
        """The same text with its ``{placeholders}`` replaced; a value that is itself Words is filled per language."""

        def in_one(language: str) -> str:
            spoken = {
                key: value.say(language) if isinstance(value, Words) else value
                for key, value in values.items()
            }
            return self.say(language).format_map(spoken)

        return Words(in_one("zh"), in_one("en"))
