"""Ready-made registers: definitions that come with the tool, for duties that every place has."""

import re
from functools import cache
from pathlib import Path

import site_builder
from site_builder.model.words import Words

_HOME = Path(site_builder.__file__).parent / "registers"
_NAMED = re.compile(r"# (.+?) / (.+)")


@cache
def ready_made() -> dict[str, Words]:
    """What each is for, by name; the first line of its file says so in both languages."""
    return {path.stem: _about(path) for path in sorted(_HOME.glob("*.yaml"))}


def definition(name: str) -> str:
    """The file to begin with: columns, checks, and a few rows as examples."""
    return (_HOME / f"{name}.yaml").read_text(encoding="utf-8")


def _about(path: Path) -> Words:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    found = _NAMED.fullmatch(first)
    assert found is not None, path.name
    return Words(found[1], found[2])
