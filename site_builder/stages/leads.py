"""Where the links of a finished page lead: to files of the site, and to places in other pages.

Every page is looked at as it is made, so this has microseconds: attributes are looked for as text, which is quick and
takes words that merely look like one for one too; only a page in which something seems amiss is read tag by tag. What
stands below every page is looked at once.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

import msgspec

_QUICK = re.compile(r' (?:id="([^"]*)"|(?:href|src|action)="([^"]*)")')
_LINK = re.compile(r'<[a-z][^<>]*?\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')


class Leads(msgspec.Struct, frozen=True):
    """What is to be said of the links of one page."""

    page: str
    """Its path in the output."""
    astray: tuple[str, ...] = ()
    """Links, as written, that lead to no file of the site, or to no place in the page itself."""
    twice: tuple[str, ...] = ()
    """Ids that it gives to more than one place."""
    places: tuple[tuple[str, str], ...] = ()
    """Other pages with the places in them to which it leads."""

    @property
    def notable(self) -> bool:
        """Whether there is anything to be said at all."""
        return bool(self.astray or self.twice or self.places)


def leads(page: str, html: str, ways: "Ways") -> Leads:
    """What is to be said of the links of a page."""
    body, end, foot = html.rpartition("</main>")
    up = "../" * page.count("/")
    if end and ways.fine.get(foot) != up:
        whole = _sorted_out(page, *_quickly(html), ways)
        if not whole.astray and not whole.twice:
            ways.fine[foot] = up
    else:
        whole = _sorted_out(page, *_quickly(body or html), ways)
    if not whole.astray and not whole.twice:
        return whole
    return _sorted_out(page, set(_LINK.findall(html)), _ID.findall(html), ways)


def _quickly(html: str) -> tuple[set[str], list[str]]:
    pairs = _QUICK.findall(html)
    return {link for _, link in pairs if link}, [id for id, _ in pairs if id]


@dataclass(frozen=True, slots=True)
class Ways:
    """Where links may lead."""

    there: frozenset[str]
    """All that a link may name (`addresses`)."""
    top: str
    """The path under which a host shows the site."""
    fine: dict[str, str] = field(default_factory=dict)
    """What stands below pages and leads nowhere wrong, with the steps up that its links begin with."""


def addresses(targets: Iterable[str]) -> frozenset[str]:
    """All that a link may name: files, and folders that have a page."""
    every = tuple(targets)
    folders = (one.removesuffix("index.html") for one in every if one.endswith("index.html"))
    return frozenset((*every, *folders))


def _sorted_out(page: str, links: set[str], ids: list[str], ways: Ways) -> Leads:
    own, there = set(ids), ways.there
    folder = page[: page.rfind("/") + 1]
    up = "../" * folder.count("/")
    astray, places = [], []
    for link in links:
        if link.startswith(up) and link[len(up) :] in there:
            continue  # most links are of this form: a file, from the top of the site
        target, place = _target(link, folder, up, ways.top)
        if target is None:
            continue
        within = target in (page, folder) if place else False
        if target not in there or (within and place not in own):
            astray.append(link)
        elif place and not within:
            places.append((f"{target}index.html" if not target or target.endswith("/") else target, place))
    twice = tuple(sorted({one for one in ids if ids.count(one) > 1})) if len(own) < len(ids) else ()
    return Leads(page, tuple(sorted(astray)), twice, tuple(sorted(places)))


def _target(link: str, folder: str, up: str, top: str) -> tuple[str | None, str]:
    """The file to which a link leads with the place in it; None for what is outside of the site."""
    path, _, place = link.partition("#")
    if ":" in path or path.startswith("//"):
        return None, ""
    path = path.partition("?")[0]
    if "&" in path or "%" in path:
        path = unquote(unescape(path))
    if path.startswith("/"):
        target = path.removeprefix(top) if path.startswith(top) else path
    elif path.startswith(up):
        target = path[len(up) :]
        if "./" in target:
            target = _plain(target)
    else:
        target = _plain(folder + path)
    return target, place


def _plain(path: str) -> str:
    """A path without steps back; one that leaves the site keeps them, so that nothing is there."""
    plain = posixpath.normpath(path)
    return "" if plain == "." else f"{plain}/" if path.endswith(("/", "/.", "/..")) or path == "" else plain


def ids_in(html: str) -> set[str]:
    """The places in a page to which links may lead."""
    return set(_ID.findall(html))
