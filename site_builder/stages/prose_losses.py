"""Compares what a clerk wrote with what a reader will see, so that no letter, figure or sign is lost on the way.

Both sides are boiled down to the characters that carry meaning. A reader also sees the numbers that a list counts by
itself, and on paper the addresses of links, so both are counted in; nothing then needs to be excused but the signs
of the dialect themselves.
"""

import re
from html import unescape

_MARKUP = "\\*`[]()#><!"
"""Signs of the dialect; they may vanish without leaving a gap."""
_LOOSE = re.compile(r"[-:_](?<![0-9].)(?![0-9])")
"""Bullets, rules and the lines under the headers of tables. Beside a digit these signs carry meaning."""
_TAG = re.compile(r'<([^<>"]*(?:"[^"]*"[^<>"]*)*)>')
_HREF = re.compile(r'href="([^"]*)"')
_START = re.compile(r'start="([0-9]+)"')
_PICTURE = re.compile(r'(?:src|alt)="([^"]*)"')
_INLINE = frozenset({"strong", "em", "code"})


def kept(text: str) -> str:
    """The characters of `text` that must reach the reader, in order."""
    for sign in _MARKUP:
        text = text.replace(sign, "")
    return "".join(_LOOSE.sub("", text).replace("|", "").split())


def kept_places(text: str) -> list[int]:
    """Where in `text` each character of `kept(text)` stands."""
    places = [place for place, sign in enumerate(text) if sign not in _MARKUP]
    rest = "".join([text[place] for place in places])
    loose = {match.start() for match in _LOOSE.finditer(rest)}
    return [
        place
        for index, (place, sign) in enumerate(zip(places, rest, strict=True))
        if index not in loose and sign != "|" and not sign.isspace()
    ]


def shown(html: str) -> str:
    """What a reader sees of `html`, list numbers and the addresses of links and pictures included."""
    parts = _TAG.split(html)
    seen = [parts[0]]
    lists: list[int | None] = []
    addresses: list[str] = []
    for tag, words in zip(parts[1::2], parts[2::2], strict=True):
        name = tag.split(" ", 1)[0]
        if name == "a":
            match = None if ' class="' in tag else _HREF.search(tag)
            addresses.append(match[1] if match else "")
        elif name == "/a":
            seen.append(addresses.pop())
        elif name == "img":
            seen += _PICTURE.findall(tag)
        elif name.removeprefix("/") not in _INLINE:
            seen.append(f"\n{_number(name, tag, lists)}")
        seen.append(words)
    return unescape("".join(seen))


def _number(name: str, tag: str, lists: list[int | None]) -> str:
    """The number in front of a list item; `lists` holds the next number of each open list, None for bullets."""
    if name == "ol":
        start = _START.search(tag)
        lists.append(int(start[1]) if start else 1)
    elif name == "ul":
        lists.append(None)
    elif name in ("/ol", "/ul"):
        lists.pop()
    elif name == "li" and (number := lists[-1]) is not None:
        lists[-1] = number + 1
        return f"{number}. "
    return ""


def first_loss(text: str, html: str) -> tuple[int, str, str] | None:
    """Where in `text` the first character stands that `html` does not show, what was written, what is shown instead."""
    wanted, found = kept(text), kept(shown(html))
    if wanted == found:
        return None
    index = next((i for i, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other), None)
    if index is None:
        index = min(len(wanted), len(found))
    places = kept_places(text)
    place = places[index] if index < len(places) else len(text)
    return place, text[place : place + 12].partition("\n")[0], found[index : index + 8]
