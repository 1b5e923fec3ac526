"""Figures that a text cites by name, put in where it is shown: sentence, table and file take them from one place.

``{{budgets/2026#water.approved}}`` is the field ``approved`` of the part ``water`` of that record; what is computed
can be cited like what was typed (``{{budgets/2026.total}}``).
"""

import re
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any

import msgspec

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Catalogue
from site_builder.model.pointed import NAME, within
from site_builder.model.problem import Trail
from site_builder.model.record import Audience, Part, Prose
from site_builder.render.shown import plainly
from site_builder.stages.columns import form_of_figure
from site_builder.stages.digest import digest
from site_builder.stages.texts import retold, texts

CITED = re.compile(r"\{\{([^{}]*)\}\}")
_MISSING = object()


@dataclass(frozen=True)
class Reckoner:
    """Answers what a record's figures are."""

    corpus: Corpus
    catalogue: Catalogue

    def figures(self, entry: Entry[Any]) -> Any:
        """What is computed from a record; None where its kind computes nothing."""
        reckon = self.catalogue.kinds[entry.kind].figures
        return None if reckon is None else self.corpus.each(reckon, entry)

    def audience(self, entry: Entry[Any]) -> Audience:
        """For whom a record is; one that says more people than its kind may be for is told of that alone."""
        said: Audience = entry.record.audience
        return said.narrower(self.catalogue.kinds[entry.kind].widest)

    def look_up(self, name: str) -> "Figure | None":
        """The figure of that name, or None when there is none."""
        found = NAME.fullmatch(name.strip())
        entry = self.corpus.find(found["kind"], found["id"]) if found else None
        if found is None or entry is None:
            return None
        for owner in self._owners(entry, found["part"]):
            value, form = _reached(owner, found["path"].split("."))
            if value is not _MISSING:
                return Figure(value, form, entry)
        return None

    def citable(self, name: str) -> tuple[str, ...]:
        """What could be cited of the record or part that a name begins with."""
        found = NAME.fullmatch(name.strip())
        entry = self.corpus.find(found["kind"], found["id"]) if found else None
        if found is None or entry is None:
            return ()
        owners = self._owners(entry, found["part"])
        plain = {
            slot_name: None
            for owner in owners
            for slot_name in owner.__struct_fields__
            if isinstance(getattr(owner, slot_name), int | typing.SupportsRound)
            and not isinstance(getattr(owner, slot_name), bool)
        }
        return tuple(plain)

    def _owners(self, entry: Entry[Any], part: str | None) -> tuple[msgspec.Struct, ...]:
        tops = [one for one in (self.figures(entry), entry.record) if one is not None]
        if part is None:
            return tuple(tops)
        return tuple(one for top in tops for one in within(top) if _is_about(one, part))


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that a text may cite, how it is written, and whose it is."""

    value: Any
    form: str
    entry: Entry[Any]


def cite(corpus: Corpus, catalogue: Catalogue, language: str) -> Corpus:
    """The same records with every citation in their texts replaced by its figure, as `language` writes it."""
    reckoner = Reckoner(corpus, catalogue)
    entries = tuple(_cited(entry, reckoner, language) for entry in corpus.entries)
    changed = any(new is not old for new, old in zip(entries, corpus.entries, strict=True))
    return replace(corpus, entries=entries) if changed else corpus


def citations(held: Iterable[tuple[Trail, Prose]]) -> Iterator[tuple[Trail, str]]:
    """Every ``{{…}}`` in the texts that a record holds, with the place of its text."""
    for place, prose in held:
        if "{{" in prose.text:
            yield from ((place, found[1]) for found in CITED.finditer(prose.text))


def _cited(entry: Entry[Any], reckoner: Reckoner, language: str) -> Entry[Any]:
    named = dict.fromkeys(name for _, name in citations(texts(entry.record)))
    if not named:
        return entry
    written = {name: _written(reckoner.look_up(name), language) for name in named}
    record = retold(entry.record, lambda prose: _filled(prose, written))
    return msgspec.structs.replace(entry, record=record, digest=digest((entry.digest, written)))


def _written(figure: Figure | None, language: str) -> str:
    # A figure above the audience of this output is not there: the text shows a dash, `check` has told of it.
    return "—" if figure is None else plainly(figure.value, figure.form, language)


def _filled(prose: Prose, written: dict[str, str]) -> Prose:
    text = CITED.sub(lambda found: written[found[1]], prose.text)
    html = CITED.sub(lambda found: escape(written[unescape(found[1])]), prose.html)
    return msgspec.structs.replace(prose, text=text, html=html)


def _is_about(group: msgspec.Struct, part: str) -> bool:
    """Whether a group is the part of that id, or what was computed from it."""
    if getattr(group, "id", None) == part:
        return True
    values = (getattr(group, name) for name in group.__struct_fields__)
    return any(isinstance(value, Part) and getattr(value, "id", None) == part for value in values)


def _reached(owner: Any, path: list[str]) -> tuple[Any, str]:
    form = "line"
    for step in path:
        if not isinstance(owner, msgspec.Struct) or step not in owner.__struct_fields__:
            # Sums stand in a group of their own beside the part: ``approved`` is found there too.
            inner = getattr(owner, "sum", None)
            if not isinstance(inner, msgspec.Struct) or step not in inner.__struct_fields__:
                return _MISSING, form
            owner = inner
        form, owner = form_of_figure(owner.__class__, step), getattr(owner, step)
    shown = owner is None or isinstance(owner, msgspec.Struct | tuple | dict)
    return (_MISSING, form) if shown else (owner, form)
