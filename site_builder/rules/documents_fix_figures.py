"""What a document or a resolution lays down stands so in every record that goes by it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from site_builder.kinds.bases.record import Basis
from site_builder.kinds.meetings.record import Meeting
from site_builder.mistakes.sums import ELSEWHERE
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.identity import Identity
from site_builder.model.kind import Identities, Rule
from site_builder.model.pointed import typed_figure
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

NO_SUCH_FIGURE = Mistake("DOC-01")
_FIGURE = Words("数", "figure")
Laid = tuple[Trail, Decimal | None, tuple[str, ...]]
"""Where a figure is laid down, the figure, and the names of the fields that go by it."""


def of_documents(entry: Entry[Basis], _corpus: Corpus) -> Iterator[Laid]:
    """The figures of a document."""
    for index, one in enumerate(entry.record.fixes):
        yield ("fixes", index, "value"), one.value, one.of


def of_resolutions(entry: Entry[Meeting], _corpus: Corpus) -> Iterator[Laid]:
    """The amounts that a meeting decided on."""
    for index, one in enumerate(entry.record.resolutions):
        yield ("resolutions", index, "amount"), one.amount, one.sets


def documents_are_followed(entry: Entry[Basis], corpus: Corpus) -> Iterator[Identity]:
    """Every field that a document is said to lay down says what it says."""
    yield from _same(of_documents(entry, corpus), corpus)


def resolutions_are_followed(entry: Entry[Meeting], corpus: Corpus) -> Iterator[Identity]:
    """Every field that a resolution is said to set says what was decided."""
    yield from _same(of_resolutions(entry, corpus), corpus)


def named_by_documents(entry: Entry[Basis], corpus: Corpus) -> Iterator[Finding]:
    """Every field that a document lays down is there, and holds a figure."""
    yield from _missing(of_documents(entry, corpus), "of", corpus)


def named_by_resolutions(entry: Entry[Meeting], corpus: Corpus) -> Iterator[Finding]:
    """Every field that a resolution sets is there, and holds a figure."""
    yield from _missing(of_resolutions(entry, corpus), "sets", corpus)


def _same(laid: Iterable[Laid], corpus: Corpus) -> Iterator[Identity]:
    for trail, value, names in laid:
        for name in names:
            used = typed_figure(corpus, name)
            if used is not None and value is not None:
                yield Identity(trail, Words(f"{name} 用的", f"what {name} goes by"), value, used, ELSEWHERE)


def _missing(laid: Iterable[Laid], field: str, corpus: Corpus) -> Iterator[Finding]:
    for trail, value, names in laid:
        for place, name in enumerate(names):
            if value is None or typed_figure(corpus, name) is None:
                values = {"found": name, "what": _FIGURE, "suggestion": "fees/lunch.approved_max"}
                yield Finding((*trail[:-1], field, place), NO_SUCH_FIGURE, values)


RULE = (
    Rule(NO_SUCH_FIGURE, "bases", named_by_documents),
    Rule(NO_SUCH_FIGURE, "meetings", named_by_resolutions),
)
IDENTITIES = (
    Identities("bases", documents_are_followed),
    Identities("meetings", resolutions_are_followed),
)
