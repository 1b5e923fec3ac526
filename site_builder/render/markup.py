"""Takes HTML apart into tags and text without changing a character: joining the parts gives the same page again."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

Kind = Literal["text", "entity", "raw", "open", "close", "other"]


class Token(NamedTuple):
    """A piece of a page: text, an entity, a tag, text inside code or a drawing (raw), or a comment (other)."""

    kind: Kind
    name: str
    """The name of the tag, in lower case; of raw text, the element it stands in; empty for all else."""
    source: str
    """The characters exactly as they stand in the page."""


_PIECE = re.compile(
    r"""
    (?P<other> <!--.*?--> | <![^>]*> | <\?[^>]*> )
  | <(?P<slash>/?)(?P<name>[A-Za-z][\w:.-]*) (?: [^<>"'] | "[^"]*" | '[^']*' )* >
  | (?P<entity> &(?:\#\w+|\w+); )
  | [^<&]+ | [<&]
    """,
    re.DOTALL | re.VERBOSE,
)
_RAW = frozenset("script style code pre kbd samp svg math textarea title".split())
_UNPRINTED = frozenset("script style title".split())


def read(html: str) -> Iterator[Token]:
    """The tokens of `html` in order."""
    depth, within = 0, ""
    for match in _PIECE.finditer(html):
        token = _token(match)
        opens = token.kind == "open" and not token.source.endswith("/>")
        if not depth and opens and token.name in _RAW:
            depth, within = 1, token.name
        elif depth and token.name == within:
            depth += 1 if opens else -1 if token.kind == "close" else 0
        yield Token("raw", within, token.source) if depth and token.kind in ("text", "entity") else token


def printed(html: str) -> str:
    """Every character of `html` that is to appear on paper, for asking whether the fonts have it."""
    return "".join(
        unescape(token.source)
        for token in read(html)
        if token.kind in ("text", "entity", "raw") and token.name not in _UNPRINTED
    )


def _token(match: re.Match[str]) -> Token:
    source = match.group()
    if match["name"]:
        return Token("close" if match["slash"] else "open", match["name"].lower(), source)
    if match["entity"]:
        return Token("entity", "", source)
    return Token("other" if match["other"] else "text", "", source)
