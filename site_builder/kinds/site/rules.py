"""What must hold of the description of the school."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.kinds.site.record import Site
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

BASE_ADDRESS = Mistake("SITE-01")
DEFAULT_LANGUAGE = Mistake("SITE-02")
COLOUR = Mistake("SITE-03")
BOARDERS = Mistake("SITE-04")
SECURITY = Mistake("SITE-05")


def addresses_can_be_joined(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The site's address ends where the folder ends."""
    found = entry.record.base_url
    if found is None:
        return
    try:
        parts = urlsplit(found)
    except ValueError:  # a bracket that is never closed
        parts = urlsplit("https:")
    folder = parts.path if parts.path.endswith("/") else parts.path.rpartition("/")[0] + "/"
    is_file = "." in parts.path.rpartition("/")[2]
    if not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc or is_file:
        suggestion = f"{parts.scheme}://{parts.netloc.rpartition('@')[2] or 'www.example.org'}{folder}"
        yield Finding(("base_url",), BASE_ADDRESS, {"found": found, "suggestion": suggestion})


def the_default_is_offered(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The default language is one of the site's languages."""
    site = entry.record
    if site.languages and site.default_language not in site.languages:
        values = {"found": site.default_language, "languages": " ".join(site.languages)}
        yield Finding(("default_language",), DEFAULT_LANGUAGE, values)


def white_can_be_read_on_the_colour(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The main colour is written in hexadecimal and dark enough for white text."""
    found = entry.record.colour
    if found is None:
        return
    if not re.fullmatch("[0-9A-Fa-f]{6}", found):
        fault = Words("不是六位十六进制数", "these are not six hexadecimal digits")
        yield Finding(("colour",), COLOUR, {"found": found, "fault": fault})
    elif (ratio := _contrast_with_white(found)) < 4.5:
        fault = Words(f"白字的对比度只有 {ratio:.1f}", f"white text has a contrast of {ratio:.1f} only")
        yield Finding(("colour",), COLOUR, {"found": found, "fault": fault})


def boarders_are_pupils(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """There are not more boarders than pupils."""
    site = entry.record
    if site.boarders is not None and site.boarders > site.pupils:
        yield Finding(("boarders",), BOARDERS, {"boarders": site.boarders, "pupils": site.pupils})


def the_security_contact_holds(entry: Entry[Site], corpus: Corpus) -> Iterator[Finding]:
    """The contact for weaknesses of the site is an address, and says until when it holds: not past, not over a year."""
    site = entry.record
    if site.security_contact is None:
        return
    until = site.security_until
    if site.security_contact.partition(":")[0] not in ("mailto", "tel", "https"):
        fault = Words("不是 mailto:、tel: 或 https: 开头", "it begins with none of mailto:, tel:, https:")
    elif until is None:
        fault = Words("没有写有效期 security_until", "security_until is not given")
    elif until < corpus.today:
        fault = Words(f"有效期 {until} 已过", f"it was valid until {until}")
    elif (until - corpus.today).days > 366:
        fault = Words(f"有效期 {until} 超过一年", f"{until} is more than a year away")
    else:
        return
    yield Finding(("security_contact",), SECURITY, {"found": site.security_contact, "fault": fault})


def _contrast_with_white(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


RULES = (
    Rule(BASE_ADDRESS, "site", addresses_can_be_joined),
    Rule(DEFAULT_LANGUAGE, "site", the_default_is_offered),
    Rule(COLOUR, "site", white_can_be_read_on_the_colour),
    Rule(BOARDERS, "site", boarders_are_pupils),
    Rule(SECURITY, "site", the_security_contact_holds),
)
