"""From a finished page to what a search needs of it: the words that readers see, and nothing they do not."""

import re
from hashlib import blake2b
from html import unescape

from site_builder.model.found import Page

DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""Of the ids, in the order in which computers sort them."""
BITS = 14
"""Of an id that tell pages of one month apart. Two may agree: both are then looked at, and one is left out."""
WIDTH = 4
"""Characters of an id."""
_MAIN = re.compile(r"<main\b([^>]*)>(.*)</main>", re.DOTALL)
_BODY = re.compile(r"<body\b([^>]*)>(.*)</body>", re.DOTALL)
_FACT = re.compile(r'data-(kind|day|state)="([^"]*)"')
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|title|desc|noscript)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|"
    r"var|wbr)(?=[\s>/])[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


def glean(path: str, html: str) -> Page:
    """The page at `path`; what stands above and below every page counts for the front page alone."""
    main = _MAIN.search(html)
    if main is None:
        return Page(page_id(path, ""), path, "")
    whole = main if path else _BODY.search(html) or main
    facts = {name: unescape(value) for name, value in _FACT.findall(main[1])}
    heading = _HEADING.search(main[2])
    title = seen(heading[1]) if heading else ""
    day = facts.get("day", "")
    return Page(
        page_id(path, day), path, title, facts.get("kind", ""), day, facts.get("state", ""), seen(whole[2])
    )


def seen(html: str) -> str:
    """The text that readers see: what stands in one line on the page stands in one line here."""
    flat = html.replace("\n", " ")
    text = unescape(_TAG.sub("\n", _INLINE.sub("", _UNSEEN.sub("\n", flat))))
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def page_id(path: str, day: str) -> str:
    """The id of a page, from nothing but its address and its month, so that no other page can change it."""
    year, month = int(day[:4] or 0), int(day[5:7] or 0)
    number = max(0, min(63, year - 1989)) << 4 | month
    number = number << BITS | int.from_bytes(blake2b(path.encode(), digest_size=2).digest()) >> 16 - BITS
    return "".join(DIGITS[number >> place & 63] for place in (18, 12, 6, 0))
