"""What stands on the pages of a PDF: numbers of persons in their text, and pages that are nothing but a picture."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Set

import msgspec
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from site_builder.stages.attachments.leak import Leak
from site_builder.stages.attachments.tables import text_leaks

Late = Callable[[], bool]
"""Whether there is no time left."""
MOST_PAGES = 500
LARGEST_PAGE = 2_000_000
"""Bytes of the commands that draw a page; plans and maps have more, and hardly any text."""
_MALFORMED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What comes of reading a file in which anything may stand where anything else should."""


class _Stop(BaseException):
    """The time is up in the middle of a page; nothing inside the library takes it for a mistake of the file."""


def page_leaks(content: bytes, official: Set[str], late: Late) -> Iterator[Leak]:
    """Numbers on the pages, by page, and what could not be read; that a file is locked is told elsewhere."""
    if b"/Encrypt" in content or not content[:1024].lstrip().startswith(b"%PDF"):
        return
    pictures, whole = 0, True
    try:
        pages = PdfReader(io.BytesIO(content), strict=False).pages
        whole = len(pages) <= MOST_PAGES
        for number in range(min(len(pages), MOST_PAGES)):
            text = _text(pages[number], late)
            whole = whole and text is not None
            pictures += text == "" and _holds_a_picture(pages[number])
            for leak in text_leaks((text or "").splitlines(), official):
                yield msgspec.structs.replace(leak, line=number + 1)
    except _Stop:
        whole = False
    except _MALFORMED:
        yield Leak("broken")
    if not whole:
        yield Leak("large")
    if pictures:
        yield Leak("scanned", str(pictures))


def _text(page: PageObject, late: Late) -> str | None:
    """The text of a page as it is read; None where there is too much to draw."""

    def hurry(*_: object) -> None:
        if late():
            raise _Stop

    hurry()
    drawn = page.get_contents()
    if drawn is not None and len(drawn.get_data()) > LARGEST_PAGE:
        return None
    return page.extract_text(visitor_operand_before=hurry).strip()


def _holds_a_picture(page: PageObject) -> bool:
    return "/Resources" in page and "/XObject" in page["/Resources"]  # type: ignore[operator]
