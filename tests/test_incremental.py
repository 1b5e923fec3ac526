"""The law of every build after the first: whatever was edited, the output is that of a clean build, byte for byte."""

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.clerk import EDITS, Clerk, Edit, reprice, retitle, spend, undo
from tests.small import HOME, Said, build, contents, copied, signs

STEPS = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 999)), min_size=8, max_size=16)


def problems(said: Said) -> list[str]:
    """What was told of the data, without the last line, which counts."""
    return said.out.splitlines()[:-1]


def build_both(clerk: Clerk, *words: str) -> bool:
    """Builds after an edit and builds afresh elsewhere, and compares; says whether there is a site."""
    output = clerk.root / "output"
    before = (contents(output), signs(output))
    asked = ("--audience", clerk.audience, *words)
    said = build(clerk.root, *asked, day=clerk.day)
    with TemporaryDirectory() as place:
        afresh = build(clerk.root, *asked, "--output", Path(place) / "site", day=clerk.day)
        assert said.code == afresh.code, (said, afresh)
        assert problems(said) == problems(afresh)
        if said.code:
            assert (contents(output), signs(output)) == before
            assert not (Path(place) / "site").exists()
        else:
            assert contents(output) == contents(Path(place) / "site")
    return said.code == 0


def edit(clerk: Clerk, change: Edit, number: int) -> None:
    clerk.before.append(clerk.state())
    change(clerk, number)


@settings(max_examples=4, deadline=None, derandomize=True, database=None, phases=(Phase.generate,))
@given(STEPS)
def test_after_any_edits_the_output_is_that_of_a_clean_build(steps: list[tuple[Edit, int]]) -> None:
    with TemporaryDirectory() as place:
        clerk = Clerk(copied(Path(place) / "project"))
        assert build_both(clerk)
        good = clerk.state()
        for change, number in steps:
            edit(clerk, change, number)
            if build_both(clerk):
                good = clerk.state()
            elif number % 4:
                clerk.restore(good)  # most people mend what they broke before they go on


@pytest.mark.pdf
def test_sheets_follow_edits_as_pages_do(tmp_path: Path) -> None:
    clerk = Clerk(copied(tmp_path / "project"))
    assert build(clerk.root, "--only", "pdf").code == 0
    for change, number in ((reprice, 1), (spend, 5), (retitle, 3), (undo, 1)):
        edit(clerk, change, number)
        assert build(clerk.root, "--only", "pdf").code == 0
    style = clerk.root / "templates/print/print.css"
    style.parent.mkdir()
    style.write_text(
        (HOME / "templates/print/print.css").read_text("utf-8") + "\nh1 { letter-spacing: 1pt }\n"
    )
    assert build_both(clerk, "--only", "pdf")
    assert len(list(tmp_path.glob("project/output/**/*.pdf"))) >= 9


def test_a_deleted_record_leaves_nothing_behind(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    (root / "data/registers/meters.yaml").write_text(
        (root / "data/registers/meters.yaml").read_text("utf-8").replace("水表抄表", "独一无二的名称")
    )
    assert build(root, "--only", "pdf").code == 0
    sheet = root / "output/registers/meters/meters.pdf"
    assert sheet.exists()
    assert build(root).code == 0
    assert not sheet.exists()
    mentions = [
        path for path in (root / "output").rglob("*.html") if "独一无二的名称" in path.read_text("utf-8")
    ]
    assert len(mentions) >= 3
    (root / "data/registers/meters.yaml").unlink()
    assert build(root).code == 0
    left = [path for path in (root / "output").rglob("*") if path.is_file()]
    assert not [path for path in left if "meters" in path.as_posix()]
    assert not [path for path in left if "独一无二的名称".encode() in path.read_bytes()]
    assert not [path for path in left if b"/meters" in path.read_bytes()]


def test_when_nothing_changed_nothing_is_written(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    before = signs(root / "output")
    assert build(root).code == 0
    (root / ".site-builder/output/last.json").unlink()  # so that even what is looked at closely is left alone
    assert build(root).code == 0
    for path in (root / "data").rglob("*.yaml"):
        path.touch()
    assert build(root).code == 0
    assert signs(root / "output") == before


def test_an_edit_remakes_only_what_shows_it(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    before = signs(root / "output")
    page = root / "content/about.md"
    page.write_text(page.read_text("utf-8") + "\n再加一句。\n", "utf-8")
    assert build(root).code == 0
    after = signs(root / "output")
    written = {name for name in after if name.endswith(".html") and after[name] != before[name]}
    assert written == {"about/index.html", "en/about/index.html"}


def test_with_errors_nothing_is_touched(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    before = (contents(root / "output"), signs(root / "output"))
    (root / "data/fees/milk.yaml").write_text("title: [\n", "utf-8")
    (root / "data/bases/food-safety.yaml").write_text("title: 新的\nissuer: 教育部\nlevel: wrong\n", "utf-8")
    said = build(root)
    assert said.code == 1
    assert "data/fees/milk.yaml:" in said.out
    assert "data/bases/food-safety.yaml:3:8" in said.out
    assert (contents(root / "output"), signs(root / "output")) == before


def test_a_lost_memory_costs_only_time(tmp_path: Path) -> None:
    """Without the state folder the tool still knows its own files by the checksums that the site itself publishes."""
    clerk = Clerk(copied(tmp_path / "project"))
    assert build_both(clerk)
    shutil.rmtree(clerk.root / ".site-builder")
    (clerk.root / "data/registers/meters.yaml").unlink()
    edit(clerk, retitle, 2)
    assert build_both(clerk)


def test_checksums_of_others_are_not_taken_for_ours(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    (root / "output").mkdir()
    (root / "output/report.txt").write_text("precious\n")
    digest = hashlib.sha256(b"precious\n").hexdigest()
    (root / "output/SHA256SUMS").write_text(f"{digest}  report.txt\n")
    before = contents(root / "output")
    assert "OUT-04" in build(root).out
    assert contents(root / "output") == before
