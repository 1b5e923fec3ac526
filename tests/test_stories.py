"""What a project is told after some steps, as case files: files written and deleted, published and committed."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.edge import history
from tests.small import DAY, HOME, copied, here, run

FOLDER = Path(__file__).parent / "stories"
GIT = (
    "git",
    "-c",
    "user.name=office",
    "-c",
    "user.email=office@example.org",
    "-c",
    "init.defaultBranch=main",
)


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        for case in content["cases"]:
            name = f"{content['code']}: {case['name']}"
            yield pytest.param(content["code"], content.get("options", []), case, id=name)


def git(root: Path, *words: str) -> None:
    subprocess.run((*GIT, *words), cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--allow-empty", "-m", "one step")


def take(root: Path, step: Any) -> None:
    """One step of a story."""
    if step == "seal":
        assert here("seal", root, "--as-of", DAY, "--lang", "en", "--workers", "1").code == 0
    elif step == "commit":
        commit(root)
    else:
        for name, text in step.get("write", {}).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        for name in step.get("delete", []):
            (root / name).unlink()


def told(root: Path, code: str, *options: str) -> list[dict[str, Any]]:
    said = here("check", root, "--as-of", DAY, "--format", "json", "--workers", "1", *options)
    return [one for one in json.loads(said.out) if one["code"] == code]


@pytest.mark.parametrize(("code", "options", "case"), tuple(cases()))
def test_a_story(tmp_path: Path, code: str, options: list[str], case: dict[str, Any]) -> None:
    root = copied(tmp_path / "project")
    if "official" in case:
        site = root / "data/site.yaml"
        more = f"official_contacts:\n  - {{number: {case['official']}, what: 值班手机}}\n"
        site.write_text(site.read_text("utf-8") + more, "utf-8")
    for old, new in case.get("site", {}).items():
        site = root / "data/site.yaml"
        assert old in site.read_text("utf-8")
        site.write_text(site.read_text("utf-8").replace(old, new), "utf-8")
    for step in case["steps"]:
        take(root, step)
    found = told(root, code, *options)
    places = [one["file"].partition("^:")[2] or one["file"] for one in found]
    expected = case["expect"]
    if any(":" in one for one in expected):
        places = [f"{place}:{one['line']}" for place, one in zip(places, found, strict=True)]
    assert sorted(places) == expected
    assert "12345678" not in json.dumps(found)


def test_thousands_of_stray_files_are_told_of_briefly(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    for number in range(150):
        (root / f"content/files/f{number:03}.csv").write_text("a\n", "utf-8")
    assert len(told(root, "REF-05")) == 100
    assert [one["file"] for one in told(root, "FILE-20")] == ["content/files/f100.csv"]


def test_a_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/404.html").write_bytes("<p>\n没有这一页</p>".encode("gbk"))
    assert [(one["file"], one["line"]) for one in told(root, "TPL-01")] == [("templates/404.html", 2)]


RULE = """
from site_builder.model.kind import Rule
from site_builder.model.problem import Mistake

def check(entry, corpus):
    {body}

RULE = Rule(Mistake("REG-05"), "notices", check)
"""


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("raise RuntimeError('broken at import')", "RuntimeError: broken at import"),
        ("x = 1", "has no attribute 'RULE'"),
        ("RULE = 5", "int"),
        (RULE.format(body="raise KeyError('broken at run')"), "notices/milk: KeyError: 'broken at run'"),
        (RULE.format(body="return ()"), ""),
    ],
    ids=("import", "nothing there", "something else", "run", "well"),
)
def test_a_broken_plug_in_is_named(tmp_path: Path, module: str, said: str) -> None:
    root, beside = copied(tmp_path / "project"), tmp_path / "beside"
    (beside / "odd-1.0.dist-info").mkdir(parents=True)
    (beside / "odd-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (beside / "odd-1.0.dist-info/entry_points.txt").write_text("[site_builder.rules]\none = odd_rule:RULE\n")
    (beside / "odd_rule.py").write_text(module)
    found = run("check", root, "--as-of", DAY, "--lang", "en", more={"PYTHONPATH": f"{beside}:{HOME}"})
    assert (found.code, "Traceback" in found.err) == (3 if said else 0, False)
    assert said in found.err
    assert ("odd: one = odd_rule:RULE" in found.err) is bool(said)


def test_what_was_not_looked_at_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copied(tmp_path / "project")
    commit(root)
    take(root, {"delete": ["data/schedules/2026-03.yaml"]})
    commit(root)
    monkeypatch.setattr(history, "MOST_BYTES", 100)
    (found,) = told(root, "PRV-08", "--history")
    assert found["severity"] == "warning"
    monkeypatch.setattr(history, "LONGEST", 0.0)
    assert [one["file"] for one in told(root, "PRV-08", "--history")] == ["git log"]


def test_history_is_only_looked_at_when_asked(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert told(root, "PRV-08") == []
    said = here("seal", root, "--as-of", DAY, "--lang", "en", "--workers", "1")
    assert (said.code, "PRV-08" in said.out) == (0, True)
