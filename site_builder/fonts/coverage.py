"""Which characters the bundled faces can draw, known without opening a font."""

from functools import cache
from pathlib import Path

_LISTS = Path(__file__).parent / "characters"
_FAMILIES = {"Serif SC": "chinese", "Sans SC": "chinese", "Latin": "latin", "English": "english"}
# They part lines and columns of a text and are never drawn.
_LAYOUT = frozenset("\t\n\r")


@cache
def drawn_by(family: str) -> frozenset[str]:
    """The characters that every face of a bundled `family` has, as its list in ``characters/`` says."""
    text = (_LISTS / f"{_FAMILIES[family.removeprefix('Disclosure ')]}.txt").read_text(encoding="utf-8")
    drawn: set[str] = set()
    for line in text.split("\n"):
        if line.startswith("U+"):
            first, _, last = line.removeprefix("U+").partition("-")
            drawn.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
        elif not line.startswith("#"):
            drawn.update(line)
    return frozenset(drawn)


@cache
def _drawn_on_a_sheet() -> frozenset[str]:
    return drawn_by("Disclosure Latin") | drawn_by("Disclosure Serif SC") | _LAYOUT


def missing(text: str) -> frozenset[str]:
    """The characters of `text` that would come out as empty boxes on a sheet: no bundled body face has them.

    A rare character in a name is the common case; it has to be found before the sheet is printed, not on it.
    """
    return frozenset(text) - _drawn_on_a_sheet()
