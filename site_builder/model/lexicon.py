"""Lists of words that say what a text speaks of, kept as TOML in texts/lexicon/ so that they grow without Python."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(list_: str, lexicon: str = "personal") -> tuple[str, ...]:
    """The words of a list, longest first, so that in an alternative the longest is tried first."""
    found = _lexicon(lexicon)[list_]
    return tuple(
        sorted(found.split() if isinstance(found, str) else found, key=lambda word: (-len(word), word))
    )


@cache
def signs(list_: str) -> frozenset[str]:
    """The characters of a list."""
    return frozenset("".join(words(list_)))


@cache
def either(*lists: str) -> str:
    """The words of some lists as a regular expression that fits any of them."""
    return "|".join(word for name in lists for word in words(name))


@cache
def _lexicon(name: str) -> dict[str, str | list[str]]:
    return tomllib.loads((files("site_builder") / "texts" / "lexicon" / f"{name}.toml").read_text("utf-8"))
