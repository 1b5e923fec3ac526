"""From inputs and the kit to the bytes of a page; what a template is handed, and the template run."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from site_builder.model.job import Kit
from site_builder.render.dates import day_of
from site_builder.render.engine import environment, phrase, say
from site_builder.render.filters import choice
from site_builder.render.finish import finish
from site_builder.render.frame import (
    Download,
    Frame,
    Group,
    HomeInputs,
    Item,
    ListInputs,
    MovedInputs,
    NoInputs,
    RecordInputs,
    SpecialInputs,
)
from site_builder.render.linked import linked
from site_builder.render.shown import rooted
from site_builder.render.views import (
    AreaView,
    ColumnView,
    Crumb,
    KindView,
    Link,
    Page,
    RelatedView,
    Row,
)
from site_builder.render.ways import MISSING, crumbs, home, link, pager, tongues

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def render_record(inputs: RecordInputs, kit: Kit) -> bytes:
    """The page of one record, by its kind's template or the generic one."""
    entry, frame = inputs.entry, kit.frame
    path = f"{entry.kind}/{entry.id}/" if entry.kind != "pages" else f"{entry.id}/"
    title = spoken_title(entry.record, frame)
    above = () if entry.kind == "pages" else crumbs(frame, entry.kind, path)
    kind = "" if entry.kind == "pages" else _kind(frame, entry.kind).title
    found = getattr(inputs.figures, "state", None)
    state = choice(frame.tongue, found) if isinstance(found, StrEnum) else ""
    page = Page(title, summary(entry.record), path, above, kind, day_of(entry.record), state)
    values = record_values(inputs, frame) | {
        "related": tuple(_related(group, frame, path) for group in inputs.related),
        "downloads": _downloads(inputs.downloads, frame),
    }
    name = f"{entry.kind}.html" if f"{entry.kind}.html" in kit.templates else "record.html"
    return _render(kit, name, page, values, inputs.names, entry.kind)


def record_values(inputs: RecordInputs, frame: Frame) -> dict[str, Any]:
    """What page and sheet of a record have in common."""
    entry = inputs.entry
    return {
        "entry": entry,
        "record": entry.record,
        "figures": inputs.figures,
        "kind": _kind(frame, entry.kind),
    }


def render_list(inputs: ListInputs, kit: Kit) -> bytes:
    """One page of the list of a kind."""
    frame = kit.frame
    path = f"{inputs.kind}/" if inputs.number == 1 else f"{inputs.kind}/{inputs.number}/"
    kind = _kind(frame, inputs.kind)
    columns = [ColumnView(one.name, say(one.label, frame), one.form) for one in inputs.columns]
    values = {
        "kind": kind,
        "columns": columns,
        "rows": tuple(_row(item, frame, path) for item in inputs.items),
        "pager": pager(inputs),
        "total": inputs.total,
        "silences": tuple(_row(item, frame, path) for item in inputs.silences),
        "downloads": _downloads(inputs.downloads, frame),
        "content": inputs.above,
    }
    name = f"{inputs.kind}-list.html" if f"{inputs.kind}-list.html" in kit.templates else "list.html"
    page = Page(
        kind.title,
        kind.about,
        path,
        crumbs(frame, inputs.kind, path) if inputs.number > 1 else home(frame, path),
        kind.title,
    )
    return _render(kit, name, page, values, inputs.names, inputs.kind)


def render_home(inputs: HomeInputs, kit: Kit) -> bytes:
    """The front page."""
    frame = kit.frame
    values = {"content": inputs.front, "prose": rooted(inputs.prose, ""), "built_for": inputs.built_for}
    page = Page(spoken_title(frame.site, frame), summary(frame.site), "", ())
    return _render(kit, "home.html", page, values, {}, "")


def render_special(inputs: SpecialInputs, kit: Kit) -> bytes:
    """A page about many records at once."""
    frame = kit.frame
    above: tuple[Crumb, ...] = ()
    if inputs.parent:
        up = "../" * (inputs.path.count("/") - inputs.parent.count("/"))
        above = (Crumb(say(inputs.parent_title, frame), up),)
    steps = (*home(frame, inputs.path), *above)
    page = Page(say(inputs.title, frame), say(inputs.about, frame), inputs.path, steps)
    downloads = _downloads(getattr(inputs.values, "downloads", ()), frame)
    values = {"content": inputs.values, "lead": page.description, "downloads": downloads}
    return _render(kit, inputs.template, page, values, inputs.names, inputs.path.partition("/")[0])


