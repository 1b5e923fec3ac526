"""What texts say of figures: those they cite exist, and those they typed are those of the records they speak of."""

import re
import typing
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from site_builder.mistakes import records
from site_builder.mistakes.sums import IN_PROSE, TYPED
from site_builder.mistakes.values import meant
from site_builder.model.corpus import Entry
from site_builder.model.docs import label
from site_builder.model.pointed import NAME
from site_builder.model.problem import Finding, Trail
from site_builder.model.record import Prose
from site_builder.stages.cite import CITED, Reckoner, citations
from site_builder.stages.columns import figures_type
from site_builder.stages.texts import Texts

_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(r"(?<![\d.,/#-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:万元|元(?![旦月宵]))")
_NUMBER = (
    r"[^\d，。；、,;|\n{}]{0,4}?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"\s*(?P<unit>万元|[%％]|(?![\d年月日号条第.:：-]))"
)


def quoted(entry: Entry[Any], held: Texts, reckoner: Reckoner) -> Iterator[Finding]:
    """What is wrong with the figures in a record's texts, which are `held`."""
    yield from _unknown(entry, held, reckoner)
    for trail, prose in held:
        if _DIGIT.search(prose.text):
            contradicted = list(_contradicted(entry, trail, prose, reckoner))
            yield from contradicted
            told = {finding.values["found"] for finding in contradicted}
            yield from _typed(trail, prose, told)


def _unknown(entry: Entry[Any], held: Texts, reckoner: Reckoner) -> Iterator[Finding]:
    for trail, name in citations(held):
        figure = reckoner.look_up(name)
        if figure is None:
            yield _no_such(trail, name, reckoner)
        elif not (ours := reckoner.audience(entry)).admits(figure.entry.record.audience):
            audiences = {"theirs": figure.entry.record.audience.value, "ours": ours.value}
            yield Finding(trail, records.HIDDEN_REFERENCE, {"found": name.strip(), **audiences}, words=name)


def _no_such(trail: Trail, name: str, reckoner: Reckoner) -> Finding:
    found = NAME.fullmatch(name.strip())
    known = reckoner.citable(name)
    last = found["path"] if found else name.strip()
    values = {"found": name.strip(), "guess": meant(last, list(known)), "known": "、".join(known[:8]) or "—"}
    return Finding(trail, records.NO_SUCH_FIGURE, values, words=name)


def _typed(trail: Trail, prose: Prose, told: set[str]) -> Iterator[Finding]:
    if "元" not in prose.text:
        return
    bare = CITED.sub("", prose.text)
    for found in dict.fromkeys(match[0] for match in _AMOUNT.finditer(bare)):
        number = "".join(found.split())
        if number not in told and number.removesuffix("元") not in told:
            yield Finding(trail, TYPED, {"found": found}, words=found)


def _contradicted(entry: Entry[Any], trail: Trail, prose: Prose, reckoner: Reckoner) -> Iterator[Finding]:
    known = _labelled(entry, prose, reckoner)
    if not known:
        return
    names = sorted(known, key=len, reverse=True)
    pattern = re.compile(f"(?P<label>{'|'.join(map(re.escape, names))}){_NUMBER}")
    for match in pattern.finditer(CITED.sub(lambda cited: "{" * len(cited[0]), prose.text)):
        values = known[match["label"]]
        if not any(_same(match["number"], match["unit"], value) for value in values):
            right = "、".join(dict.fromkeys(f"{value:,}" for value in values))
            found = {"label": match["label"], "found": match["number"] + match["unit"], "right": right}
            yield Finding(trail, IN_PROSE, found, words=match[0])


def _same(written: str, unit: str, value: Decimal) -> bool:
    """Whether a figure in a text is that value, at the precision it was written with."""
    number = Decimal(written.replace(",", ""))
    exact = value / 10_000 if unit == "万元" else value
    return exact.quantize(Decimal(1).scaleb(-_places(number))) == number


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _labelled(entry: Entry[Any], prose: Prose, reckoner: Reckoner) -> dict[str, list[Decimal]]:
    """Every figure that the text speaks of, by its Chinese label: of the record itself and those it links to."""
    corpus = reckoner.corpus
    links = (link.strip("/").partition("/") for link in prose.links if link.startswith("/"))
    linked = (corpus.find(kind, id.partition("/")[0]) for kind, _, id in links)
    found: dict[str, list[Decimal]] = {}
    for one in (entry, *(one for one in linked if one is not None)):
        _collect(one.record, prose.text, found)
        computed = figures_type(reckoner.catalogue.kinds[one.kind])
        # Reckoning takes longer than looking whether the text names anything of it.
        if computed is not None and any(words in prose.text for _, words in _labels(computed)):
            figures = reckoner.figures(one)
            if figures is not None:
                _collect(figures, prose.text, found)
    return found


def _collect(top: msgspec.Struct, text: str, found: dict[str, list[Decimal]]) -> None:
    """Add those of a record's own figures whose labels stand in a text."""
    for name, words in _labels(top.__class__):
        value = getattr(top, name)
        if isinstance(value, (Decimal, int)) and not isinstance(value, bool) and words in text:
            found.setdefault(words, []).append(Decimal(value))


@cache
def _labels(owner: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that may hold a figure, with what they are called in Chinese."""
    named = (
        (name, label(owner, name).zh) for name, hint in typing.get_type_hints(owner).items() if _counts(hint)
    )
    return tuple((name, words) for name, words in named if len(words) > 1)


def _counts(hint: Any) -> bool:
    kinds = typing.get_args(hint) or (hint,)
    return any(isinstance(kind, type) and issubclass(kind, Decimal | int) for kind in kinds)
