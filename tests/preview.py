"""A preview under way, and somebody who listens to its news."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.small import DAY, PATIENCE, surroundings


def until(holds: Callable[[], object]) -> None:
    """Wait until something holds; a machine may be slow, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Preview:
    """A running `serve`, asked over the network as a browser would."""

    process: subprocess.Popen[str]
    log: Path
    address: str = ""
    links: list[HTTPConnection] = field(default_factory=list)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """The reply to a request."""
        link = self.connect()
        link.request(method, path, headers=headers)
        reply = link.getresponse()
        return Reply(reply.status, dict(reply.headers), reply.read())

    def page(self, path: str) -> str:
        """The text at an address."""
        return self.ask(path).body.decode()

    def connect(self) -> HTTPConnection:
        """A connection that gives up in the end."""
        link = HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        self.links.append(link)
        return link

    def news(self) -> Iterator[dict[str, Any]]:
        """What the browser is told, as it comes."""
        link = self.connect()
        link.request("GET", "/-/events")
        reply = link.getresponse()
        assert reply.headers["Content-Type"] == "text/event-stream"
        for line in reply:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Tell it to stop; the code it ends with when all its processes are gone."""
        self.process.send_signal(number)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


def wait_until(news: Iterator[dict[str, Any]], holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The first of the news of which something holds."""
    return next(state for state in news if holds(state))


def codes(state: dict[str, Any]) -> set[str]:
    """The codes of the problems in the news."""
    return {problem["message"].split()[0] for problem in state["problems"]}


@contextmanager
def served(root: Path, log: Path, *words: str, ignoring: bool = False) -> Iterator[Preview]:
    """A preview of a project; `ignoring` starts it as shells start what runs in the background."""
    call = [
        sys.executable,
        "-m",
        "site_builder",
        "serve",
        str(root),
        "--port",
        "0",
        "--as-of",
        DAY,
        "--lang",
        "en",
    ]
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if ignoring else None
    with log.open("w") as told:
        # The pipe that nobody writes to ends when the last process has ended that was started here.
        process = subprocess.Popen(
            [*call, *words],
            env=surroundings(),
            stdout=told,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    if before is not None:
        signal.signal(signal.SIGINT, before)
    preview = Preview(process, log)
    try:
        until(lambda: "http://" in log.read_text("utf-8") or process.poll() is not None)
        preview.address = next(
            (word for word in log.read_text("utf-8").split() if word.startswith("http://")), ""
        )
        yield preview
    finally:
        for link in preview.links:
            link.close()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
