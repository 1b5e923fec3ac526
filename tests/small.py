"""A small project to try the whole tool on, and what can be seen of it from outside."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from site_builder.cli import main

HOME = Path(__file__).parents[1]
SMALL = HOME / "tests/sites/small"
DAY = "2026-04-20"
PATIENCE = 400.0
"""Seconds after which a command that has not ended counts as hanging, also on a machine that is busy."""


@dataclass(frozen=True)
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str


def copied(target: Path, source: Path = SMALL) -> Path:
    """The small project in a folder of its own, with times of its own."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return target


def here(*words: str | Path) -> Said:
    """A command run in this process, which spares it from starting."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
    return Said(code, out.getvalue(), err.getvalue())


def build(root: Path, *words: str | Path, day: str = DAY) -> Said:
    """The project's pages, built in this process; sheets, or another place for them, only when `words` say so."""
    usual = ("--as-of", day, "--lang", "en", "--workers", "1", "--only", "html", "--output", root / "output")
    return here("build", root, *usual, *words)


def run(*words: str | Path, cwd: Path | None = None, more: Mapping[str, str] | None = None) -> Said:
    """A command in a process of its own."""
    call = [sys.executable, "-m", "site_builder", *map(str, words)]
    done = subprocess.run(
        call, cwd=cwd, env=surroundings(more), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return Said(done.returncode, done.stdout, done.stderr)


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: ours, with the package where this file stands."""
    return {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1", **(more or {})}


def contents(folder: Path) -> dict[str, str]:
    """Everything below a folder with its mode and a digest of what is in it; empty folders too."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), oct(path.lstat().st_mode)
        found[name] = mode if path.is_dir() else f"{mode} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return found


def signs(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder with what would tell that it had been written again."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files
    }
