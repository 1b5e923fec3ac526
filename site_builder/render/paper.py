"""Running text for paper, where nobody can click: links become whole addresses, pictures their descriptions."""

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img alt="([^"]*)"[^>]*>')
_ABSOLUTE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def on_paper(html: str, address: str) -> str:
    """`html` with its links leading from the page at `address`; without one, links inside the site are plain words."""

    def link(match: re.Match[str]) -> str:
        target, attributes, words = match.groups()
        if _ABSOLUTE.match(target):
            return match[0]
        if not address:
            return words
        return f'<a href="{escape(urljoin(address, unescape(target)))}"{attributes}>{words}</a>'

    return _PICTURE.sub(r"〔\1〕", _LINK.sub(link, html))
