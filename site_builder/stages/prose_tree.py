"""Writes the tree of blocks as HTML, and keeps the words in the order they came, so that each can be found again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from site_builder.stages.prose_words import Inline, inline

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Written(NamedTuple):
    """A tree as HTML."""

    html: str
    pieces: list[str]
    """Every text of the tree as it was typed, and the numbers before items, in the order of reading."""
    remarkable: list[tuple[int, Inline]]
    """The pieces that hold links or mistakes, by their place in `pieces`."""
    doubtful: bool = True
    """Whether it is still to be seen that nothing was lost."""


def write_tree(root: Element, numbers: list[str]) -> Written:
    """The blocks in `root` as HTML; `numbers` are those typed before the items of numbered lists."""
    _set_headings(root)
    writer = _Writer(iter(numbers))
    for block in root:
        writer.write(block)
        writer.parts.append("\n")
    return Written("".join(writer.parts).rstrip("\n"), writer.pieces, writer.remarkable)


def _set_headings(root: Element) -> None:
    above: list[int] = []
    for element in root.iter():
        if element.tag in _HEADINGS:
            element.tag = tag_of_heading(above, int(element.tag[1]))


def tag_of_heading(above: list[int], typed: int) -> str:
    """The top heading is h2, as the page owns h1, and each one below it one level deeper, never more.

    `above` are the levels, as typed, of the headings that the next one stands under.
    """
    while above and above[-1] >= typed:
        above.pop()
    above.append(typed)
    return f"h{min(len(above) + 1, 6)}"


@dataclass(slots=True)
class _Writer:
    numbers: Iterator[str]
    parts: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    remarkable: list[tuple[int, Inline]] = field(default_factory=list)

    def write(self, element: Element) -> None:
        """Write one block and the blocks in it."""
        tag = element.tag
        attributes = [f' {name}="{value}"' for name, value in element.items()] if element.attrib else ()
        self.parts.append(f"<{tag}{''.join(attributes)}>")
        if tag == "hr":
            return
        self._words(element.text)
        for child in element:
            if tag == "ol":
                self.pieces.append(f"{next(self.numbers, '')}.")
            self.write(child)
            self._words(child.tail)
        self.parts.append(f"</{tag}>")

    def _words(self, text: str | None) -> None:
        if not text or text.isspace():
            return
        written = inline(text)
        self.parts.append(written.html)
        self.pieces.append(text)
        if written.links or written.troubles:
            self.remarkable.append((len(self.pieces) - 1, written))
