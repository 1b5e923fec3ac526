"""The words of each mistake, kept as TOML in texts/ so that whoever edits or translates them needs no Python."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from site_builder.model.words import Words


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """错误 / Error: nothing is published."""
    WARNING = "warning"
    """警告 / Warning: published, but somebody should look."""
    NOTE = "note"
    """提示 / Note: worth knowing."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is told about one kind of mistake; `explain` prints it whole."""

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


def told(code: str) -> Told:
    """What texts/ says of a code; a code that nobody wrote words for is a programmer's error."""
    return _family(code.partition("-")[0])[code]


def has_words(code: str) -> bool:
    """Whether texts/ says anything of a code that somebody wrote."""
    family = code.partition("-")[0]
    return family.isalpha() and f"{family}.toml" in _names() and code in _family(family)


def codes() -> tuple[str, ...]:
    """Every code that texts/ has words for."""
    return tuple(code for name in _names() for code in _family(name.removesuffix(".toml")))


@cache
def _names() -> tuple[str, ...]:
    from importlib.resources import files  # as below

    found = (one.name for one in (files("site_builder") / "texts").iterdir())
    return tuple(sorted(name for name in found if name.endswith(".toml")))


@cache
def _family(name: str) -> dict[str, Told]:
    """The texts of all codes that begin alike; read when the first of them is told, for most builds need none."""
    # Takes 12 ms to import, and most builds have nothing to tell.
    import tomllib
    from importlib.resources import files

    content = tomllib.loads((files("site_builder") / "texts" / f"{name}.toml").read_text("utf-8"))
    return {
        code: Told(
            message=Words(**text["message"]),
            hint=Words(**text["hint"]),
            why=Words(**text["why"]),
            wrong=text["wrong"].removesuffix("\n"),
            right=text["right"].removesuffix("\n"),
            severity=Severity(text.get("severity", "error")),
            basis=text.get("basis", ""),
        )
        for code, text in content.items()
    }
