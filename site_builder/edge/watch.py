"""Tells when files of a project change: by the system's events, else by looking, and by looking now and then anyway."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from site_builder.edge.project import FOLDERS, Files, walk

Changed = Callable[[frozenset[str] | None], None]
"""Is called with the paths that were touched, relative to the project; with None when nobody can say which."""

QUIET = 0.05
"""Seconds without an event after which a change counts as finished: editors write a file in several steps."""
PATIENCE = 1.0
"""Seconds after which a change is told even if there is no end of events."""
AGAIN = 0.5
"""Seconds until the next attempt after a file could not be read."""
LOOK = 5.0
"""Seconds after which the folders are looked through even without an event, for events can be lost."""

_TELLING = frozenset({"created", "modified", "moved", "deleted", "closed"})


class Watch:
    """Looks after a project's folder from when it is made until it is stopped."""

    def __init__(self, root: Path, seen: Files) -> None:
        """From now on changes are noticed; `seen` is what the caller already knows of."""
        self._root = root.resolve()
        self._changed: Changed = _nobody
        self._touched: set[str] | None = set()
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._seen: Files | None = seen
        self._observer = self._observe()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, changed: Changed) -> None:
        """Begin to tell, in a thread of its own, also of what has changed since `seen`."""
        self._changed = changed
        self._thread.start()

    def stop(self) -> None:
        """Stop watching and wait until it has stopped."""
        self._stop.set()
        self._wake.set()
        self._observer.stop()
        self._observer.join()
        if self._thread.is_alive():
            self._thread.join()

    def _observe(self) -> Any:
        # Imported here: watchdog takes 40 ms that only `serve` should pay for.
        from watchdog.observers import Observer
        from watchdog.observers.polling import PollingObserver

        handler: Any = _Handler(self._event)
        for kind in (Observer, PollingObserver):
            observer = kind()
            try:
                for folder in FOLDERS:
                    if (self._root / folder).is_dir():
                        observer.schedule(handler, str(self._root / folder), recursive=True)
                observer.start()
            except OSError:
                continue  # no more watches to be had from the system: look instead of being told
            return observer
        raise OSError("files cannot be watched here")

    def _event(self, kind: str, is_folder: bool, places: tuple[str, ...]) -> None:
        if kind not in _TELLING or (is_folder and kind == "modified"):
            return
        with self._lock:
            for place in places:
                self._touch(place, certain=kind in ("modified", "closed"))
        self._wake.set()

    def _touch(self, place: str, certain: bool) -> None:
        try:
            path = Path(place).relative_to(self._root).as_posix()
        except ValueError:
            path, certain = "", False
        if not certain:
            self._touched = None
        elif self._touched is not None:
            self._touched.add(path)

    def _run(self) -> None:
        while not self._stop.is_set():
            woken = self._wake.wait(LOOK)
            if woken:
                self._wait_for_quiet()
            if self._stop.is_set():
                return
            try:
                self._look(woken)
            except OSError:
                # A file was taken away while it was being read; whoever does that goes on to put something there.
                self._event("moved", False, (str(self._root),))
                self._stop.wait(AGAIN)

    def _look(self, woken: bool) -> None:
        """Tell what was touched; when nobody tells us, look, and never take for known what came while we told."""
        with self._lock:
            touched, self._touched = self._touched, set()
        if woken:
            # Looking through ten thousand files first would keep the writer waiting: it is made up for afterwards.
            self._seen = None
            self._changed(None if touched is None else frozenset(touched))
            return
        now = walk(self._root)
        if now != self._seen:
            self._changed(None)
        self._seen = now

    def _wait_for_quiet(self) -> None:
        until = time.monotonic() + PATIENCE
        while self._wake.is_set() and not self._stop.is_set():
            self._wake.clear()
            if time.monotonic() < until:
                time.sleep(QUIET)


def _nobody(_: frozenset[str] | None) -> None:
    """For the time before anybody wants to be told."""


class _Handler:
    """What watchdog calls; hands on the kind of an event and the places it names."""

    def __init__(self, event: Callable[[str, bool, tuple[str, ...]], None]) -> None:
        self._event = event

    def dispatch(self, event: Any) -> None:
        """Called by watchdog's thread for every event."""
        places = tuple(place for place in (event.src_path, getattr(event, "dest_path", "")) if place)
        self._event(event.event_type, event.is_directory, tuple(str(place) for place in places))
