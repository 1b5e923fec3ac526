"""What machines are told of a page, in the words of schema.org: whose it is, of which day, which data lie beside it."""

from typing import Any

import msgspec
from markupsafe import Markup

from site_builder.model.words import Words
from site_builder.render.engine import say
from site_builder.render.frame import Frame
from site_builder.render.views import Link, Page

_ABOUT = Words(
    "{school}公开的“{title}”全部记录，共 {n} 条，随网站一起更新，任何人都可以免费使用，也可以下载整份数据。",
    "All records of “{title}” that {school} publishes, {n} in all, free to use, kept up to date with the site.",
)


def linked(page: Page, frame: Frame, downloads: tuple[Link, ...] = (), total: int | None = None) -> Markup:
    """The description of a page as JSON-LD; empty where the site has no address, for things are named by addresses.

    A list, of which `total` is told, is a data set where it can be taken along and it is said how it may be used; the
    front page is the institution's own; all else is a page.
    """
    if not frame.site.base_url:
        return Markup("")
    top = frame.site.base_url.rstrip("/") + "/" + frame.prefix
    told = _school(frame, top) if not page.path else _page(page, frame, top)
    if total is not None and downloads and frame.site.data_licence:
        told = _data_set(page, frame, top, downloads, total)
    content = msgspec.json.encode({"@context": "https://schema.org", **told}).decode()
    # Nothing in it may end the element it stands in.
    return Markup(content.replace("<", "\\u003c"))  # noqa: S704 - as said


def _school(frame: Frame, top: str) -> dict[str, Any]:
    site = frame.site
    return {
        "@type": "School",
        "@id": f"{site.base_url.rstrip('/')}/#school",
        "name": _name(frame),
        "url": top,
        "address": site.address,
        "telephone": site.phone,
        "parentOrganization": {"@type": "GovernmentOrganization", "name": site.authority},
    }


def _page(page: Page, frame: Frame, top: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": "WebPage",
        "name": page.title,
        "url": f"{top}{page.path}",
        "inLanguage": frame.language,
        "isPartOf": {"@type": "WebSite", "name": _name(frame), "url": top},
        "publisher": {"@type": "School", "name": _name(frame), "url": top},
    }
    if page.day:
        told["datePublished" if len(page.day) == 10 else "temporalCoverage"] = page.day
    if page.description:
        told["description"] = page.description
    return told


def _data_set(page: Page, frame: Frame, top: str, downloads: tuple[Link, ...], total: int) -> dict[str, Any]:
    about = say(_ABOUT.fill(title=page.title, school=_name(frame), n=total), frame)
    return {
        "@type": "Dataset",
        "name": page.title,
        "description": f"{about} {page.description}".strip(),
        "url": f"{top}{page.path}",
        "inLanguage": frame.content_language,
        "isAccessibleForFree": True,
        "license": frame.site.data_licence,
        "creator": {"@type": "School", "name": _name(frame), "url": top},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one.title,
                "encodingFormat": one.type,
                "contentUrl": f"{frame.site.base_url.rstrip('/')}/{page.path}{one.href}",
            }
            for one in downloads
        ],
    }


def _name(frame: Frame) -> str:
    site = frame.site
    return str(site.name if frame.language.startswith("zh") or not site.name_en else site.name_en)
