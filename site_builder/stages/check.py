"""What must hold of all records together: references, links, files, and the rules of the kinds."""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any, NamedTuple

from site_builder.mistakes import records, values
from site_builder.model.corpus import Corpus, Entry, Reference
from site_builder.model.kind import Catalogue
from site_builder.model.problem import Finding
from site_builder.model.watched import Reads, Watched
from site_builder.model.words import Words
from site_builder.stages.cite import Reckoner
from site_builder.stages.lead import lead
from site_builder.stages.quoted import quoted
from site_builder.stages.seal import silent_changes
from site_builder.stages.texts import Texts, texts
from site_builder.stages.waive import waive, waivers_of


class Verdict(NamedTuple):
    """What was found in a record, and what was read of the others to find it: until that changes, it holds."""

    entry: Entry[Any]
    findings: tuple[Finding, ...]
    reads: Reads


def check(corpus: Corpus, catalogue: Catalogue, settled: Collection[str] = ()) -> Iterator[Verdict]:
    """The verdict on every record but those whose path is `settled`; the caller finds the lines."""
    watched = Watched.over(corpus)
    reckoner = Reckoner(watched, catalogue)
    for entry in corpus.entries:
        if entry.path not in settled or _unsettled(entry, corpus, catalogue):
            yield Verdict(entry, *watched.noting(lambda: tuple(check_one(entry, reckoner))))  # noqa: B023


def _unsettled(entry: Entry[Any], corpus: Corpus, catalogue: Catalogue) -> bool:
    """Whether a rule that looks at all records together finds something in a record in which nothing was found."""
    rules = (rule for rule in catalogue.rules_of.get(entry.kind, ()) if rule.of_all)
    return any(True for rule in rules for _ in rule.check(entry, corpus))


def check_one(entry: Entry[Any], reckoner: Reckoner) -> Iterator[Finding]:
    """What is wrong with one record, seen among all the others."""
    corpus, catalogue = reckoner.corpus, reckoner.catalogue
    yield from _references(entry, reckoner)
    held = tuple(texts(entry.record))
    yield from lead(held, reckoner.audience(entry), corpus, catalogue)
    yield from _files(entry, corpus)
    yield from _kinds_named(entry, catalogue)
    yield from judged(entry, reckoner, held)


def judged(entry: Entry[Any], reckoner: Reckoner, held: Texts | None = None) -> Iterator[Finding]:
    """What rules, identities and texts find in a record, less what an approved exception sets aside."""
    corpus, catalogue = reckoner.corpus, reckoner.catalogue
    rules = catalogue.rules_of.get(entry.kind, ())
    claims = (claim.finding for claim in catalogue.claims(entry, corpus) if not claim.holds)
    told = chain.from_iterable(
        rule.check(entry, corpus.unwatched if rule.of_all else corpus) for rule in rules
    )
    changes = silent_changes(entry, catalogue.kinds[entry.kind], corpus)
    found = chain(
        _reach(entry, catalogue),
        claims,
        quoted(entry, tuple(texts(entry.record)) if held is None else held, reckoner),
        told,
        changes,
    )
    if not entry.record.exceptions:
        yield from found
        return
    yield from waive(entry, found, corpus.today)
    yield from waivers_of(entry, corpus.today)


def _reach(entry: Entry[Any], catalogue: Catalogue) -> Iterator[Finding]:
    """No record is for more people than its kind may ever be for."""
    widest, found = catalogue.kinds[entry.kind].widest, entry.record.audience
    if not found.admits(widest):
        yield Finding(("audience",), records.TOO_WIDE, {"found": found.value, "widest": widest.value})


def _references(entry: Entry[Any], reckoner: Reckoner) -> Iterator[Finding]:
    corpus, audience = reckoner.corpus, reckoner.audience(entry)
    for reference in entry.references:
        target = corpus.find(reference.kind, reference.id)
        if reference.trail[0] == "rows" and not corpus.of(reference.kind):
            continue  # told once, where the column says what its cells refer to
        if target is None:
            yield _broken(reference, reference.id, [one.id for one in corpus.of(reference.kind)])
        elif not (ours := audience.narrower(reference.audience)).admits(target.record.audience):
            audiences = {"theirs": target.record.audience.value, "ours": ours.value}
            yield Finding(reference.trail, records.HIDDEN_REFERENCE, {"found": reference.id, **audiences})
        elif reference.parts:
            known = [part.id for part in getattr(target.record, reference.parts, ()) if hasattr(part, "id")]
            if reference.part not in known:
                yield _broken(reference, reference.part or reference.id, known)
        elif reference.kind == entry.kind and _leads_back(entry, reference, corpus):
            yield Finding(reference.trail, records.RING, {"found": reference.id, "own": entry.id})


def _leads_back(entry: Entry[Any], reference: Reference, corpus: Corpus) -> bool:
    """Whether what a field names comes, by the same field of the others, back to the record itself."""
    seen: set[str] = set()
    ahead = [reference.id]
    while ahead:
        found = corpus.find(entry.kind, ahead.pop())
        if found is None or found.id in seen:
            continue
        if found.id == entry.id:
            return True
        seen.add(found.id)
        same = (one for one in found.references if one.trail[0] == reference.trail[0])
        ahead += [one.id for one in same if one.kind == entry.kind]
    return False


def _broken(reference: Reference, found: str, known: list[str]) -> Finding:
    written = f"{reference.id}#" if reference.parts else ""
    example = f"{written}{known[0]}" if known else ""
    part = Words(f"，后面加 # 和其中一项：{example}", f", then # and one of its parts: {example}")
    values_ = {
        "found": found,
        "kind": reference.kind,
        "guess": values.meant(found, known),
        "part": part if reference.parts and known else Words("", ""),
    }
    return Finding(reference.trail, records.BROKEN_REFERENCE, values_)


def _kinds_named(entry: Entry[Any], catalogue: Catalogue) -> Iterator[Finding]:
    """An item of the disclosure catalogue names a kind of record that there is."""
    if entry.kind == "catalogue" and (found := entry.record.record_kind) not in catalogue.kinds:
        guess = values.meant(found, list(catalogue.kinds))
        yield Finding(("record_kind",), records.NO_SUCH_KIND, {"found": found, "guess": guess})


def _files(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    for index, attachment in enumerate(entry.record.attachments):
        if attachment.file not in corpus.files:
            guess = values.meant(attachment.file, sorted(corpus.files))
            yield Finding(
                ("attachments", index, "file"),
                records.MISSING_FILE,
                {"found": attachment.file, "guess": guess},
            )
