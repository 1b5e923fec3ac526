"""What is promised of every command: what it makes, what it says, and with which code it ends."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.catalogue import catalogue, mistakes_by_code
from site_builder.edge.lock import hold
from tests.schemas import complaints, seen
from tests.small import DAY, PATIENCE, build, contents, copied, here, run, surroundings

KINDS = tuple(kind.name for kind in catalogue().kinds.values())


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `init` makes it."""
    folder = tmp_path_factory.mktemp("commands") / "我的 网站"
    said = here("init", folder, "--lang", "zh")
    assert (said.code, said.err) == (0, "")
    assert f"cd {folder}" in said.out
    return folder


def check(folder: Path) -> list[dict[str, object]]:
    """The problems of a project."""
    said = here("check", folder, "--as-of", DAY, "--format", "json", "--workers", "1")
    found: list[dict[str, object]] = json.loads(said.out)
    assert said.code == int(any(problem["severity"] == "error" for problem in found))
    return found


def test_a_new_project_is_right_and_builds(fresh: Path) -> None:
    assert check(fresh) == []
    assert build(fresh).code == 0
    assert (fresh / "output/index.html").exists()
    assert "output/" in (fresh / ".gitignore").read_text("utf-8").split()


def test_a_project_is_never_begun_on_top_of_another(fresh: Path) -> None:
    before = contents(fresh)
    said = here("init", fresh, "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "nothing was changed" in said.err
    assert contents(fresh) == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_right(fresh: Path, kind: str) -> None:
    """Whoever asks for a record of a kind gets one in which nothing is wrong, beside all that is there."""
    single = catalogue().kinds[kind].single
    before = set(fresh.rglob("*"))
    said = here("new", kind, "brand-new", "--folder", fresh, "--lang", "en")
    if single:
        assert (said.code, "already" in said.err) == (2, True)
        return
    (made,) = (path for path in set(fresh.rglob("*")) - before if path.is_file())
    assert (said.code, str(made) in said.out) == (0, True)
    try:
        assert [problem for problem in check(fresh) if problem["severity"] == "error"] == []
        assert here("new", kind, "brand-new", "--folder", fresh).code == 2
    finally:
        made.unlink()


@pytest.mark.parametrize(
    ("language", "blocks"),
    [("zh", ("为什么", "不对的写法", "正确的写法")), ("en", ("Why", "Wrong", "Right"))],
)
def test_every_code_is_explained(language: str, blocks: tuple[str, ...]) -> None:
    """With the reason, a wrong way and the right one; nothing is left to be filled in."""
    assert len(mistakes_by_code()) > 100
    for code in mistakes_by_code():
        said = here("explain", code.lower(), "--lang", language)
        assert (said.code, said.err, said.out.startswith(f"{code} ")) == (0, "", True)
        assert [block for block in blocks if f"\n{block}\n    " not in said.out] == [], code
        assert not re.search(r"\{\w*\}", said.out.partition(blocks[1])[0]), code


def test_schemas_fit_the_example(fresh: Path) -> None:
    """Editors that complete from the schemas underline nothing in the example, and find it through the settings."""
    said = here("schema", fresh, "--lang", "en")
    assert said.code == 0
    assert str(fresh / ".vscode/settings.json") in said.out.splitlines()
    settings = json.loads((fresh / ".vscode/settings.json").read_text("utf-8"))
    tried = set()
    for place, patterns in settings["yaml.schemas"].items():
        schema = json.loads((fresh / place).read_text("utf-8"))
        for path in sorted(path for pattern in patterns for path in fresh.glob(pattern)):
            assert list(complaints(seen(path.read_text("utf-8")), schema)) == [], path
            tried.add(path)
    assert tried == set((fresh / "data").rglob("*.yaml"))


def test_schemas_know_what_is_wrong(fresh: Path) -> None:
    schema = json.loads((fresh / "data/.schemas/fees.json").read_text("utf-8"))
    text = (fresh / "data/fees/milk.yaml").read_text("utf-8")
    for old, new in (
        ("nature: agency", "nature: agencies"),
        ("title:", "titel:"),
        ("2026-02-24", "24.2.2026"),
    ):
        assert len(list(complaints(seen(text.replace(old, new, 1)), schema))) in (1, 2), new


def test_a_kind_of_one_record_needs_no_name(tmp_path: Path) -> None:
    assert here("new", "site", "--folder", tmp_path).code == 0
    assert (tmp_path / "data/site.yaml").is_file()


def test_commands_that_make_no_sense(tmp_path: Path) -> None:
    """Exit code 2: for words that are none, and for names that there are not."""
    for words in (
        (),
        ("biuld",),
        ("build", "--as-of", "tomorrow"),
        ("build", "--workers", "0"),
        ("explain",),
    ):
        assert run(*words).code == 2, words
    assert here("explain", "FEE-99", "--lang", "en").code == 2
    assert "budgets" in here("new", "budget", "x", "--folder", tmp_path, "--lang", "en").err
    assert here("new", "fees", "Not A Name", "--folder", tmp_path).code == 2
    assert "new tenders 2026-canteen-works" in here("new", "tenders", "--folder", tmp_path).err
    assert list(tmp_path.iterdir()) == []


def test_errors_in_the_data_and_no_data(tmp_path: Path) -> None:
    """Exit code 1, from `check` and `build` alike, and an empty folder is told as such."""
    for command in ("check", "build"):
        said = run(command, tmp_path, "--lang", "en", "--workers", "1")
        assert (said.code, said.err) == (1, "")
        assert "site-builder init" in said.out
    assert list(tmp_path.iterdir()) in ([], [tmp_path / ".site-builder"])


def test_surroundings_that_forbid_it(tmp_path: Path) -> None:
    """Exit code 3 and one line that says why: another build at work, a disk that does not take a folder."""
    root = copied(tmp_path / "project")
    (tmp_path / "file").write_text("not a folder")
    said = run("build", root, "--only", "html", "--output", tmp_path / "file/output", "--lang", "en")
    assert (said.code, said.err.count("\n")) == (3, 1)
    with hold(root / ".site-builder/output"):
        said = run("build", root, "--only", "html", "--lang", "en")
    assert (said.code, said.err.count("\n")) == (3, 1)
    assert "another build has this site in its hands" in said.err


def test_a_reader_who_leaves_early(tmp_path: Path) -> None:
    """`site-builder check | head` ends without a word of complaint."""
    root = copied(tmp_path / "project")
    for number in range(50):
        (root / f"data/fees/bad-{number}.yaml").write_text("title: [\n" * 20)
    call = [sys.executable, "-m", "site_builder", "check", str(root), "--workers", "1"]
    with subprocess.Popen(
        call, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE) in (1, 141)


def test_a_terminal_that_knows_no_chinese(tmp_path: Path) -> None:
    poor = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for words in (("--help",), ("explain", "FILE-01", "--lang", "zh"), ("doctor",)):
        assert run(*words, cwd=tmp_path, more=poor).err == "", words


def test_doctor_and_version(tmp_path: Path) -> None:
    assert run("doctor", "--lang", "en", cwd=tmp_path).code == 0
    assert run("--version").out.strip().count(".") == 2


def test_help_does_not_wait_for_the_whole_tool() -> None:
    """`--help` imports the words of the command line only; a build that finds nothing to do little more."""
    heavy = {"jinja2", "weasyprint", "yaml", "markdown", "nh3", "watchdog", "filelock", "msgspec"}
    question = "import sys, site_builder.cli; print(*sys.modules)"
    call = [sys.executable, "-c", question]
    done = subprocess.run(
        call, env=surroundings(), capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert not heavy & set(done.stdout.split())
    question = question.replace("cli", "commands")
    done = subprocess.run(
        [sys.executable, "-c", question],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert not (heavy - {"msgspec"}) & set(done.stdout.split())
