"""What the last build read, kept so that the next one reads only what was touched; worth nothing when damaged."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from site_builder.edge.attachments import Examined
from site_builder.edge.intake import Taken, content_digest
from site_builder.edge.project import Wanted, settled

_NAME = "memo"
_LATER = "memo-later"
_SIZE = 32
"""Bytes of a checksum."""
FEW = 500
"""Records that may have changed since the memo was last written whole."""


class Memo(msgspec.Struct, frozen=True):
    """Records as they were last read."""

    tool: str
    """The fingerprint of the tool that read them: another tool may read them otherwise."""
    at: int
    """When reading began, in nanoseconds: a file touched at that moment or later is read again."""
    taken: dict[str, Taken]
    """By path."""
    world: str = ""
    """The fingerprint of what they were judged by besides each other."""
    examined: dict[str, Examined] = {}
    """The files that records offer, by name."""
    templates: str = ""
    """The fingerprint of all templates together."""
    traces: dict[str, str] = {}
    """The fingerprints that tracing those templates gave; only templates without a mistake are remembered."""
    whole: bytes = b""
    """The checksum of the memo as it was last written whole, if it was."""
    changed: frozenset[str] = frozenset()
    """What is otherwise now, by path: read anew, or gone."""


NOTHING_READ = Memo("", 0, {})
"""The memo of somebody who has read nothing yet."""


def load_memo(state: Path, tool: str) -> Memo:
    """The memo in the state folder; an empty one when there is none, it is damaged, or another tool wrote it."""
    empty = Memo(tool, 0, {})
    checksum, memo = _read(state / _NAME)
    if memo is None or memo.tool != tool:
        return empty
    _, later = _read(state / _LATER)
    if later is None or later.whole != checksum or later.tool != tool:
        return msgspec.structs.replace(memo, whole=checksum)
    kept = {path: taken for path, taken in memo.taken.items() if path not in later.changed}
    return msgspec.structs.replace(later, taken=kept | later.taken)


def save_memo(state: Path, memo: Memo) -> None:
    """Write the memo, or only what has changed in it, in one step; a reader finds the old one or the new one."""
    if memo.whole and len(memo.changed) <= FEW:
        taken = {path: memo.taken[path] for path in sorted(memo.changed & memo.taken.keys())}
        _write(state / _LATER, msgspec.structs.replace(memo, taken=taken))
        return
    _write(state / _NAME, msgspec.structs.replace(memo, whole=b"", changed=frozenset()))
    (state / _LATER).unlink(
        missing_ok=True
    )  # Killed before this, it does not fit the new memo and is passed over.


def _read(path: Path) -> tuple[bytes, Memo | None]:
    """What was written, with its checksum; None if it is not there or damaged in any way."""
    try:
        written = path.read_bytes()
    except OSError:
        return b"", None
    content = memoryview(written)[_SIZE:]
    if _checksum(content) != written[:_SIZE]:
        return b"", None
    try:
        return written[:_SIZE], msgspec.msgpack.decode(content, type=Memo)
    except (msgspec.MsgspecError, ValueError):
        return b"", None


def _write(path: Path, memo: Memo) -> None:
    content = msgspec.msgpack.encode(memo)
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as file:  # in two pieces: put together they would be in memory twice
        file.write(_checksum(content))
        file.write(content)
    fresh.replace(path)


def _checksum(content: bytes | memoryview) -> bytes:
    return sha256(content).digest()


def recall(memo: Memo, root: Path, wanted: Iterable[Wanted]) -> tuple[list[Taken], list[Wanted]]:
    """The records that need not be read again, and those that must."""
    known: list[Taken] = []
    unknown: list[Wanted] = []
    for one in wanted:
        found = memo.taken.get(one.path)
        if found is not None and found.signature == one.signature and _same(memo, root, one, found):
            known.append(found)
        else:
            unknown.append(one)
    return known, unknown


def _same(memo: Memo, root: Path, wanted: Wanted, found: Taken) -> bool:
    return settled(wanted.signature, memo.at) or content_digest(root, wanted) == found.content
