"""Small files that stand beside the pages: the site's own colours, and what machines ask every site for."""

from collections.abc import Iterator
from datetime import date
from heapq import nlargest
from operator import itemgetter
from typing import Any
from urllib.parse import urlsplit

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Catalogue
from site_builder.render.feed import LENGTH, News
from site_builder.render.page import summary
from site_builder.stages.announce import SITEMAP

THEME = "static/theme.css"
SECURITY = ".well-known/security.txt"


def beside(corpus: Corpus, site: Any) -> Iterator[tuple[str, bytes]]:
    """The files by path."""
    if site.colour:
        yield THEME, theme(site.colour).encode()
    if site.base_url and not urlsplit(site.base_url).path.strip("/"):
        # Only at the top of a host does anybody ask for it.
        address = f"{site.base_url.rstrip('/')}/{SITEMAP}"
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()
    if site.security_contact and site.security_until and site.security_until >= corpus.today:
        lines = [f"Contact: {site.security_contact}", f"Expires: {site.security_until}T23:59:59+08:00"]
        lines.append(f"Preferred-Languages: {', '.join(site.languages)}")
        if site.base_url:
            lines.append(f"Canonical: {site.base_url.rstrip('/')}/{SECURITY}")
        yield SECURITY, "".join(f"{line}\n" for line in lines).encode()


def news(corpus: Corpus, catalogue: Catalogue) -> tuple[News, ...]:
    """What was published or corrected last, the latest first; nothing that is still to come."""
    dated = (
        (_changed(entry), entry.name, entry)
        for entry in corpus.entries
        if entry.record.published_on and entry.record.published_on <= corpus.today and entry.kind != "pages"
    )
    return tuple(
        News(
            f"{name}/",
            entry.record.title,
            catalogue.kinds[entry.kind].title,
            entry.record.published_on.isoformat(),
            day.isoformat(),
            summary(entry.record),
        )
        for day, name, entry in nlargest(LENGTH, dated, key=itemgetter(0, 1))
    )


def _changed(entry: Entry[Any]) -> date:
    day: date = entry.record.published_on
    return max(day, *(one.on for one in entry.record.corrections)) if entry.record.corrections else day


def theme(colour: str) -> str:
    """A style sheet that puts the main colour in place of the tool's own, except by night, when they are lighter."""
    wash = _mixed(colour, 0.07) if _contrast(colour, _mixed(colour, 0.07)) >= 4.5 else "ffffff"
    soft = _mixed(colour, 0.22) if _contrast(colour, _mixed(colour, 0.22)) >= 4.5 else "ffffff"
    strong = "".join(f"{int(value * 0.72):02x}" for value in _channels(colour))
    values = {
        "accent": colour,
        "accent-strong": strong,
        "accent-wash": wash,
        "band": colour,
        "band-soft": soft,
    }
    lines = "".join(f"    --{name}: #{value.lower()};\n" for name, value in values.items())
    return f"@media screen and (prefers-color-scheme: light) {{\n  :root {{\n{lines}  }}\n}}\n"


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (0, 2, 4))


def _mixed(colour: str, share: float) -> str:
    """White with a share of the colour in it."""
    return "".join(f"{round(255 - (255 - value) * share):02x}" for value in _channels(colour))


def _contrast(one: str, other: str) -> float:
    """How well the two can be told apart, as WCAG 2 reckons it."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    shares = (value / 255 for value in _channels(colour))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
