"""From inputs and the kit to the bytes of a page; the only module that runs templates."""

from dataclasses import is_dataclass
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

import msgspec
from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from site_builder.model.docs import docs_of, label
from site_builder.model.job import Kit
from site_builder.model.words import Words
from site_builder.render.fields import fields
from site_builder.render.filters import filters_for
from site_builder.render.frame import (
    Download,
    Frame,
    Group,
    HomeInputs,
    Item,
    ListInputs,
    NoInputs,
    Place,
    RecordInputs,
)
from site_builder.render.views import Crumb, KindView, Link, Page, Pager, RelatedView, Row, SectionView

MISSING = "404.html"
_OURS = "site_builder."


def render_record(inputs: RecordInputs, kit: Kit) -> bytes:
    """The page of one record, by its kind's template or the generic one."""
    entry, frame = inputs.entry, kit.frame
    path = f"{entry.kind}/{entry.id}/" if entry.kind != "pages" else f"{entry.id}/"
    title = spoken_title(entry.record, frame)
    crumbs = () if entry.kind == "pages" else _crumbs(frame, entry.kind, path)
    page = Page(title, _summary(entry.record), path, crumbs)
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
    columns = [
        {"name": one.name, "label": one.label.say(frame.language), "form": one.form} for one in inputs.columns
    ]
    values = {
        "kind": kind,
        "columns": columns,
        "rows": tuple(_row(item, frame, path) for item in inputs.items),
        "pager": _pager(inputs),
        "total": inputs.total,
        "downloads": _downloads(inputs.downloads, frame),
    }
    name = f"{inputs.kind}-list.html" if f"{inputs.kind}-list.html" in kit.templates else "list.html"
    page = Page(
        kind.title,
        kind.about,
        path,
        _crumbs(frame, inputs.kind, path) if inputs.number > 1 else _home(frame, path),
    )
    return _render(kit, name, page, values, inputs.names, inputs.kind)


def render_home(inputs: HomeInputs, kit: Kit) -> bytes:
    """The front page."""
    frame = kit.frame
    sections = []
    for section in inputs.sections:
        view = _kind(frame, section.kind)
        rows = tuple(_row(item, frame, "") for item in section.newest)
        sections.append(SectionView(view, view.title, view.about, f"{section.kind}/", section.count, rows))
    values = {"sections": tuple(sections), "prose": Markup(inputs.prose), "built_for": inputs.built_for}  # noqa: S704
    page = Page(spoken_title(frame.site, frame), _summary(frame.site), "", ())
    return _render(kit, "home.html", page, values, {}, "")


def render_missing(inputs: NoInputs, kit: Kit) -> bytes:
    """The page for an address where nothing is."""
    page = Page(_phrase(kit.frame, "There is no page at this address"), "", MISSING, ())
    return _render(kit, MISSING, page, {}, {}, "")


def _top(frame: Frame) -> str:
    """The site's own top as hosts name it: the page for lost readers is shown at addresses of any depth."""
    address = urlsplit(frame.site.base_url or "").path.strip("/")
    return f"/{address}/" if address else "/"


def _render(
    kit: Kit, template: str, page: Page, values: dict[str, Any], names: dict[str, tuple[str, str]], kind: str
) -> bytes:
    frame: Frame = kit.frame
    root = "../" * page.path.count("/") if page.path != MISSING else _top(frame)
    masthead, foot = _around(kit, root, kind)
    values |= _surroundings(frame, root) | {"page": page, "names": names, "masthead": masthead, "foot": foot}
    return environment(kit).get_template(template).render(values).encode()


@lru_cache(maxsize=200)
def _around(kit: Kit, root: str, kind: str) -> tuple[Markup, Markup]:
    """The bands above and below a page, which are the same on all pages of a kind at one depth."""
    frame: Frame = kit.frame
    values = _surroundings(frame, root) | {
        "menu": tuple(_link(place, frame, root, kind) for place in frame.menu),
        "footer": tuple(_link(place, frame, root, kind) for place in frame.footer),
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
        "language": frame.language,
        "content_lang": frame.content_language,
    }


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what is ours: frozen values have fields and nothing that could do harm."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of a value; a name that begins with an underscore is always looked at by the sandbox."""
        if attribute[:1] != "_" and _is_ours(type(obj)):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


@cache
def _is_ours(kind: Any) -> bool:
    """Whether a class is a value of ours: a record, a part, figures, a view."""
    return issubclass(kind, msgspec.Struct) or (kind.__module__.startswith(_OURS) and is_dataclass(kind))


@lru_cache(maxsize=4)
def environment(kit: Kit) -> Environment:
    """The template engine for a kit: nothing in it but what the contract of the templates names."""
    frame: Frame = kit.frame
    engine = _Sandbox(
        loader=DictLoader(dict(kit.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    engine.globals.clear()
    engine.globals.update(
        {
            "_": lambda text, **values: _phrase(frame, text, **values),
            "label": lambda record, name: _say(label(record.__class__, name), frame),
            "help": lambda record, name: _say(docs_of(record.__class__)[name].help, frame),
            "fields": lambda record: fields(frame.language, record),
            "namespace": Namespace,
        }
    )
    engine.filters.update(filters_for(frame))
    return engine


def _phrase(frame: Frame, text: str, **values: object) -> str:
    spoken = frame.phrases.get(text) or text
    return spoken.format_map(values) if values else spoken


def _say(words: Words, frame: Frame) -> str:
    if frame.language.startswith("zh"):
        return words.zh
    return frame.phrases.get(words.en) or words.en


def spoken_title(record: Any, frame: Frame) -> str:
    """The title of a record in the language of the interface."""
    chinese = frame.language.startswith("zh")
    return str(record.title if chinese or not record.title_en else record.title_en)


def _summary(record: Any) -> str:
    """The first words of the text, for search engines and previews."""
    text = record.body.text.strip().split("\n")[0] if record.body else ""
    return text.lstrip("#>-* ").replace("*", "")[:120]


def _kind(frame: Frame, name: str) -> KindView:
    title, about = frame.kinds[name]
    return KindView(name, _say(title, frame), _say(about, frame))


def _row(item: Item, frame: Frame, path: str) -> Row:
    chinese = frame.language.startswith("zh")
    return Row("../" * path.count("/") + item.path, item.title if chinese else item.title_en, item.values)


def _related(group: Group, frame: Frame, path: str) -> RelatedView:
    return RelatedView(_say(group.title, frame), tuple(_row(item, frame, path) for item in group.items))


def _downloads(downloads: tuple[Download, ...], frame: Frame) -> tuple[Link, ...]:
    return tuple(Link(_say(one.label, frame), one.href, type=one.type) for one in downloads)


def _link(place: Place, frame: Frame, root: str, kind: str) -> Link:
    return Link(_say(place.title, frame), f"{root}{place.path}" or "./", place.path == f"{kind}/")


def _home(frame: Frame, path: str) -> tuple[Crumb, ...]:
    return (Crumb(_phrase(frame, "Home"), "../" * path.count("/") or "./"),)


def _crumbs(frame: Frame, kind: str, path: str) -> tuple[Crumb, ...]:
    return (*_home(frame, path), Crumb(_kind(frame, kind).title, "../" * (path.count("/") - 1)))


def _pager(inputs: ListInputs) -> Pager:
    up = "" if inputs.number == 1 else "../"

    def href(number: int) -> str | None:
        if not 1 <= number <= inputs.count:
            return None
        return (up or "./") if number == 1 else f"{up}{number}/"

    return Pager(inputs.number, inputs.count, href(inputs.number - 1), href(inputs.number + 1))
