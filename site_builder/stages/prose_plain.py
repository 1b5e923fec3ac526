"""Writes the texts that nearly everybody writes: paragraphs, headings, flat lists, quotations, tables in a row.

Such a text needs neither mending nor a block parser, as one pattern tells each block with all its lines. Whatever else
a text may hold, a list in a list or a row with a cell too few, makes it one for the long way; and of what is written
here the long way would make the same.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from site_builder.stages.prose_losses import kept, shown
from site_builder.stages.prose_tables import cells_of, sides_of, starts_table
from site_builder.stages.prose_tree import Written, tag_of_heading
from site_builder.stages.prose_words import Inline, inline

_FIGURE = "[0-9０-９¥￥$€]"
_LINE = r"　*(?:[^\s*_#>|0-9-]|\*\*?[^\s*|]|[0-9]++(?!\. ))[^\n|\t]*"
"""A line that begins with words, or with stars or figures that belong to them."""
_BLOCK = re.compile(
    rf"""(?:
    (?P<words>{_LINE}(?:\n{_LINE})*)
    |(?P<signs>\#{{1,6}})(?P<heading>[ ]+[^\s\#|][^\n\#|\t]*)
    |(?P<numbered>[0-9]{{1,9}}\.[ ]+{_LINE}(?:\n[0-9]{{1,9}}\.[ ]+{_LINE})*)
    |(?P<bullets>(?:\*[ ]+|-[ ]+(?!{_FIGURE})){_LINE}(?:\n(?:\*[ ]+|-[ ]+(?!{_FIGURE})){_LINE})*)
    |(?P<quotation>>[ ](?!{_FIGURE}){_LINE}(?:\n>[ ](?!{_FIGURE}){_LINE})*)
    |(?P<table>\|[^\n\t]*\n\|[ :|-]*+(?:\n\|[^\n\t]*)*)
    )(?:\n(?:[^\S\n]*\n)*|\Z)""",
    re.VERBOSE,
)
_CONTAINERS = {"numbered": "list", "bullets": "list", "quotation": "quotation"}
"""Two of a sort, one right behind the other, would grow together."""
_DOUBTFUL = re.compile(r"[\\`\[<>&\n\xa0]")
"""Of words without any of these nothing can be lost or let in: stars become tags, all the rest is shown as typed."""


def write_plain(text: str, clean: Callable[[str], str]) -> Written | None:
    """`text` as HTML, None when it is not that plain; `clean` is asked about all words that bear more than stars."""
    writer = _Writer(clean)
    place, above = 0, None
    while place < len(text):
        block = _BLOCK.match(text, place)
        if block is None:
            return None
        kind = block.lastgroup or ""
        container = _CONTAINERS.get(kind)
        if (container and container == above) or not writer.write(kind, block):
            return None
        place, above = block.end(), container
    return Written("\n".join(writer.parts), writer.pieces, writer.remarkable, writer.doubtful)


@dataclass(slots=True)
class _Writer:
    clean: Callable[[str], str]
    parts: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    remarkable: list[tuple[int, Inline]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    doubtful: bool = False

    def write(self, kind: str, block: re.Match[str]) -> bool:
        """Write one block; False when the long way would find something wrong with it."""
        typed = block[kind]
        if kind == "words":
            html = f"<p>{self._words(typed)}</p>"
        elif kind == "heading":
            tag = tag_of_heading(self.headings, len(block["signs"]))
            html = f"<{tag}>{self._words(typed.rstrip())}</{tag}>"
        elif kind == "quotation":
            words = typed[2:].replace("\n> ", "\n")
            html = f"<blockquote><p>{self._words(words)}</p></blockquote>"
        elif kind == "bullets":
            items = [f"<li>{self._words(line[2:])}</li>" for line in typed.split("\n")]
            html = f"<ul>{''.join(items)}</ul>"
        else:
            html = self._numbered(typed) if kind == "numbered" else self._table(*typed.split("\n"))
        self.parts.append(html)
        return bool(html)

    def _words(self, words: str) -> str:
        written = inline(words)
        self.pieces.append(words)
        if written.links or written.troubles:
            self.remarkable.append((len(self.pieces) - 1, written))
        if _DOUBTFUL.search(words) is None:
            return written.html
        html = self.clean(written.html)
        self.doubtful = self.doubtful or kept(words) != kept(shown(html))
        return html

    def _numbered(self, typed: str) -> str:
        first = int(typed.partition(".")[0])
        parts = ["<ol>" if first == 1 else f'<ol start="{first}">']
        for expected, line in enumerate(typed.split("\n"), first):
            number, _, words = line.partition(".")
            if number != str(expected):
                return ""
            self.pieces.append(f"{number}.")
            parts.append(f"<li>{self._words(words)}</li>")
        return f"{''.join(parts)}</ol>"

    def _table(self, header: str, separator: str, *rows: str) -> str:
        columns = len(cells_of(header))
        if not starts_table(header, separator) or any(
            len(cells_of(row)) != columns for row in (separator, *rows)
        ):
            return ""
        sides = [f' class="{side}"' if side else "" for side in sides_of(separator)]
        head = self._row('th scope="col"', header, sides)
        body = "".join(self._row("td", row, sides) for row in rows)
        return f"<table><thead>{head}</thead>{body and f'<tbody>{body}</tbody>'}</table>"

    def _row(self, tag: str, row: str, sides: list[str]) -> str:
        cells = [
            f"<{tag}{side}>{self._words(words)}</{tag[:2]}>"
            for words, side in zip(cells_of(row), sides, strict=True)
        ]
        return f"<tr>{''.join(cells)}</tr>"
