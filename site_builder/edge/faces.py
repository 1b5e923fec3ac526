"""Fonts that a site has a licence for: found in templates/fonts, looked into, and made ready beside the memo."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from site_builder.edge.judge import located
from site_builder.edge.project import Scan, read_bytes
from site_builder.fonts import ROLES, folder
from site_builder.mistakes.values import meant
from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Mistake, Problem
from site_builder.model.words import Words
from site_builder.render.roles import style_of
from site_builder.render.sheet import STYLE

CANNOT_BE_USED = Mistake("SITE-06")
LACKS_CHARACTERS = Mistake("SITE-07")
_ABSENT = Words("templates/fonts 里没有这个文件{guess}", "it is not in templates/fonts{guess}")
_PLACE = "templates/fonts/"
_NAMED = 20
"""Characters that are named; there may be thousands."""


def named_faces(site: Any) -> dict[str, str]:
    """The files that a site names for its faces, by what they set."""
    own = site.faces
    return {role: name for role in ROLES if own is not None and (name := getattr(own, role))}


def faults_of_faces(root: Path, found: Scan, corpus: Corpus) -> list[Problem]:
    """What is wrong with the faces that the site names, and which characters of the site they lack."""
    wanted = {one.path: one for one in found.records}
    return [
        located(root, wanted[entry.path], finding)
        for entry in corpus.of("site")
        for finding in _findings(root, found, entry.record, corpus)
    ]


def _findings(root: Path, found: Scan, site: Any, corpus: Corpus) -> Iterator[Finding]:
    named = named_faces(site)
    if not named:
        return
    # Imported here: hardly any site has faces of its own, and fontTools takes long to import.
    from site_builder.fonts.own import lacking, look_into

    there = [one.path.removeprefix(_PLACE) for one in found.templates if one.path.startswith(_PLACE)]
    text = b"".join(msgspec.json.encode(one.record) for one in corpus.entries).decode()
    for role, name in named.items():
        trail = ("faces", role)
        if name not in there:
            values = {"found": name, "reason": _ABSENT.fill(guess=meant(name, there))}
            yield Finding(trail, CANNOT_BE_USED, values)
            continue
        drawn = look_into(read_bytes(root, f"{_PLACE}{name}"))
        if isinstance(drawn, Words):
            yield Finding(trail, CANNOT_BE_USED, {"found": name, "reason": drawn})
        elif absent := lacking(drawn, text):
            few = "".join(absent[:_NAMED]) + ("……" if len(absent) > _NAMED else "")
            yield Finding(trail, LACKS_CHARACTERS, {"found": name, "n": len(absent), "signs": few})


def with_own_faces(state: Path, site: Any, assets: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The assets with a stylesheet that names the site's faces, and without the files; and the folders of all faces."""
    fonts = {name: content for name, content in assets.items() if name.startswith("fonts/")}
    rest = {name: content for name, content in assets.items() if name not in fonts}
    own = {
        role: fonts[path] for role, name in named_faces(site).items() if (path := f"fonts/{name}") in fonts
    }
    if not own:
        return rest, ""
    digests = {role: blake2b(content, digest_size=12).hexdigest() for role, content in own.items()}
    rest[STYLE] += style_of(digests).encode()
    whole = blake2b(repr(sorted(digests.items())).encode(), digest_size=12).hexdigest()
    place = state / "faces" / whole
    for role, content in own.items():
        _ready(place / f"{role}.otf", role, content)
    return rest, os.pathsep.join((os.fspath(folder()), os.fspath(place)))


def _ready(path: Path, role: str, content: bytes) -> None:
    """Puts a face into our measures, once."""
    if path.exists():
        return
    # Imported here, as above.
    from site_builder.fonts.own import fitted

    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(fitted(content, ROLES[role]))
    fresh.replace(path)
