"""Calendar files (RFC 5545): the entries of a month or of a plan, for the calendar on somebody's own phone."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

import msgspec

from site_builder.model.job import Kit
from site_builder.model.words import Words
from site_builder.render.engine import say
from site_builder.render.frame import Frame

SUFFIX = "ics"
FOLD = 75
"""Octets in a line at most, the break not counted."""
_HOST = "disclosure.invalid"
"""Ends the name of an event on a site that has no address yet."""


class Event(msgspec.Struct, frozen=True):
    """Something that is done on a day or over some days."""

    path: str
    """Where it stands on the site."""
    first: date
    last: date
    text: Words
    about: tuple[Words, ...]
    dropped: bool
    stamp: date
    """The day its record was published, so that the file is the same however often it is made."""
    sequence: int
    """How often that record was corrected."""
    mark: str = ""
    """What tells it from the others at the same place; with the path it is its name for ever."""


class CalendarInputs(msgspec.Struct, frozen=True):
    """All that a calendar file may see."""

    title: Words
    events: tuple[Event, ...]


def render_calendar(inputs: CalendarInputs, kit: Kit) -> bytes:
    """The file, in the language of the interface."""
    frame: Frame = kit.frame
    title = _plain(say(inputs.title, frame))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//disclosure-site-builder//calendar//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{title}",
        f"X-WR-CALNAME:{title}",
        *(line for event in inputs.events for line in _event(event, frame)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in fold(line)).encode()


def fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none of which splits a letter; all but the first begin with a space."""
    piece, taken = "", 0
    for letter in line:
        octets = len(letter.encode())
        if taken + octets > FOLD:
            yield piece
            piece, taken = " ", 1
        piece, taken = piece + letter, taken + octets
    yield piece


def _event(event: Event, frame: Frame) -> Iterable[str]:
    base = (frame.site.base_url or "").rstrip("/")
    host = urlsplit(base).hostname or _HOST
    about = "\n".join(say(one, frame) for one in event.about)
    return (
        "BEGIN:VEVENT",
        f"UID:{event.path}{event.mark}@{host}",
        f"DTSTAMP:{event.stamp:%Y%m%d}T000000Z",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_plain(say(event.text, frame))}",
        *([f"DESCRIPTION:{_plain(about)}"] if about else []),
        *([f"URL:{base}/{event.path}"] if base else []),
        f"STATUS:{'CANCELLED' if event.dropped else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _plain(text: str) -> str:
    """A text with what has a meaning in these files taken for what it is."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text
