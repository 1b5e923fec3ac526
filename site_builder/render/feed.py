"""The feed of what was published: an Atom file in which every act of publication or correction is an entry."""

from html import escape
from urllib.parse import urlsplit

import msgspec

from site_builder.model.job import Kit
from site_builder.model.words import Words
from site_builder.render.engine import say
from site_builder.render.frame import Frame

PATH = "feed.xml"
LENGTH = 50
"""Entries in the feed, the latest first."""
_TIME = "T00:00:00+08:00"
_NEVER = "1970-01-01"
"""When a site was changed on which nothing has been published yet."""


class News(msgspec.Struct, frozen=True):
    """A record that was published, or corrected since."""

    path: str
    title: str
    kind: Words
    published: str
    updated: str
    summary: str


class FeedInputs(msgspec.Struct, frozen=True):
    """All that the feed may see."""

    news: tuple[News, ...]


def render_feed(inputs: FeedInputs, kit: Kit) -> bytes:
    """The feed as RFC 4287 has it."""
    frame: Frame = kit.frame
    base = frame.site.base_url.rstrip("/") + "/"
    latest = max((one.updated for one in inputs.news), default=_NEVER)
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(frame.content_language)}">',
        f"<id>{escape(base)}{PATH}</id>",
        f"<title>{escape(frame.site.title)}</title>",
        f"<updated>{latest}{_TIME}</updated>",
        f"<author><name>{escape(frame.site.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(base + PATH)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(base)}"/>',
    ]
    entries = (line for one in inputs.news for line in _entry(one, base, frame))
    return "\n".join([*head, *entries, "</feed>\n"]).encode()


def _entry(news: News, base: str, frame: Frame) -> list[str]:
    name = f"tag:{urlsplit(base).hostname},{news.published[:4]}:{news.path.rstrip('/')}"
    kind = news.path.partition("/")[0]
    summary = news.summary or say(news.kind, frame)
    return [
        "<entry>",
        f"<id>{escape(name)}</id>",
        f"<title>{escape(news.title)}</title>",
        f"<published>{news.published}{_TIME}</published>",
        f"<updated>{news.updated}{_TIME}</updated>",
        f'<category term="{escape(kind)}" label="{escape(say(news.kind, frame))}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(base + news.path)}"/>',
        f'<summary type="text">{escape(summary)}</summary>',
        "</entry>",
    ]
