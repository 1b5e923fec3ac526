"""A record is judged again only when something it was judged by has changed, and what is told is the same as ever."""

import re
import shutil
import time
from datetime import date
from pathlib import Path
from random import Random

import pytest

from site_builder.edge.judge import settled
from site_builder.edge.load import Loaded, load, scan_project
from site_builder.edge.memo import NOTHING_READ, Memo
from site_builder.edge.pool import here
from site_builder.edge.project import walk
from tests.small import HOME

DAY = date(2026, 7, 10)
EDITS = 8


def loaded(root: Path, memo: Memo) -> Loaded:
    began = time.time_ns()
    return load(root, scan_project(walk(root)), memo, began, DAY, here)


def own(place: Path, name: str) -> Path:
    """A copy of an example site, by the name of its folder in tests/sites; the root site without a name."""
    source, root = HOME / "tests/sites" / name if name else HOME, place / "project"
    for top in ("content", "data"):
        shutil.copytree(source / top, root / top)
    return root


def change(path: Path, random: Random) -> None:
    """A record is no more, has another number somewhere, or another word where it names something."""
    text = path.read_text("utf-8")
    numbers = list(re.finditer(r"\b[1-9]\d*(?=\.\d\d\b)|(?<=-0)[1-8]\b|(?<=: )[1-9]\d*$", text, re.M))
    names = list(re.finditer(r"(?<=: )[a-z]+(?:-[a-z0-9]+)+$", text, re.M))
    what = random.choice(("remove", "number", "name"))
    if what == "number" and numbers:
        found = random.choice(numbers)
        path.write_text(f"{text[: found.start()]}{int(found[0]) + 1}{text[found.end() :]}", "utf-8")
    elif what == "name" and names:
        found = random.choice(names)
        path.write_text(f"{text[: found.start()]}{found[0]}-x{text[found.end() :]}", "utf-8")
    else:
        path.unlink()


@pytest.mark.parametrize("name", ["", "tingzhou", "nanyu", "chengjiang", "wutong"])
def test_what_is_told_after_an_edit_is_what_is_told_afresh(tmp_path: Path, name: str) -> None:
    root = own(tmp_path, name)
    random = Random(f"edits of {name}")
    memo = loaded(root, NOTHING_READ).memo
    told = set()
    for _ in range(EDITS):
        paths = sorted(path for top in ("data", "content") for path in (root / top).rglob("*.yaml"))
        path = random.choice(paths)
        before = path.read_bytes()
        change(path, random)
        for undone in (False, True):
            if undone and random.random() < 0.6:
                path.write_bytes(before)
            after = loaded(root, memo)
            assert after.problems == loaded(root, NOTHING_READ).problems
            memo = after.memo
            told.add(repr(after.problems))
    assert len(told) >= 4, "the edits broke too little"


def test_an_edit_of_one_record_leaves_most_judgements_standing(tmp_path: Path) -> None:
    root = own(tmp_path, "")
    first = loaded(root, NOTHING_READ)
    path = root / "data/fees/boarders-meals.yaml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    fresh = loaded(root, first.memo).memo
    kept = settled(first.memo, fresh.taken.values(), first.memo.world)
    assert len(first.corpus.entries) - 60 < len(kept) < len(first.corpus.entries)
    assert "data/fees/boarders-meals.yaml" not in kept
