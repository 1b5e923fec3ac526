"""One build at a time: a lock on the state folder that dies with its holder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from site_builder.edge.outcome import Busy, disk_trouble

_ASK_EVERY = 0.05
_ours: set[str] = set()
"""What this process holds: the system tells processes apart, not the threads and calls of one."""


@contextmanager
def hold(state: Path, seconds: float = 10.0) -> Iterator[None]:
    """Holds the project for one build; waits up to `seconds` for another build, then raises Busy naming it.

    The operating system keeps the lock, so nothing is left to clear away when a build is killed, and workers that
    outlive it do not hold it. Who holds it stands in a note beside the lock; the note only informs and is never
    trusted to decide anything.
    """
    note, name = state / "lock.json", os.path.realpath(state)
    with disk_trouble():
        state.mkdir(parents=True, exist_ok=True)
        handle = _take(state, name, time.monotonic() + seconds)
    if handle is None:
        raise _holder(note)
    try:
        with suppress(OSError):
            note.write_bytes(msgspec.json.encode(_about_this_process()))
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        _ours.discard(name)
        os.close(handle)


def _take(state: Path, name: str, until: float) -> int | None:
    """An open file that is locked as long as it is open; None when somebody else has it even at the end."""
    while True:
        if name not in _ours:
            # Closing any handle on the file would give up the lock, so none is opened while it is ours.
            handle = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
            if _locked(handle):
                _ours.add(name)
                return handle
            os.close(handle)
        if time.monotonic() >= until:
            return None
        time.sleep(_ASK_EVERY)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            # This sort belongs to the process alone; what it forks does not inherit it.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


class _Note(msgspec.Struct):
    pid: int
    host: str
    since: str


def _about_this_process() -> _Note:
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")
    return _Note(os.getpid(), host, datetime.now().astimezone().isoformat(timespec="seconds"))


def _holder(note: Path) -> Busy:
    """Reads who holds the lock; a note half written or gone says only that somebody does."""
    try:
        said = msgspec.json.decode(note.read_bytes(), type=_Note)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Busy(0, "?", "?")
    return Busy(said.pid, said.host, said.since)
