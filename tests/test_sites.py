"""Whole projects with mistakes planted in them: exactly those are told, and once they are repaired the site is built.

Each folder of tests/sites with an `expected.txt` is one. Its first lines say the day and who the site is built for
(``as-of: 2026-07-10``, ``audience: team``), the others what is told: ``CODE severity file:line:column``, behind a
number sign which of the planted mistakes it is. Its `repair.txt` has a paragraph an edit: the file, the lines to be
taken out of it behind minus signs, those to be put there behind plus signs; without the former it is a new file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.small import HOME, copied, here

SITES = tuple(path.parent for path in sorted(HOME.glob("tests/sites/*/expected.txt")))
_NOT_OF_THE_SITE = ("expected.txt", "repair.txt")


@dataclass(frozen=True)
class Expected:
    """What an `expected.txt` says."""

    heads: dict[str, str]
    told: tuple[str, ...]


def expected(site: Path) -> Expected:
    """The heads of the file, and its other lines without their comments."""
    lines = (
        line.partition("#")[0].strip() for line in (site / "expected.txt").read_text("utf-8").split("\n")
    )
    said = [line for line in lines if line]
    heads = dict(line.split(": ") for line in said if ": " in line)
    return Expected(heads, tuple(sorted(line for line in said if ": " not in line)))


def told(root: Path, day: str) -> tuple[str, ...]:
    """What is told of a project, in the words of an `expected.txt`."""
    said = here("check", root, "--as-of", day, "--workers", "1", "--format", "json")
    assert said.out, said.err
    return tuple(
        sorted(
            f"{one['code']} {one['severity']} {one['file']}:{one['line']}:{one['column']}"
            for one in json.loads(said.out)
        )
    )


def placed(site: Path, target: Path) -> Path:
    """A copy of the project alone."""
    copied(target, site)
    for name in _NOT_OF_THE_SITE:
        (target / name).unlink()
    return target


def edits(site: Path) -> Iterator[tuple[str, str, str]]:
    """From a `repair.txt`: a file, the lines to be taken out of it, those to be put in their place."""
    for paragraph in (site / "repair.txt").read_text("utf-8").strip().split("\n\n"):
        lines = [line for line in paragraph.split("\n") if not line.startswith("#")]
        if lines:
            old, new = (
                "".join(line[1:] + "\n" for line in lines[1:] if line.startswith(sign)) for sign in "-+"
            )
            yield lines[0].strip(), old, new


def repair(root: Path, site: Path) -> None:
    """Make the edits; each finds its lines exactly once."""
    for name, old, new in edits(site):
        path = root / name
        assert path.exists() == bool(old), name
        text = "\n" + path.read_text("utf-8") if old else "\n"
        assert not old or text.count(f"\n{old}") == 1, f"{name}: {old}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(f"\n{old}", f"\n{new}").removeprefix("\n"), "utf-8")


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_exactly_what_was_planted_is_told(site: Path, tmp_path: Path) -> None:
    wanted = expected(site)
    assert told(placed(site, tmp_path / "site"), wanted.heads["as-of"]) == wanted.told


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_repaired_it_has_no_error_and_is_built(site: Path, tmp_path: Path) -> None:
    wanted = expected(site)
    day, audience = wanted.heads["as-of"], wanted.heads.get("audience", "public")
    root = placed(site, tmp_path / "site")
    assert here("build", root, "--as-of", day, "--workers", "1", "--only", "html").code == 1
    assert not (root / "output/index.html").exists()
    repair(root, site)
    left = told(root, day)
    assert not [line for line in left if " error " in line]
    assert set(left) <= set(wanted.told)
    said = here("build", root, "--as-of", day, "--audience", audience, "--workers", "1", "--only", "html")
    assert said.code == 0, said.err
    assert (root / "output/index.html").stat().st_size
