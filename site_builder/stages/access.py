"""The page that says how the site can be read by everybody, how that was tried, and what still stands in the way."""

from collections.abc import Iterator
from datetime import date

import msgspec

from site_builder.model.corpus import Corpus
from site_builder.model.words import Words
from site_builder.render.frame import SpecialInputs

FOLDER = "accessibility/"
TITLE = Words("无障碍说明", "Accessibility")
ABOUT = Words(
    "怎样让每个人都能读这个网站，用什么办法检查过，还有哪些不足。",
    "What this site does so that everybody can read it, how that was tested, and what still stands in the way.",
)
TESTED = date(2026, 11, 25)
"""When the pages of the example were last put to the tests that the page names."""


class Statement(msgspec.Struct, frozen=True):
    """What the page says besides its own words."""

    tested: date


def access_pages(corpus: Corpus) -> Iterator[SpecialInputs]:
    """The statement; none where the office has written its own as ``content/accessibility.md``."""
    if corpus.find("pages", FOLDER.strip("/")) is None:
        yield SpecialInputs(FOLDER, TITLE, ABOUT, "accessibility.html", Statement(TESTED))