def render_moved(inputs: MovedInputs, kit: Kit) -> bytes:
    """What leads from the old address of a record to the new one."""
    page = Page(inputs.title, "", inputs.path, (), elsewhere=inputs.target)
    target = "../" * inputs.path.count("/") + inputs.target
    return _render(kit, "moved.html", page, {"target": target + "index.html" * kit.frame.offline}, {}, "")


def render_missing(inputs: NoInputs, kit: Kit) -> bytes:
    """The page for an address where nothing is."""
    page = Page(phrase(kit.frame, "There is no page at this address"), "", MISSING, ())
    return _render(kit, MISSING, page, {}, {}, "")


def top_of(frame: Frame) -> str:
    """The site's own top as hosts name it: the page for lost readers is shown at addresses of any depth."""
    address = urlsplit(frame.site.base_url or "").path.strip("/")
    return f"/{address}/" if address else "/"


def _render(
    kit: Kit, template: str, page: Page, values: dict[str, Any], names: dict[str, tuple[str, str]], kind: str
) -> bytes:
    frame: Frame = kit.frame
    root = "../" * page.path.count("/") if page.path != MISSING else top_of(frame)
    masthead, foot = _around(kit, root, kind)
    values |= _surroundings(frame, root) | {"page": page, "names": names, "masthead": masthead, "foot": foot}
    values["linked"] = linked(page, frame, values.get("downloads", ()), values.get("total"))
    values["tongues"] = tongues(page, frame)
    return finish(environment(kit).get_template(template).render(values), page.path, frame).encode()


@lru_cache(maxsize=200)
def _around(kit: Kit, root: str, kind: str) -> tuple[Markup, Markup]:
    """The bands above and below a page, which are the same on all pages of a kind at one depth."""
    frame: Frame = kit.frame
    values = _surroundings(frame, root) | {
        "menu": tuple(link(place, frame, root, kind) for place in frame.menu),
        "footer": tuple(
            AreaView(
                say(region.title, frame),
                f"{root}{region.path}",
                tuple(link(place, frame, root, kind) for place in region.places),
            )
            for region in frame.footer
        ),
    }
    engine = environment(kit)
    masthead, foot = (
        engine.get_template(f"parts/{name}.html").render(values) for name in ("masthead", "foot")
    )
    return Markup(masthead), Markup(foot)  # noqa: S704 - templates escaped what they were given


def _surroundings(frame: Frame, root: str) -> dict[str, Any]:
    return {
        "root": root,
        "site": frame.site,
        "language": frame.tongue,
        "content_lang": frame.content_language,
        "base": (frame.site.base_url or "").rstrip("/"),
        "prefix": frame.prefix,
    }


def spoken_title(record: Any, frame: Frame) -> str:
    """The title of a record in the language of the interface."""
    chinese = frame.language.startswith("zh")
    return str(record.title if chinese or not record.title_en else record.title_en)


def summary(record: Any) -> str:
    """The first words of the text, for search engines and previews."""
    text = record.body.text.strip().split("\n")[0] if record.body else ""
    return _LINK.sub(r"\1", text).lstrip("#>-* ").replace("*", "")[:120]


def _kind(frame: Frame, name: str) -> KindView:
    title, about = frame.kinds[name]
    return KindView(name, say(title, frame), say(about, frame))


def _row(item: Item, frame: Frame, path: str) -> Row:
    chinese = frame.language.startswith("zh")
    return Row("../" * path.count("/") + item.path, item.title if chinese else item.title_en, item.values)


def _related(group: Group, frame: Frame, path: str) -> RelatedView:
    return RelatedView(say(group.title, frame), tuple(_row(item, frame, path) for item in group.items))


def _downloads(downloads: tuple[Download, ...], frame: Frame) -> tuple[Link, ...]:
    return tuple(Link(say(one.label, frame), one.href, type=one.type) for one in downloads)
