"""Two builds at once: the second waits, or is told who is at work."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_builder.edge.lock import hold
from site_builder.edge.outcome import Busy, PublishError

HOLDER = """
import os, sys, time
from pathlib import Path
from site_builder.edge.lock import hold
with hold(Path(sys.argv[1])):
    if sys.argv[2] == "fork" and os.fork() == 0:
        time.sleep(60)
    print(os.getpid(), flush=True)
    time.sleep(float(sys.argv[3]))
"""


def start(state: Path, fork: str = "", seconds: float = 60) -> "subprocess.Popen[bytes]":
    """Another build that has the lock by now."""
    words = [sys.executable, "-c", HOLDER, str(state), fork, str(seconds)]
    other = subprocess.Popen(words, stdout=subprocess.PIPE, start_new_session=True)
    assert other.stdout is not None
    assert int(other.stdout.readline()) == other.pid
    return other


def end(other: "subprocess.Popen[bytes]") -> None:
    os.killpg(other.pid, signal.SIGKILL)
    other.communicate()


def test_the_second_is_told_who_is_at_work(tmp_path: Path) -> None:
    other = start(tmp_path)
    began = time.monotonic()
    with pytest.raises(Busy) as caught, hold(tmp_path, seconds=0.2):
        pass
    assert time.monotonic() - began >= 0.2
    assert caught.value.pid == other.pid
    assert caught.value.host == os.uname().nodename
    assert caught.value.since.startswith("20")
    assert str(other.pid) in str(caught.value)
    end(other)


def test_the_second_waits(tmp_path: Path) -> None:
    other = start(tmp_path, seconds=0.3)
    with hold(tmp_path, seconds=30):
        assert other.wait() == 0
    other.communicate()


def test_a_killed_build_blocks_nobody(tmp_path: Path) -> None:
    end(start(tmp_path))
    with hold(tmp_path, seconds=0):
        pass


def test_workers_that_outlive_a_killed_build_block_nobody(tmp_path: Path) -> None:
    other = start(tmp_path, fork="fork")
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    with hold(tmp_path, seconds=0):
        pass
    end(other)


def test_two_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(Busy) as caught, hold(tmp_path, seconds=0):
        pass
    assert caught.value.pid == os.getpid()


def test_an_unreadable_note_only_says_that_somebody_is_at_work(tmp_path: Path) -> None:
    with hold(tmp_path):
        (tmp_path / "lock.json").write_text("{")
        with pytest.raises(Busy, match="process 0"), hold(tmp_path, seconds=0):
            pass


def test_a_failed_build_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold(tmp_path):
        raise ZeroDivisionError
    with hold(tmp_path, seconds=0):
        assert (tmp_path / "lock.json").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_a_state_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PublishError, match="file"), hold(tmp_path / "file" / "state"):
        pass
