"""Finds links and pictures among the words of a paragraph, and says which addresses may be linked to."""

import re
from html import escape
from typing import NamedTuple

from site_builder.mistakes.prose import ADDRESS, LINK_FORM, NO_DESCRIPTION, OUTSIDE_PICTURE
from site_builder.model.problem import Mistake
from site_builder.stages.prose_figures import Trouble

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|``*|\[|!\[|\]")
_TARGET = re.compile(r"\(([^\s()<>\"`\\]*+(?:\([^\s()<>\"`\\]*+\)[^\s()<>\"`\\]*+)*+)\)")
_WIDE_TARGET = re.compile(r"（(?:https?:|mailto:|/|[\w%-]+\.(?:pdf|docx?|xlsx?|png|jpg))")
_AUTOMATIC = re.compile(r"<(https?://[^\s<>\"`\\]+|(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+))>")
_WEB = re.compile(r"https?://[^/?#:@]+(?::[0-9]+)?(?:[/?#]|$)", re.IGNORECASE)
_OTHER = re.compile(r"mailto:[^@:]+@[^@:]+$|tel:\+?[0-9().-]+$", re.IGNORECASE)
LOCAL_ADDRESS = re.compile(r"(?!//)[^:/?#]*(?:[/?#]|$)")
"""An address on this site: it names neither a scheme nor a host."""
_CLOSING = {ticks: re.compile(rf"(?<!`)`{{{ticks}}}(?!`)") for ticks in (1, 2, 3)}


class Link(NamedTuple):
    """A link or picture in a text: its words stand between `start` and `stop`, all of it ends at `end`."""

    start: int
    stop: int
    end: int
    address: str
    picture: bool


def find_links(text: str) -> tuple[dict[int, Link], list[Trouble]]:
    """The links in `text` by where they begin, and the links that are none. A link holds no other link."""
    links: dict[int, Link] = {}
    troubles: list[Trouble] = []
    opened: list[re.Match[str]] = []
    hopeless: set[int] = set()
    place = 0
    while token := _TOKEN.search(text, place):
        place, sign = token.end(), token[0]
        if sign[0] == "`":
            place = code_end(text, token.start(), place, hopeless) or place
        elif sign in ("[", "!["):
            opened.append(token)
        elif sign == "]" and opened:
            begin = opened.pop()
            found = _link(text, begin, place, troubles)
            if found is not None:
                links[begin.start()] = found
                place = found.end
                if not found.picture:
                    opened.clear()
    return links, troubles


def code_end(text: str, start: int, end: int, hopeless: set[int]) -> int | None:
    """Where the code ends that the backticks from `start` to `end` begin; None if they begin none.

    `hopeless` remembers how many backticks have no partner in the rest of the text, so that nobody looks twice.
    """
    ticks = end - start
    if ticks not in _CLOSING or ticks in hopeless:
        return None
    closing = _CLOSING[ticks].search(text, end)
    if closing is None:
        hopeless.add(ticks)
        return None
    return closing.end()


def _link(text: str, begin: re.Match[str], place: int, troubles: list[Trouble]) -> Link | None:
    """The link whose words end right before `place`, if an address follows them that may be used."""
    at, picture = begin.start(), begin[0] == "!["
    if not text.startswith("(", place):
        if _WIDE_TARGET.match(text, place):
            troubles.append(_unlike_a_link(text, at, "）"))
        return None
    target = _TARGET.match(text, place)
    if target is None or not target[1]:
        troubles.append(_unlike_a_link(text, at, ")"))
        return None
    address = target[1]
    if mistake := _refused(address, picture):
        troubles.append(Trouble(at, mistake, {"found": address}))
        return None
    if picture and not text[begin.end() : place - 1].strip():
        troubles.append(Trouble(at, NO_DESCRIPTION, {"found": address}))
    return Link(begin.end(), place - 1, target.end(), address, picture)


def _unlike_a_link(text: str, at: int, closing: str) -> Trouble:
    words, end, _ = text[at : at + 80].partition("\n")[0].partition(closing)
    return Trouble(at, LINK_FORM, {"found": words + end})


def _refused(address: str, picture: bool) -> Mistake | None:
    """Why nothing may point to `address`: pictures come from this site only, links may lead further."""
    if LOCAL_ADDRESS.match(address):
        return None
    if picture:
        return OUTSIDE_PICTURE
    return None if _WEB.match(address) or _OTHER.match(address) else ADDRESS


def anchor(address: str) -> str:
    """The opening tag of a link."""
    rel = ' rel="noopener"' if _WEB.match(address) else ""
    return f'<a href="{escape(address)}"{rel}>'


def image(address: str, description: str) -> str:
    """A picture of this site."""
    return f'<img alt="{escape(description)}" src="{escape(address)}">'


def automatic(text: str, place: int) -> tuple[str, str, int] | None:
    """The link that stands in angle brackets at `place`: its HTML, its address, where it ends."""
    match = _AUTOMATIC.match(text, place)
    if match is None:
        return None
    address = f"mailto:{match[2]}" if match[2] else match[1]
    if _refused(address, picture=False):
        return None
    return f'{anchor(address)[:-1]} class="address">{escape(match[1])}</a>', address, match.end()
