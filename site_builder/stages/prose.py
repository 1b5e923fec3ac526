"""Renders the running text of a record or page: a small dialect of Markdown, cleaned, with nothing lost.

Nearly every text is plain enough for `prose_plain`. The blocks of the others are found by Python-Markdown, those of the
dialect and no more; the words inside a block are written by `prose_words` either way. What comes out is cleaned by nh3
against a fixed list, and compared with what went in, unless it holds nothing that could let in or lose anything.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Self
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    EmptyBlockProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
)

from site_builder.mistakes.prose import LOST, NUMBERING, SERIES, TOO_DEEP
from site_builder.model.problem import Mistake
from site_builder.stages.prose_figures import Trouble
from site_builder.stages.prose_limits import refuse
from site_builder.stages.prose_lines import HEADING, RULE, tidy
from site_builder.stages.prose_links import LOCAL_ADDRESS
from site_builder.stages.prose_losses import first_loss
from site_builder.stages.prose_places import find_remarkable, line_ends
from site_builder.stages.prose_plain import write_plain
from site_builder.stages.prose_tables import cells_of, sides_of, starts_table
from site_builder.stages.prose_tree import Written, write_tree
from site_builder.stages.prose_words import inline

_MARKED = re.compile(r"[\\`*\[<>&|\t\xa0]|^ *(?:[-_#]|[0-9]+\.)", re.MULTILINE)
"""Anything that could be a sign of the dialect; text without it is paragraphs and nothing else."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text ready to be put into a page."""

    html: str
    links: tuple[tuple[str, int], ...] = ()
    """What it points to, links and pictures, as typed and with the line, in the order of reading."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake in a text; `line` and `column` count from 1 inside the text."""

    line: int
    column: int
    mistake: Mistake
    values: dict[str, object] = field(default_factory=dict)


def render_prose(text: str) -> tuple[Rendered, tuple[Slip, ...]]:
    """The HTML of `text`, and what is wrong with it. With errors the HTML is safe, but not to be published."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if refused := refuse(text):
        return Rendered(""), _slips(text, refused)
    if _MARKED.search(text) is None:
        return Rendered(_paragraphs(text)), ()
    written = write_plain(text, _CLEANER.clean)
    return _render(text) if written is None else _examined(text, written, [])


def _paragraphs(text: str) -> str:
    """What `_render` makes of a text without any sign of the dialect, in a fraction of the time."""
    blocks = _BETWEEN_PARAGRAPHS.split(text)
    return "\n".join(f"<p>{inline(block).html}</p>" for block in blocks if block.strip())


def _render(text: str) -> tuple[Rendered, tuple[Slip, ...]]:
    """The long way, which any text can go."""
    source, numbers, troubles = tidy(text)
    if any(trouble.mistake is TOO_DEEP for trouble in troubles):
        return Rendered(""), _slips(text, troubles)
    root = Element("div")
    _PARSER.parseChunk(root, source)
    written = write_tree(root, numbers)
    return _examined(text, written._replace(html=_CLEANER.clean(written.html)), troubles)


def _examined(text: str, written: Written, troubles: list[Trouble]) -> tuple[Rendered, tuple[Slip, ...]]:
    """What was written of `text`, its links and mistakes, and whether anything was lost on the way."""
    links, more = find_remarkable(text, written)
    troubles += more
    told = any(trouble.mistake in (NUMBERING, SERIES) for trouble in troubles)
    if written.doubtful and not told and (loss := first_loss(text, written.html)):
        troubles.append(Trouble(loss[0], LOST, {"found": loss[1], "shown": loss[2]}))
    return Rendered(written.html, links), _slips(text, troubles) if troubles else ()


def _slips(text: str, troubles: Iterable[Trouble]) -> tuple[Slip, ...]:
    ends = line_ends(text)
    slips = []
    for at, mistake, values in sorted(troubles, key=lambda trouble: trouble.at):
        line = bisect_right(ends, at)
        slips.append(Slip(line + 1, at - (ends[line - 1] if line else 0) + 1, mistake, values))
    return tuple(slips)


class _Headings(BlockProcessor):
    """A line that begins with one to six `#` and a space."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return HEADING.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        line, _, rest = blocks.pop(0).partition("\n")
        signs = line.strip()
        words = signs.lstrip("#")
        level = len(signs) - len(words)
        bare = words.rstrip("#")
        SubElement(parent, f"h{level}").text = bare if bare.endswith(" ") and bare.strip() else words
        if rest:
            blocks.insert(0, rest)


