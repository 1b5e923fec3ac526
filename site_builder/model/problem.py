"""What somebody wrote wrong, as a value: where, which mistake, what to do."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from site_builder.model.words import Words

Trail = tuple[str | int, ...]
"""The way from the top of a record to a value in it: ``("lines", 3, "amount")``."""


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """错误 / Error: nothing is published."""
    WARNING = "warning"
    """警告 / Warning: published, but somebody should look."""
    NOTE = "note"
    """提示 / Note: worth knowing."""


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
    """One kind of mistake people make: its stable code and everything `explain` tells about it."""

    code: str
    """Stable for ever, so that it can be searched for, waived and quoted: ``YAML-04``."""
    message: Words
    """What is wrong, with ``{placeholders}`` for what was found."""
    hint: Words
    """What to do, as concrete as the placeholders allow."""
    why: Words
    """Why the tool refuses it; one or two sentences."""
    wrong: str
    """An example of the mistake."""
    right: str
    """The same example as it should be."""
    severity: Severity = Severity.ERROR
    basis: str = ""
    """The rule, law or standard it rests on, where there is one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake found at a place inside a record; `check` turns it into a Problem with file and line."""

    trail: Trail
    mistake: Mistake
    values: dict[str, Any] = field(default_factory=dict)
    """What the placeholders of the mistake stand for; numbers and text, or Words where it differs by language."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake found in a file: everything a clerk needs to mend it."""

    where: Location
    mistake: Mistake
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The stable code of the mistake."""
        return self.mistake.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.mistake.severity

    def message(self, language: str) -> str:
        """What is wrong, in `language`."""
        return self.mistake.message.fill(**self.values).say(language)

    def hint(self, language: str) -> str:
        """What to do, in `language`."""
        return self.mistake.hint.fill(**self.values).say(language)

    def order(self) -> tuple[str, int, int, str]:
        """The key by which reports are sorted: file, line, column, code."""
        return (self.where.path, self.where.line, self.where.column, self.mistake.code)
