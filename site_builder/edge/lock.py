"""One build at a time: a lock on the state folder that dies with its holder."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from site_builder.edge.outcome import Busy, disk_trouble

_ASK_EVERY = 0.05


@contextmanager
def hold(state: Path, seconds: float = 10.0) -> Iterator[None]:
    """Holds the project for one build; waits up to `seconds` for another build, then raises Busy naming it.

    The operating system keeps the lock, so nothing is left to clear away when a build is killed. Who holds it
    stands in a note beside the lock; the note only informs and is never trusted to decide anything.
    """
    # Costs 60 ms at start, which commands that do not build need not pay.
    from filelock import FileLock, Timeout

    note = state / "lock.json"
    with disk_trouble():
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / "lock", timeout=seconds, is_singleton=False)
        try:
            lock.acquire(poll_interval=_ASK_EVERY)
        except Timeout:
            raise _holder(note) from None
    try:
        with suppress(OSError):
            note.write_text(_about_this_process(), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        lock.release()


def _about_this_process() -> str:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since})


def _holder(note: Path) -> Busy:
    """Reads who holds the lock; a note half written or gone says only that somebody does."""
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        return Busy(int(said["pid"]), str(said["host"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Busy(0, "?", "?")
