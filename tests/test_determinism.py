"""Equal sources give equal bytes: nothing of the machine, the moment or the way there is in what is published."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.small import DAY, SMALL, build, contents, copied, run

pytestmark = pytest.mark.pdf
LEFT_OUT = ("settlements", "schedules", "tenders", "notices", "catalogue", "statements")
"""Kinds that would only take time here: there are sheets of others."""
PLAIN = {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}


def project(folder: Path) -> Path:
    copied(folder)
    for kind in LEFT_OUT:
        shutil.rmtree(folder / "data" / kind)
    return folder


def built(root: Path, workers: int, umask: int = 0o022, **surroundings: str) -> dict[str, str]:
    """The output of a whole build, sheets and all, with everybody's rights to each file."""
    words = ("build", root, "--as-of", DAY, "--lang", "zh", "--workers", str(workers))
    before = os.umask(umask)
    try:
        said = run(*words, more=PLAIN | surroundings)
    finally:
        os.umask(before)
    assert (said.code, said.err) == (0, "")
    return contents(root / "output")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What an everyday build gives."""
    found = built(project(tmp_path_factory.mktemp("plain") / "site"), 1)
    assert sum(name.endswith(".pdf") for name in found) >= 5
    return found


def test_another_place_and_another_language(plain: dict[str, str], tmp_path: Path) -> None:
    """A folder with spaces and Chinese, a system that knows only ASCII, rights for nobody else, two processes."""
    home = tmp_path / "home"
    home.mkdir()
    root = project(tmp_path / "总务处 的 文件 & more" / "site")
    poor = {"LC_ALL": "C", "LANG": "", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}
    assert built(root, 2, 0o077, HOME=str(home), USER="nobody", **poor) == plain


def test_another_order_and_another_moment(plain: dict[str, str], tmp_path: Path) -> None:
    """Files made in another order and dated otherwise, letters of another country, four processes, no assertions."""
    root = tmp_path / "site"
    for path in sorted((path for path in SMALL.rglob("*") if path.is_file()), reverse=True):
        if path.parent.name not in LEFT_OUT:
            place = root / path.relative_to(SMALL)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            os.utime(place, (981_173_106, 981_173_106))
    other = {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "America/St_Johns",
        "PYTHONHASHSEED": "4242",
        "PYTHONOPTIMIZE": "1",
    }
    assert built(root, 4, 0o002, SOURCE_DATE_EPOCH="1", **other) == plain


def test_another_way_there(plain: dict[str, str], tmp_path: Path) -> None:
    """A build that remembers others: an older state of the records, other readers, a lost output folder."""
    root = project(tmp_path / "site")
    fee = root / "data/fees/milk.yaml"
    text = fee.read_text("utf-8")
    fee.write_text(text.replace("2.80", "2.90"), "utf-8")
    assert build(root, "--audience", "staff").code == 0
    shutil.rmtree(root / "output")
    fee.write_text(text, "utf-8")
    assert build(root).code == 0
    assert built(root, 2, PYTHONHASHSEED=str(sys.maxsize % 4294967296 // 2)) == plain


def test_it_is_not_the_bytes_of_any_build(plain: dict[str, str], tmp_path: Path) -> None:
    """The comparison can fail: another day gives other pages, and sheets that do not show the day stay as they are."""
    root = project(tmp_path / "site")
    assert build(root, day="2026-07-09").code == 0
    pages = {name: sign for name, sign in plain.items() if not name.endswith((".pdf", "SHA256SUMS"))}
    assert contents(root / "output").items() != pages.items()
