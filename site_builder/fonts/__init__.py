"""The faces that come with the package, so that a machine without any Chinese font prints the same sheet.

Four families. ``Disclosure Serif SC`` and ``Disclosure Sans SC`` are Chinese. ``Disclosure Latin`` stands before the
serif one and gives digits of exactly half an em, so that two of them take the room of one character.
``Disclosure English`` has the punctuation of English too and is for English text only: in a Chinese line its
quotation marks would be too narrow.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Face:
    """One font file and how CSS asks for it."""

    family: str
    file: str
    weight: int
    style: str = "normal"


FACES = (
    Face("Disclosure Serif SC", "disclosure-serif-sc-400.ttf", 400),
    Face("Disclosure Serif SC", "disclosure-serif-sc-700.ttf", 700),
    Face("Disclosure Sans SC", "disclosure-sans-sc-400.ttf", 400),
    Face("Disclosure Sans SC", "disclosure-sans-sc-500.ttf", 500),
    Face("Disclosure Sans SC", "disclosure-sans-sc-700.ttf", 700),
    Face("Disclosure Latin", "disclosure-latin-400.ttf", 400),
    Face("Disclosure Latin", "disclosure-latin-700.ttf", 700),
    Face("Disclosure English", "disclosure-english-400.ttf", 400),
    Face("Disclosure English", "disclosure-english-400-italic.ttf", 400, "italic"),
    Face("Disclosure English", "disclosure-english-700.ttf", 700),
)

ROLES = {
    "title": Face("Disclosure Title", "title", 700),
    "heading": Face("Disclosure Heading", "heading", 500),
    "subheading": Face("Disclosure Subheading", "subheading", 400),
    "body": Face("Disclosure Body", "body", 400),
}
"""What faces of a site's own may set, and under which names; each stands before a bundled one."""


def folder() -> Path:
    """The folder with the files of `FACES`, and nothing else in it."""
    return Path(__file__).parent / "faces"
