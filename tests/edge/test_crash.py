"""Whichever call is the last, and whichever fails: the old site or the new one, and the next build heals."""

import itertools
import os
import random
import signal
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.edge.outcome import PublishError
from site_builder.edge.publish import Publication
from site_builder.edge.tree.inplace import INCOMING
from tests.edge.machine import Killed, Machine
from tests.edge.sites import Files, Site

OLD: Files = {
    "index.html": b"<p>old list",
    "site.css": b"p { margin: 0 }",
    "fees/lunch/index.html": b"<p>12.50",
    "fees/bus/index.html": b"<p>3.00",
    "plans/2026": b"a file where a folder will be",
}
NEW: Files = {
    "index.html": b"<p>new list",
    "site.css": b"p { margin: 0 }",
    "fees/lunch/index.html": b"<p>13.00",
    "plans/2026/index.html": b"<p>plan",
}
LATER: Files = {**OLD, "index.html": b"<p>later"}
FOREIGN: Files = {
    "CNAME": b"example.edu.cn",
    ".well-known/security.txt": b"Contact:",
    "fees/note.txt": b"mine",
    "way": b"-> CNAME",
}


def a_site_published_twice(root: Path) -> Site:
    """Both trees are there, and others' files beside ours."""
    site = Site(root)
    site.publish({"index.html": b"<p>first", "gone/index.html": b"<p>gone"})
    for path, content in FOREIGN.items():
        (site.output / path).parent.mkdir(exist_ok=True)
        if content.startswith(b"-> "):
            (site.output / path).symlink_to(content[3:].decode())
        else:
            (site.output / path).write_bytes(content)
    site.publish(OLD)
    return site


def every_call(tmp_path: Path, machine: Machine, trouble: str) -> Iterator[tuple[Site, bool]]:
    """One publication for each call that it makes, with that call going wrong; and whether it succeeded still."""
    at = 1
    while True:
        site = a_site_published_twice(tmp_path / str(at))
        machine.break_down(at, trouble)
        try:
            site.publish(NEW)
            succeeded = True
        except (Killed, PublishError):
            succeeded = False
        if machine.work_again() < at:
            assert at > 30
            assert succeeded
            return
        yield site, succeeded
        at += 1


def and_then_all_is_well(site: Site) -> None:
    """The next build needs nobody's help."""
    site.publish(LATER)
    assert site.read() == {**LATER, **FOREIGN}
    assert site.litter() == set()


def old_or_new(site: Site) -> bool:
    return site.read() in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN})


@pytest.mark.parametrize("trouble", ["kill", "torn"])
def test_killed_at_any_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str) -> None:
    for site, _ in every_call(tmp_path, Machine(monkeypatch), trouble):
        assert old_or_new(site)
        and_then_all_is_well(site)


@pytest.mark.parametrize("trouble", ["ENOSPC", "EACCES"])
def test_any_call_failing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str) -> None:
    for site, succeeded in every_call(tmp_path, Machine(monkeypatch), trouble):
        assert site.read() == {**(NEW if succeeded else OLD), **FOREIGN}
        and_then_all_is_well(site)


def test_killed_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    absent = 0
    for site, _ in every_call(tmp_path, Machine(monkeypatch, exchanges=False), "kill"):
        absent += not site.output.exists()
        Publication(site.output, site.state)
        assert old_or_new(site)
        and_then_all_is_well(site)
    assert absent == 1


def test_any_call_failing_where_folders_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site, succeeded in every_call(tmp_path, Machine(monkeypatch, exchanges=False), "EIO"):
        assert site.read() == {**(NEW if succeeded else OLD), **FOREIGN}
        and_then_all_is_well(site)


def test_killed_while_publishing_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for site, _ in every_call(tmp_path, Machine(monkeypatch, links=False), "torn"):
        for path, content in site.read().items():
            if not path.startswith(INCOMING) and not path.endswith("/"):
                assert content in {OLD.get(path), NEW.get(path), FOREIGN.get(path)}
        Publication(site.output, site.state)
        assert old_or_new(site)
        and_then_all_is_well(site)


def test_any_call_failing_while_publishing_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for site, _ in every_call(tmp_path, Machine(monkeypatch, links=False), "ENOSPC"):
        Publication(site.output, site.state)
        assert old_or_new(site)
        and_then_all_is_well(site)


@pytest.mark.parametrize("seed", range(4))
def test_any_history_of_edits_and_breakdowns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Builds, kills, full disks, kills while healing, and people at work in the output folder meanwhile."""
    chance = random.Random(seed)
    machine = Machine(monkeypatch, exchanges=seed != 2, links=seed != 3)
    site, old, foreign = Site(tmp_path), dict[str, bytes](), dict[str, bytes]()
    paths = [f"{kind}/{number}/index.html" for kind in "ab" for number in range(4)] + [
        "index.html",
        "a/0.css",
    ]
    for step in range(40):
        new = {
            path: chance.choice((b"", b"one", b"two")) + path.encode()
            for path in paths
            if chance.random() < 0.7
        }
        machine.break_down(chance.randrange(1, 150), chance.choice(("kill", "torn", "EIO")))
        try:
            site.publish(new)
            done = True
        except (Killed, PublishError):
            done = False
        machine.work_again()
        if not done:
            Publication(site.output, site.state)
        seen = site.read() if site.output.exists() else {}
        assert seen in ({**new, **foreign},) if done else seen in ({**new, **foreign}, {**old, **foreign}), (
            step
        )
        old = {path: content for path, content in seen.items() if path not in foreign}
        _meddle(site, chance, foreign, step)


def _meddle(site: Site, chance: random.Random, foreign: dict[str, bytes], step: int) -> None:
    """Somebody adds, changes or removes a file of their own, or spoils one of ours."""
    if not site.output.exists():
        return
    mine = chance.choice(("note.txt", "a/note.txt", "mine/note.txt"))
    if mine in foreign and chance.random() < 0.5:
        (site.output / mine).unlink()
        del foreign[mine]
        if mine.startswith("mine"):
            (site.output / "mine").rmdir()
    elif (site.output / mine).parent.exists() or mine.startswith("mine"):
        (site.output / mine).parent.mkdir(exist_ok=True)
        (site.output / "new").write_bytes(b"%d" % step)
        (site.output / "new").replace(site.output / mine)
        foreign[mine] = b"%d" % step


def test_killed_at_any_moment(site: Site) -> None:
    """A real process and a real SIGKILL, which also ends what runs outside of Python."""
    contents = [{f"{n}/index.html": b"%d of " % n + word for n in range(30)} for word in (b"one", b"two")]
    site.publish(contents[0])
    chance = random.Random(1)
    for _ in range(40):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # The child starts no thread and never returns.
            child = os.fork()
        if child == 0:
            for content in itertools.cycle(contents):
                site.publish(content)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert site.read() in contents
    site.publish({"index.html": b"at last"})
    assert site.read() == {"index.html": b"at last"}
    assert site.litter() == set()
