"""What somebody wrote wrong, as a value: where, which mistake, what to do."""

from dataclasses import dataclass, field
from typing import Any

from site_builder.model.private_numbers import hidden
from site_builder.model.told import Severity, Told, told

Trail = tuple[str | int, ...]
"""The way from the top of a record to a value in it: ``("lines", 3, "amount")``."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text; both numbers count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file of the project, the path written with ``/`` and relative to the project."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Mistake:
    """One kind of mistake people make; its words stand in texts/, or are brought along by a package of rules."""

    code: str
    """Stable for ever, so that it can be searched for, waived and quoted: ``YAML-04``."""
    brought: Told | None = None
    """The words, where they are not among the tool's own."""

    @property
    def told(self) -> Told:
        """Everything `explain` tells about it."""
        return self.brought or told(self.code)

    @property
    def severity(self) -> Severity:
        """How much it weighs unless a finding says otherwise."""
        return self.told.severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake found at a place inside a record; `check` turns it into a Problem with file and line."""

    trail: Trail
    mistake: Mistake
    values: dict[str, Any] = field(default_factory=dict)
    """What the placeholders of the mistake stand for; numbers and text, or Words where it differs by language."""
    weighs: Severity | None = None
    """How much this one weighs, where it depends on how bad it is; else what the mistake says."""
    lacks: str = ""
    """The kind of which a record is missing, where that is what is told: one that cannot be read is not missing."""
    words: str = ""
    """The words at fault inside a text, as they were typed; the place told is theirs."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake found in a file: everything a clerk needs to mend it."""

    where: Location
    mistake: Mistake
    values: dict[str, Any] = field(default_factory=dict)
    weighs: Severity | None = None
    """How much it weighs, where that differs from what the mistake says."""

    @property
    def code(self) -> str:
        """The stable code of the mistake."""
        return self.mistake.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.weighs or self.mistake.severity

    def message(self, language: str) -> str:
        """What is wrong, in `language`; the number of a person is never told again whole."""
        return hidden(self.mistake.told.message.fill(**self.values).say(language))

    def hint(self, language: str) -> str:
        """What to do, in `language`."""
        return hidden(self.mistake.told.hint.fill(**self.values).say(language))

    def order(self) -> tuple[str, int, int, str]:
        """The key by which reports are sorted: file, line, column, code."""
        return (self.where.path, self.where.line, self.where.column, self.mistake.code)
