"""A machine that stops, or fails, at one chosen call of all those that change files."""

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

from site_builder.edge.tree import swap
from tests.edge.sites import Site

_CHANGING = "write link symlink unlink mkdir rmdir rename replace chmod fchmod chown utime".split()


class Killed(BaseException):
    """The process is no more; whatever it still tries changes nothing."""


class Machine:
    """Counts calls that change files; one of them goes wrong, and after a kill all that follow.

    Nothing waits for the disk here, which only a power cut would show.
    """

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, exchanges: bool = True, links: bool = True
    ) -> None:
        self.calls = 0
        self._at = 0
        self._trouble = ""
        self._write = os.write
        for name in _CHANGING:
            monkeypatch.setattr(os, name, self._watched(getattr(os, name)))
        monkeypatch.setattr(os, "open", self._watched(os.open, only_if=_makes_or_writes))
        monkeypatch.setattr(os, "fsync", self._watched(lambda _: None))
        if not links:
            monkeypatch.setattr(os, "link", _apart)
        library = swap._libc("renameat2")

        class Library:
            renameat2 = getattr(library, "renameat2", None)
            syncfs = staticmethod(lambda _: 0)

        def find(function: str) -> Any:
            self._pass(str, function)
            return Library if exchanges or function != "renameat2" else None

        monkeypatch.setattr(swap, "_libc", find)

    def break_down(self, at: int, trouble: str) -> None:
        """From now on call number `at` goes wrong: `kill`, `torn` (a write ends half-way), or an errno's name."""
        self.calls, self._at, self._trouble = 0, at, trouble

    def work_again(self) -> int:
        """Ends the trouble; says how many calls there were."""
        self._at = 0
        return self.calls

    def _watched(
        self, real: Callable[..., Any], only_if: Callable[..., bool] = lambda *_, **__: True
    ) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            return self._pass(real, *args, **more) if only_if(*args) else real(*args, **more)

        return call

    def _pass(self, real: Callable[..., Any], *args: Any, **more: Any) -> Any:
        self.calls += 1
        if 0 < self._at <= self.calls and self._trouble in {"kill", "torn"}:
            if self._trouble == "torn" and self.calls == self._at and real is self._write:
                real(args[0], args[1][: len(args[1]) // 2])
            raise Killed
        if self.calls == self._at:
            number = getattr(errno, self._trouble)
            raise OSError(number, os.strerror(number), str(args[0]))
        return real(*args, **more)


def part_the_disks(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """As if the output folder and the state folder lay on two file systems."""
    for name in ("link", "rename"):
        monkeypatch.setattr(os, name, _only_on_one_disk(getattr(os, name), str(site.state)))
    monkeypatch.setattr(swap, "exchange", _only_on_one_disk(swap.exchange, str(site.state)))


def _only_on_one_disk(real: Callable[..., Any], disk: str) -> Callable[..., Any]:
    def call(source: Any, target: Any, **more: Any) -> Any:
        if str(source).startswith(disk) != str(target).startswith(disk):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(source))
        return real(source, target, **more)

    return call


def _makes_or_writes(_: Any, flags: int, *__: Any) -> bool:
    return bool(flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR))


def _apart(*_: Any, **__: Any) -> None:
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
