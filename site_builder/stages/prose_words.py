"""Turns the words of one paragraph, item or cell into HTML: stars, code, links, pictures and line breaks.

Everything is escaped but what is written here, in one pass from left to right, so the time grows with the length
only.
"""

import re
from html import escape
from typing import NamedTuple

from site_builder.mistakes.prose import COMMENT, HTML_TAG, LONE_STARS
from site_builder.stages.prose_figures import Trouble
from site_builder.stages.prose_joins import join_lines
from site_builder.stages.prose_links import Link, anchor, automatic, code_end, find_links, image
from site_builder.stages.prose_stars import Stars

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~\n]|``*|\*\**|\[|!\[|<|&|>|\n")
"""Each of its cases begins with one character, so the search leaps from sign to sign: over twenty times as fast."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>")
_HTML = frozenset(
    "a abbr address area article aside audio b base big blockquote body br button canvas caption center "
    "cite code col colgroup dd del details dialog div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label "
    "legend li link main map mark marquee math meta nav noscript object ol optgroup option p param "
    "picture pre q s script section select small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead title tr track tt u ul var video".split()
)
"""What a browser would take for a tag; any other word in angle brackets is a word."""


class Inline(NamedTuple):
    """Words as HTML, with the addresses they point to and what is wrong with them, by their offset in the words."""

    html: str
    links: tuple[tuple[int, str], ...] = ()
    troubles: tuple[Trouble, ...] = ()


def inline(text: str) -> Inline:
    """The HTML of `text`, which is one paragraph, heading, item or cell."""
    if _TOKEN.search(text) is None:
        return Inline(text.strip())
    links, troubles = find_links(text) if "](" in text or "]（" in text else ({}, [])
    writer = _Writer(text, links, troubles)
    end = len(text.rstrip())
    html = writer.write(len(text) - len(text.lstrip()), end)
    writer.troubles.sort(key=_offset)
    return Inline(html, tuple(writer.addresses), tuple(writer.troubles))


def _offset(trouble: Trouble) -> int:
    return trouble.at


class _Writer:
    """Writes one text; what it finds on the way gathers in `addresses` and `troubles`."""

    def __init__(self, text: str, links: dict[int, Link], troubles: list[Trouble]) -> None:
        self.text = text
        self.links = links
        self.addresses: list[tuple[int, str]] = []
        self.troubles = troubles
        self.hopeless: set[int] = set()
        self.linked = False

    def write(self, place: int, end: int) -> str:
        """The HTML of the text from `place` to `end`."""
        text = self.text
        token = _TOKEN.search(text, place, end)
        if token is None:
            return text[place:end]
        parts: list[str] = []
        stars = Stars(text, parts)
        while token is not None:
            if token.start() > place:
                parts.append(text[place : token.start()])
            sign = token[0]
            if sign[0] == "*":
                stars.take(token.start(), token.end())
                place = token.end()
            elif sign == "\n":
                place = self._line(token.end(), parts)
            else:
                place = self._take(sign, token.start(), parts)
            token = _TOKEN.search(text, place, end)
        parts.append(text[place:end])
        if stars.open:
            self.troubles += (Trouble(at, LONE_STARS, {}) for at in stars.lone())
        return join_lines("".join(parts))

    def _take(self, sign: str, at: int, parts: list[str]) -> int:
        """Write what `sign` begins; gives where it ends."""
        if sign == "<":
            return self._angle(at, parts)
        if sign[0] == "`":
            return self._code(sign, at, parts)
        if at in self.links:
            return self._link(at, self.links[at], parts)
        if sign == "\\\n":
            parts.append("<br>")
        else:
            parts.append(escape(sign.removeprefix("\\"), quote=False))
        return at + len(sign)

    def _code(self, ticks: str, at: int, parts: list[str]) -> int:
        begin = at + len(ticks)
        end = code_end(self.text, at, begin, self.hopeless)
        if end is None:
            parts.append(ticks)
            return begin
        parts.append(f"<code>{escape(self.text[begin : end - len(ticks)], quote=False)}</code>")
        return end

    def _line(self, place: int, parts: list[str]) -> int:
        """A line ends: two spaces before it break the line, otherwise it goes on."""
        before = parts[-1] if parts else ""
        if before.endswith(" "):
            parts[-1] = before.rstrip(" ")
        parts.append("<br>" if before.endswith("  ") else "\n")
        while self.text.startswith(" ", place):
            place += 1
        return place

    def _link(self, at: int, link: Link, parts: list[str]) -> int:
        self.addresses.append((at, link.address))
        if link.picture:
            description = _ESCAPED.sub(r"\1", self.text[link.start : link.stop]).replace("\n", " ")
            parts.append(image(link.address, description.strip()))
        else:
            self.linked = True
            parts += (anchor(link.address), self.write(link.start, link.stop), "</a>")
            self.linked = False
        return link.end

    def _angle(self, at: int, parts: list[str]) -> int:
        if not self.linked and (found := automatic(self.text, at)):
            html, address, end = found
            parts.append(html)
            self.addresses.append((at, address))
            return end
        if self.text.startswith("<!--", at):
            self.troubles.append(Trouble(at, COMMENT, {"found": self.text[at : at + 30].partition("\n")[0]}))
        elif (tag := _TAG.match(self.text, at)) and tag[1].lower() in _HTML:
            answered = tag[0].startswith("</") and any(one.mistake is HTML_TAG for one in self.troubles)
            if not answered:
                self.troubles.append(Trouble(at, HTML_TAG, {"found": tag[0][:40]}))
        parts.append("&lt;")
        return at + 1
