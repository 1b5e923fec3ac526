"""Setting up and packaging: what is frozen, what the wheel holds, what is said when something is missing."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from site_builder.edge import doctor
from site_builder.edge.needs import Machine, Need, command, needs
from site_builder.model.words import Words

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def names(requirements: list[str]) -> set[str]:
    """The packages that `requirements` name, as registries write them."""
    return {re.split(r"[<>=~!;\[ ]", line)[0].lower().replace("_", "-") for line in requirements}


def pins(lock: str) -> dict[str, str]:
    """The package and version that every line of a lock freezes."""
    text = (ROOT / "requirements" / f"{lock}.lock").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_lock_names_no_place_and_hashes_everything(lock: Path) -> None:
    """A lock serves every mirror, and whatever a mirror serves is checked."""
    text = lock.read_text("utf-8")
    entries = re.findall(r"^\S.*(?:\n {4}.*)*", text, re.MULTILINE)
    assert entries
    assert "://" not in text
    assert all(re.match(r"[\w.-]+==\S+", entry) for entry in entries)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_locks_hold_what_the_project_names() -> None:
    """Nobody adds a dependency and forgets `make lock`."""
    groups = PROJECT["dependency-groups"]
    site = names(PROJECT["project"]["dependencies"]) | names(groups["build"])
    assert site <= pins("site").keys()
    assert site | names(groups["test"]) <= pins("test").keys()
    assert names(groups["bench"]) <= pins("bench").keys()


def test_checks_run_on_what_the_site_runs_on() -> None:
    """The test lock holds every package of the site lock, at the same version."""
    assert pins("site").items() <= pins("test").items()


def test_doctor_looks_at_every_dependency() -> None:
    """The doctor's list and the project's are the same."""
    assert set(doctor.DEPENDENCIES) == names(PROJECT["project"]["dependencies"])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of the files in a wheel built from this folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    result = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return frozenset(archive.namelist())


@pytest.mark.parametrize("folder", ["content", "data", "templates"])
def test_wheel_carries_the_example_site(wheel: frozenset[str], folder: str) -> None:
    """`init` works without the repository."""
    here = {file.relative_to(ROOT) for file in (ROOT / folder).rglob("*") if file.is_file()}
    shown = {
        f"site_builder/scaffold/{file.as_posix()}"
        for file in here
        if not file.name.endswith((".DS_Store", "~"))
    }
    assert shown
    assert shown <= wheel


@pytest.mark.parametrize("folder", ["fonts", "translations"])
def test_wheel_carries_what_the_package_reads(wheel: frozenset[str], folder: str) -> None:
    """Fonts and translations are no Python, and still travel along."""
    here = {
        f"site_builder/{file.relative_to(ROOT / 'site_builder').as_posix()}"
        for file in (ROOT / "site_builder" / folder).rglob("*")
        if file.is_file() and file.suffix not in {".pyc", ".swp"}
    }
    assert here
    assert here <= wheel


def test_wheel_is_typed_and_licensed(wheel: frozenset[str]) -> None:
    """Whoever imports us gets the types; whoever receives us gets the licence."""
    assert "site_builder/py.typed" in wheel
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert not any(name.startswith("tests/") for name in wheel)


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (Machine("apt-get", root=True), "apt-get install -y --no-install-recommends chromium"),
        (Machine("apt-get", root=False), "sudo apt-get install -y --no-install-recommends chromium"),
        (Machine("brew", root=False), "brew install --cask chromium"),
        (Machine("", root=False), ""),
    ],
)
def test_command_fits_the_machine(here: Machine, expected: str) -> None:
    """The advice can be pasted as it stands."""
    assert command("browser", here) == expected


def test_missing_need_says_what_is_lost_and_what_to_do() -> None:
    """Both languages name the part, the loss and the command."""
    lost = Words("没有 PDF", "no PDFs")
    need = Need("pdf", Words("排版", "printing"), False, ("Pango",), lost, "brew install pango")
    assert doctor.explain(need) == Words(
        "缺少 Pango；没有 PDF。请运行：brew install pango",
        "Pango missing; no PDFs; run: brew install pango",
    )


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_report_has_one_marked_line_a_check(language: str) -> None:
    """The report is one line for Python, each dependency and each need, and a few more."""
    lines = doctor.report(language).splitlines()
    assert len(lines) > len(doctor.DEPENDENCIES) + len(needs())
    assert all(line.startswith(("✓ ", "✗ ")) for line in lines)


def run_doctor(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The doctor as the Makefile calls it, in an environment of ours."""
    surroundings = {
        **os.environ,
        "PYTHONUTF8": "1",
        "LC_ALL": "en",
        "SITE_BUILDER_SYSTEM": "keep",
        **environment,
    }
    call = [sys.executable, "-m", "site_builder.edge.doctor", *words]
    return subprocess.run(call, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)


def test_what_is_demanded_and_missing_fails_and_says_why() -> None:
    """Tests never pass quietly for want of a browser; a build goes on without."""
    nowhere = {"PATH": "", "CHROMIUM": "no-such-browser"}
    demanded = run_doctor("--require", "browser", **nowhere)
    assert demanded.returncode == 1
    assert demanded.stdout.startswith(
        "✗ Chromium (for browser tests) — Chromium missing; only the browser tests"
    )
    wished = run_doctor("--install", "browser", **nowhere)
    assert wished.returncode == 0
    assert wished.stdout == demanded.stdout


def test_doctor_survives_a_bare_terminal() -> None:
    """No program on the path and a terminal that knows no Chinese: the report still comes."""
    result = run_doctor(PATH="", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="zh_CN")
    assert (result.returncode, result.stderr) == (0, "")
    assert "git" in result.stdout


def test_doctor_loads_nothing_heavy() -> None:
    """It answers at once, and even where the packages it looks for are broken."""
    question = "import sys, site_builder.edge.doctor; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(doctor.DEPENDENCIES) & set(loaded.stdout.lower().split())


def test_help_names_every_command() -> None:
    """`make help` tells every target that somebody may type."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = {name for line in re.findall(r"^\.PHONY:(.*)", makefile, re.MULTILINE) for name in line.split()}
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert phony - {"always"} == {line.split()[0] for line in told.splitlines()[1:]}
