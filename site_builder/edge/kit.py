"""Collects what all pages share: templates, phrases, fonts."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polib

import site_builder
from site_builder.edge.project import Scan, read_bytes
from site_builder.edge.scaffold import scaffold
from site_builder.edge.tool import tool
from site_builder.fonts import folder as faces_folder
from site_builder.model.corpus import Corpus
from site_builder.model.job import Kit
from site_builder.model.kind import Catalogue
from site_builder.render.frame import Frame, Place
from site_builder.render.tongue import TWO_FORMS, Phrases
from site_builder.stages.areas import regions
from site_builder.stages.digest import digest

_RULE = re.compile(r"plural=([^;]+)")


def shipped_templates() -> dict[str, Path]:
    """The templates that come with the tool, by name."""
    top = scaffold() / "templates"
    return {path.relative_to(top).as_posix(): path for path in sorted(top.rglob("*")) if path.is_file()}


def read_templates(root: Path, found: Scan) -> tuple[dict[str, str], dict[str, bytes]]:
    """Template texts, and other files of the templates folder, by name; the project's own before the shipped ones."""
    content = {name: path.read_bytes() for name, path in shipped_templates().items()}
    content |= {one.path.removeprefix("templates/"): read_bytes(root, one.path) for one in found.templates}
    texts = {name: data.decode(errors="replace") for name, data in content.items() if name.endswith(".html")}
    return texts, {name: data for name, data in content.items() if not name.endswith(".html")}


def phrases(language: str, assets: Mapping[str, bytes] | None = None) -> Phrases:
    """The interface's phrases in a language: as the project's own templates folder has them, else the shipped ones."""
    name = f"{language.replace('-', '_')}.po"
    path = Path(site_builder.__file__).parent / "translations" / name
    own = (assets or {}).get(name)
    if own is None and not path.exists():
        return Phrases()
    catalogue = polib.pofile(own.decode() if own is not None else os.fspath(path))
    rule = _RULE.search(catalogue.metadata.get("Plural-Forms", ""))
    return Phrases(
        {entry.msgid: entry.msgstr for entry in catalogue if entry.msgstr},
        {
            entry.msgid: tuple(form for _, form in sorted(entry.msgstr_plural.items()))
            for entry in catalogue
            if any(entry.msgstr_plural.values())
        },
        rule[1] if rule else TWO_FORMS,
    )


def folders(site: Any) -> tuple[tuple[str, str], ...]:
    """The languages of a site with their folders: the default has the top, each further one a folder of its own."""
    further = (code for code in dict.fromkeys(site.languages) if code != site.default_language)
    return ((site.default_language, ""), *((code, f"{code.lower()}/") for code in further))


def make_frame(
    corpus: Corpus,
    catalogue: Catalogue,
    language: str | None = None,
    *,
    offline: bool = False,
    assets: Mapping[str, bytes] | None = None,
) -> Frame:
    """What surrounds the pages of this corpus in one of its languages."""
    site: Any = corpus.of("site")[0].record
    language = language or site.default_language
    tongues = folders(site)
    kinds = sorted(catalogue.kinds.values(), key=lambda kind: (kind.menu or 1_000, kind.name))
    return Frame(
        site=site,
        language=language,
        content_language=site.default_language,
        menu=tuple(Place(f"{kind.name}/", kind.title) for kind in kinds if kind.menu),
        footer=regions(corpus, catalogue),
        kinds={kind.name: (kind.title, kind.about) for kind in kinds},
        phrases=phrases(language, assets),
        tool=tool(),
        prefix=dict(tongues).get(language, ""),
        tongues=tongues,
        offline=offline,
    )


def make_kit(
    templates: dict[str, str],
    assets: dict[str, bytes],
    frame: Frame,
    catalogue: Catalogue,
    further: tuple[Frame, ...] = (),
    faces: str = "",
) -> Kit:
    """All that jobs share, with its fingerprint; the kits of further languages are in that of the first."""
    exports = {export.suffix: export for export in catalogue.exports}
    faces = faces or os.fspath(faces_folder())
    tongues = {one.language: make_kit(templates, assets, one, catalogue, (), faces) for one in further}
    whole = digest(templates, assets, frame, [kit.digest for kit in tongues.values()])
    return Kit(whole, templates, assets, frame, exports, faces, tongues)
