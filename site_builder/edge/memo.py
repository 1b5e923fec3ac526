"""What the last build read, kept so that the next one reads only what was touched; worth nothing when damaged."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import msgspec

from site_builder.edge.attachments import Examined
from site_builder.edge.intake import Taken, content_digest
from site_builder.edge.project import Wanted, settled

_NAME = "memo"


class Memo(msgspec.Struct, frozen=True):
    """Records as they were last read."""

    tool: str
    """The fingerprint of the tool that read them: another tool may read them otherwise."""
    at: int
    """When reading began, in nanoseconds: a file touched at that moment or later is read again."""
    taken: dict[str, Taken]
    """By path."""
    examined: dict[str, Examined] = {}
    """The files that records offer, by name."""
    templates: str = ""
    """The fingerprint of all templates together."""
    traces: dict[str, str] = {}
    """The fingerprints that tracing those templates gave; only templates without a mistake are remembered."""


NOTHING_READ = Memo("", 0, {})
"""The memo of somebody who has read nothing yet."""


def load_memo(state: Path, tool: str) -> Memo:
    """The memo in the state folder; an empty one when there is none, it is damaged, or another tool wrote it."""
    empty = Memo(tool, 0, {})
    try:
        written = (state / _NAME).read_bytes()
    except OSError:
        return empty
    checksum, content = written[:16], written[16:]
    if blake2b(content, digest_size=16).digest() != checksum:
        return empty
    try:
        memo = msgspec.msgpack.decode(content, type=Memo)
    except (msgspec.MsgspecError, ValueError):
        return empty
    return memo if memo.tool == tool else empty


def save_memo(state: Path, memo: Memo) -> None:
    """Write the memo in one step; a reader finds the old one or the new one."""
    content = msgspec.msgpack.encode(memo)
    fresh = state / f"{_NAME}.new"
    with fresh.open("wb") as file:  # in two pieces: put together they would be in memory twice
        file.write(blake2b(content, digest_size=16).digest())
        file.write(content)
    fresh.replace(state / _NAME)


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
