"""What a sheet says of itself, so that it can be told from its older self and found again when it lies about alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from site_builder.model.corpus import Entry
from site_builder.model.words import Words
from site_builder.render.frame import Frame
from site_builder.render.squares import squares

_SHORT = 12
"""Digits of a fingerprint that are printed: enough to compare by eye."""
_LINE = 430
"""Points from the left edge of the text to the right, and a little air."""
_LONGEST = 44
"""Characters of a title in the foot of a page; a longer one is cut there, and only there."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a template may print of the sheet as a whole."""

    title: str
    subtitle: str
    institution: str
    address: str
    """Of the permanent page; empty while the site has none."""
    language: str
    date: date
    version: str = ""
    index_no: str = ""
    fingerprint: str = ""
    """The first digits of the digest of all that the record says."""
    pinned: bool = False
    """Whether it is for the notice board, in large type."""

    @property
    def code(self) -> Markup:
        """The address as a square that telephones read."""
        words = Words("扫码打开本文件的网页", "Scan to open the page of this document").say(self.language)
        return squares(self.address, words) if self.address else Markup("")

    @property
    def mark(self) -> float:
        """How large the institution's name may stand in a red head, in points: as wide as the text, and 36 at most."""
        wide = sum(0.5 if sign < "\u2000" else 1 for sign in self.institution)
        return round(min(36.0, _LINE / max(wide, 1)), 1)

    @property
    def who(self) -> str:
        """The first line in the foot of every page: whose paper it is, and what it is called."""
        title = self.title if len(self.title) <= _LONGEST else f"{self.title[:_LONGEST]}…"
        return f"{self.institution}　{title}"

    @property
    def what(self) -> str:
        """The second line, up to the number of the page."""
        return "".join(f"{part}　" for part in self._particulars())

    def _particulars(self) -> Iterator[str]:
        say = self.language
        yield from (part for part in (self.subtitle, self.version) if part)
        yield self.date.isoformat()
        if self.index_no:
            yield Words("索引号 {no}", "Index {no}").fill(no=self.index_no).say(say)
        if self.fingerprint:
            yield Words("指纹 {print}", "Fingerprint {print}").fill(print=self.fingerprint).say(say)


def sheet_of(entry: Entry[Any], title: str, day: date, frame: Frame) -> Sheet:
    """What the sheet of one record says of itself."""
    record = entry.record
    corrected = sorted({one.on for one in record.corrections})
    version = Words("第{n}版", "Version {n}").fill(n=len(corrected) + 1).say(frame.language)
    return Sheet(
        title=title,
        subtitle=getattr(record, "doc_no", None) or "",
        institution=institution(frame),
        address=address(frame, f"{entry.name}/"),
        language=frame.language,
        date=max((day, *corrected)),
        version=version,
        index_no=record.index_no or "",
        fingerprint=entry.digest[:_SHORT],
    )


def institution(frame: Frame) -> str:
    """Whose site it is, in the language of the sheet."""
    site = frame.site
    return str(site.name if frame.language.startswith("zh") or not site.name_en else site.name_en)


def address(frame: Frame, path: str) -> str:
    """Where a page of the site is found for good; empty while nobody knows where the site will be."""
    base = (frame.site.base_url or "").rstrip("/")
    return f"{base}/{path}" if base else ""
