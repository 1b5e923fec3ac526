"""The ways that lead from a page to others: steps back, neighbours in a list, the same page in another language."""

from site_builder.render.engine import phrase, say
from site_builder.render.frame import Frame, ListInputs, Place
from site_builder.render.views import Crumb, Link, Page, Pager, Tongue

MISSING = "404.html"
NAMES = {"zh-CN": "中文", "en": "English"}
"""What languages call themselves; of others the code is shown."""


def home(frame: Frame, path: str) -> tuple[Crumb, ...]:
    """The step back to the front page."""
    return (Crumb(phrase(frame, "Home"), "../" * path.count("/") or "./"),)


def crumbs(frame: Frame, kind: str, path: str) -> tuple[Crumb, ...]:
    """The steps back over the list of a kind."""
    return (*home(frame, path), Crumb(say(frame.kinds[kind][0], frame), "../" * (path.count("/") - 1)))


def link(place: Place, frame: Frame, root: str, kind: str) -> Link:
    """An entry of the menu or the footer."""
    return Link(say(place.title, frame), f"{root}{place.path}" or "./", place.path == f"{kind}/")


def pager(inputs: ListInputs) -> Pager:
    """Where a page of a list stands among the others."""
    up = "" if inputs.number == 1 else "../"

    def href(number: int) -> str | None:
        if not 1 <= number <= inputs.count:
            return None
        return (up or "./") if number == 1 else f"{up}{number}/"

    return Pager(inputs.number, inputs.count, href(inputs.number - 1), href(inputs.number + 1))


def tongues(page: Page, frame: Frame) -> tuple[Tongue, ...]:
    """The same page in every language; what has no place of its own has none there either."""
    if len(frame.tongues) < 2 or page.path == MISSING or page.elsewhere:
        return ()
    top = "../" * (page.path.count("/") + frame.prefix.count("/"))
    # The letters of an index are those of its language.
    path = "search/" if page.path.startswith("search/") else page.path
    return tuple(
        Tongue(
            code,
            NAMES.get(code, code),
            f"{top}{folder}{path}" or "./",
            f"{folder}{path}" if path == page.path else None,
            code == frame.language,
        )
        for code, folder in frame.tongues
    )
