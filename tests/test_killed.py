"""Whoever stops a build, and when: readers have the old site or the new one, and the next build needs no help."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.small import DAY, PATIENCE, build, contents, copied, surroundings

KILLS = 50


def begun(root: Path, *words: str) -> subprocess.Popen[str]:
    """A build under way, leading a group of its own; its pipes end when the last process of it has ended."""
    call = [sys.executable, "-m", "site_builder", "build", str(root), "--as-of", DAY, "--lang", "en", *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        call, env=surroundings(), stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


def wait_for(process: subprocess.Popen[str], root: Path, pattern: str) -> None:
    """Until the build has made a file like that; it ends before only if something is wrong."""
    until = time.monotonic() + PATIENCE
    while not any((root / ".site-builder").glob(pattern)):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.001)


def change(root: Path, number: int) -> None:
    """A page is changed, a record is added and the one before is removed, an amount is another."""
    page, fee, bases = root / "content/about.md", root / "data/fees/milk.yaml", root / "data/bases"
    page.write_text(page.read_text("utf-8") + f"\n第{number}次。\n", "utf-8")
    fee.write_text(re.sub(r"standard: 2.\d0", f"standard: 2.{number % 10}0", fee.read_text("utf-8")), "utf-8")
    shutil.copyfile(bases / "food-safety.yaml", bases / f"copy-{number}.yaml")
    (bases / f"copy-{number - 1}.yaml").unlink(missing_ok=True)


def kept(root: Path) -> set[str]:
    """What the tool keeps between builds, without the numbers that it gives to trees.

    The note on who holds the lock may stay until the next build that has something to do; it decides nothing.
    """
    state = root / ".site-builder"
    names = {path.relative_to(state).as_posix() for path in state.rglob("*")} - {"output/lock.json"}
    return {re.sub(r"\d+", "N", name) for name in names if "trees/spare/" not in name}


def test_killed_at_any_moment(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    words = ("--only", "html", "--workers", "1")
    for number in (1, 2):
        change(root, number)
        assert build(root).code == 0
    usual = kept(root)
    change(root, 3)
    start = time.monotonic()
    process = begun(root, *words)
    assert process.communicate(timeout=PATIENCE)[1] == ""
    took = switched = time.monotonic() - start
    moment = Random(1)
    states = set()
    for number in range(4, 4 + KILLS):
        old = contents(root / "output")
        change(root, number)
        process = begun(root, *words)
        patience = moment.uniform(0, 1) * took
        if number % 3 == 0:  # not before it has something to write
            while process.poll() is None and not (root / ".site-builder/output/trees/draft").exists():
                time.sleep(0.001)
            patience *= 0.4
        elif number % 3 == 1:  # about the moment at which the trees are exchanged
            patience = switched
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        found = contents(root / "output")
        assert build(root).code == 0
        new = contents(root / "output")
        assert found in (old, new)
        assert old != new
        assert kept(root) == usual
        states.add(found == new)
        if (
            number % 3 == 1
        ):  # the machine may be busier now than it was: the search for that moment follows it
            switched *= 0.85 if found == new else 1.15
    assert states == {True, False}, "the moments were not well spread"
    assert build(root, "--output", tmp_path / "clean").code == 0
    assert contents(root / "output") == contents(tmp_path / "clean")


@pytest.mark.pdf
def test_killed_while_sheets_are_made(tmp_path: Path) -> None:
    """The group at once, or the first process alone: its workers end with it, and nothing stays locked."""
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    for only_the_first in (True, False):
        old = contents(root / "output")
        process = begun(root, "--workers", "2")
        wait_for(process, root, "output/trees/draft/**/*.pdf")
        process.kill() if only_the_first else os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        assert contents(root / "output") == old
    change(root, 1)
    assert build(root).code == 0
    assert build(root, "--output", tmp_path / "clean").code == 0
    assert contents(root / "output") == contents(tmp_path / "clean")


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("number", "to_all"), [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, False)]
)
def test_asked_to_stop(tmp_path: Path, number: signal.Signals, to_all: bool) -> None:
    """One line and the exit code that shells expect, whether or not the terminal asks the workers as well."""
    root = copied(tmp_path / "project")
    process = begun(root, "--workers", "2")
    wait_for(process, root, "output/trees/draft/**/*.pdf")
    os.killpg(process.pid, number) if to_all else process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (128 + number, "", "stopped; nothing half-made was published.\n")
    assert not (root / "output").exists()


def test_a_lost_worker_is_told(tmp_path: Path) -> None:
    """The system ends a worker, as it does when memory runs out."""
    script = """
import os, sys
from site_builder.edge.ending import orderly
from site_builder.edge.pool import workers
def command():
    with workers(2) as run:
        return len(list(run(os._exit, range(9))))
sys.exit(orderly(command, "en"))
"""
    call = [sys.executable, "-c", script]
    done = subprocess.run(
        call, cwd=tmp_path, env=surroundings(), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("the system ended a worker process")
    assert done.stderr.count("\n") == 1
