"""The publication log in data/.published: a line of JSON a record, a file a kind, kept in git with the data."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from site_builder.catalogue import catalogue
from site_builder.edge.project import LOG, read_bytes
from site_builder.model.corpus import Corpus
from site_builder.model.seal import Seal
from site_builder.stages.seal import seals


def read_seals(root: Path, paths: Iterable[str]) -> dict[str, Seal]:
    """What was noted as public, by the name of the record; a line that cannot be read notes nothing."""
    found: dict[str, Seal] = {}
    decoder = msgspec.json.Decoder(Seal)
    for path in paths:
        for line in read_bytes(root, path).splitlines():
            try:
                seal = decoder.decode(line)
            except (msgspec.MsgspecError, ValueError):
                continue
            found[seal.name] = seal
    return found


def renew(root: Path, corpus: Corpus, files: Mapping[str, str]) -> dict[str, int]:
    """Bring the log to what is public on the day of the corpus; gives how many records it names, new and renewed.

    `files` holds the SHA-256 of what records offer for download.
    A record that says what it said keeps its line, so that git shows what changed and nothing else.
    """
    known = corpus.sealed
    fresh = {seal.name: seal for seal in seals(corpus.entries, catalogue().kinds, corpus.today, files)}
    kept = {name: known[name] if _same(known.get(name), seal) else seal for name, seal in fresh.items()}
    write_seals(root, kept.values())
    new = fresh.keys() - known.keys()
    renewed = [name for name in fresh.keys() & known.keys() if kept[name] is not known[name]]
    return {"total": len(kept), "new": len(new), "renewed": len(renewed)}


def _same(old: Seal | None, new: Seal) -> bool:
    return old is not None and (old.digest, old.fields, old.files) == (new.digest, new.fields, new.files)


def write_seals(root: Path, seals: Iterable[Seal]) -> None:
    """Replace the log, in the order of kinds and names, so that git shows what is new."""
    by_kind: dict[str, list[Seal]] = {}
    for seal in seals:
        by_kind.setdefault(seal.name.partition("/")[0], []).append(seal)
    folder = root / LOG
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.jsonl"):
        if path.stem not in by_kind:
            path.unlink()
    for kind, mine in by_kind.items():
        lines = [msgspec.json.encode(seal) + b"\n" for seal in sorted(mine, key=lambda seal: seal.name)]
        fresh = folder / f"{kind}.jsonl.new"
        fresh.write_bytes(b"".join(lines))
        fresh.replace(folder / f"{kind}.jsonl")