class _Rules(BlockProcessor):
    """A line of three or more dashes, stars or underscores."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return RULE.match(block.partition("\n")[0]) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        rest = blocks.pop(0).partition("\n")[2]
        SubElement(parent, "hr")
        if rest:
            blocks.insert(0, rest)


class _Tables(BlockProcessor):
    """A table as GitHub writes it; the side on which a column stands is a class, as a page may not style itself."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        row, _, rest = block.partition("\n")
        return "|" in rest and starts_table(row, rest.partition("\n")[0])

    def run(self, parent: Element, blocks: list[str]) -> None:
        # A table at the end of a text comes with the line end that closes it, which is no row.
        header, separator, *rows = blocks.pop(0).rstrip().split("\n")
        sides = sides_of(separator)
        table = SubElement(parent, "table")
        self._row(SubElement(table, "thead"), "th", header, sides)
        if rows:
            body = SubElement(table, "tbody")
            for row in rows:
                self._row(body, "td", row, sides)

    def _row(self, parent: Element, tag: str, row: str, sides: list[str]) -> None:
        line = SubElement(parent, "tr")
        for index, words in enumerate(cells_of(row)):
            cell = SubElement(line, tag, {"scope": "col"} if tag == "th" else {})
            cell.text = words
            if index < len(sides) and sides[index]:
                cell.set("class", sides[index])


class _Quotations(BlockQuoteProcessor):
    """A quotation needs a space behind its sign: `>500` is a figure."""

    RE = re.compile(r"(^|\n)[ ]{0,3}> (.*)")


class _Numbered(OListProcessor):
    """A numbered list begins with the number that was typed."""

    SIBLING_TAGS: ClassVar = ["ol"]
    LAZY_OL = False
    MARKER = r"([0-9]{1,9}\.)"

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"^ {{0,3}}{self.MARKER} +(.*)")
        self.CHILD_RE = re.compile(rf"^ {{0,3}}({self.MARKER}) +(.*)")
        self.INDENT_RE = re.compile(r"^ {4,7}(?:[0-9]{1,9}\.|[*-]) +.*")


class _Bullets(_Numbered):
    """A plus is no bullet: it belongs to the figure behind it."""

    TAG = "ul"
    SIBLING_TAGS: ClassVar = ["ul"]
    MARKER = r"([*-])"


class _Dialect(Markdown):
    """A converter with the blocks of the dialect only; the words in them never reach Python-Markdown."""

    def build_parser(self) -> Self:
        self.parser = BlockParser(self)
        own = (_Tables, _Headings, _Rules, _Numbered, _Bullets, _Quotations)
        for place, kind in enumerate((EmptyBlockProcessor, ListIndentProcessor, *own, ParagraphProcessor)):
            self.parser.blockprocessors.register(kind(self.parser), kind.__name__, -place)
        return self


def _clean_attribute(tag: str, name: str, value: str) -> str | None:
    """A picture never comes from elsewhere, whatever the schemes that links may use."""
    if tag == "img" and name == "src" and not LOCAL_ADDRESS.match(value):
        return None
    return value


_PARSER = _Dialect().parser
_TAGS = "p h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td blockquote hr br strong em code a img"
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
    attribute_filter=_clean_attribute,
    tag_attribute_values={"a": {"rel": {"noopener"}}, "th": {"scope": {"col"}}},
    allowed_classes={"a": {"address"}, "th": {"center", "right"}, "td": {"center", "right"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
