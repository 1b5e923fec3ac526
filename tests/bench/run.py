"""Runs commands and tells what they cost."""

import http.client
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.racers import Ours

PATIENCE = 120.0
"""Seconds after which a preview that does not answer counts as broken."""


class Cost(NamedTuple):
    """What a run cost."""

    wall: float
    cpu: float
    """User and system seconds of the command and all its children."""
    peak: float
    """MiB of the largest process."""


def measure(command: tuple[str, ...], folder: Path) -> Cost:
    """Run a command to its end; SystemExit when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed: {said.decode(errors='replace')[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def seconds_to_screen(ours: Ours, runs: int) -> list[float]:
    """From saving a file until the preview serves the page with the new words."""
    port = 18_400 + os.getpid() % 1_000
    command = (*ours.words("serve"), "--port", str(port))
    process = subprocess.Popen(command, cwd=ours.folder, stdout=subprocess.DEVNULL)
    try:
        address = f"/{ours.page().relative_to(ours.folder / 'output').parent.as_posix()}/"
        _wait_for(port, address, "")
        time.sleep(1)
        times = []
        for _ in range(runs):
            said = ours.edit()
            began = time.perf_counter()
            _wait_for(port, address, said)
            times.append(time.perf_counter() - began)
            time.sleep(1.5)
        return times
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _wait_for(port: int, address: str, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", address)
            response = connection.getresponse()
            text = response.read().decode()
            if response.status == 200 and words in text:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.02)  # asking more often would itself slow the answer
    raise SystemExit(f"the preview never showed {words!r} on {address}")
