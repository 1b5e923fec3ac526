"""The recipes of CONTRIBUTING.md, carried out word for word on a copy of the tool: they do what they promise."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.recipes import ROOT, Block, blocks

RECIPES = tuple(block for block in blocks("CONTRIBUTING.md") if block.title)
DAY = "2026-04-20"
KIND = "site_builder/kinds/keys/__init__.py"


@dataclass(frozen=True)
class Workshop:
    """A copy of the tool with everything that the recipes add, and a site made with it."""

    tool: Path
    site: Path

    def run(self, *words: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A program of ours, with the copied tool in place of the real one."""
        paths = (self.tool, self.tool / "installed")
        surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONUTF8": "1"}
        call = [sys.executable, "-m", *words]
        return subprocess.run(
            call,
            cwd=at or self.tool,
            env=surroundings,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def build(self, site: Path) -> str:
        """Make the site; gives what was said."""
        done = self.run("site_builder", "build", str(site), "--only", "html", "--as-of", DAY, "--lang", "en")
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def check(self, site: Path) -> str:
        """Look for mistakes; gives what was said, in English."""
        return self.run("site_builder", "check", str(site), "--as-of", DAY, "--lang", "en").stdout

    def read(self, path: str) -> str:
        """A file of the built site."""
        return (self.site / "output" / path).read_text("utf-8-sig")


def titled(prefix: str) -> tuple[Block, ...]:
    """The blocks whose file lies below a folder."""
    found = tuple(block for block in RECIPES if block.title.startswith(prefix))
    assert found, f"CONTRIBUTING.md has no recipe for {prefix}"
    return found


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Every recipe carried out but the one for another language, which would change all the others' pages."""
    tool = tmp_path_factory.mktemp("tool")
    for part in ("site_builder", "templates"):
        shutil.copytree(ROOT / part, tool / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("__init__.py", "cases.py", "test_cases.py"):
        (tool / "tests").mkdir(exist_ok=True)
        shutil.copyfile(ROOT / "tests" / part, tool / "tests" / part)
    site = tool / "my-school"
    for part in ("content", *(f"data/{kind}" for kind in ("bases", "calendars", "offices"))):
        # A small site: pages and files that speak of records it does not have stay out of it.
        shutil.copytree(
            ROOT / part,
            site / part,
            ignore=shutil.ignore_patterns("files", "index.md", "about.md", "how-to-read.md", "find.md"),
        )
    for path in (site / "data/bases").glob("*.yaml"):
        # What documents lay down for records that the small site does not have stays out of it as well.
        path.write_text(
            re.sub(r"^fixes:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
        )
    for name in ("data/site.yaml", "data/fees/exercise-books.yaml"):
        (site / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, site / name)
    for block in RECIPES:
        if block.language != "diff":
            block.write(site if block.title.startswith("data/") else tool)
    made = Workshop(tool, site)
    install = ("pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
    done = made.run(*install, "--target", "installed", "./school-clubs")
    assert done.returncode == 0, done.stderr
    made.build(site)
    return made


@pytest.fixture
def spoilt(workshop: Workshop, tmp_path: Path) -> Path:
    """A copy of the site for planting mistakes in."""
    shutil.copytree(workshop.site / "data", tmp_path / "data")
    shutil.copytree(workshop.site / "content", tmp_path / "content")
    return tmp_path


def test_the_example_has_no_problem_with_the_recipes(workshop: Workshop) -> None:
    assert workshop.check(workshop.site).splitlines()[-1].endswith("0 errors, 0 warnings.")


def test_a_table_needs_yaml_only(workshop: Workshop) -> None:
    """Its page shows the values and the sum, its CSV holds the rows, the list knows it."""
    page = workshop.read("registers/lost-property-2026-03/index.html")
    assert "保温杯" in page
    assert "57.50" in page
    rows = list(
        csv.reader(workshop.read("registers/lost-property-2026-03/lost-property-2026-03.csv").splitlines())
    )
    assert rows[0] == ["拾到日期", "物品", "地点", "估价"]
    assert rows[1] == ["2026-03-04", "保温杯", "食堂", "45.00"]
    assert "失物登记（2026年3月）" in workshop.read("registers/index.html")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("worth: 12.50", "worth: 很贵", "REG-01"),
        ("worth: 12.50", "worth: 612.50", "REG-02"),
        ("place: 操场", "place: 校外", "REG-02"),
        ("thing: 跳绳", "things: 跳绳", "REG-03"),
        ("day: 2026-03-11", "day: 2026-03-05", "REG-05"),
    ],
)
def test_a_table_is_checked(workshop: Workshop, spoilt: Path, old: str, new: str, expected: str) -> None:
    """A wrong cell, a broken constraint, a misspelt column and a missing week are found, with their place."""
    path = "data/registers/lost-property-2026-03.yaml"
    text = (spoilt / path).read_text("utf-8")
    assert text.count(old) == 1
    (spoilt / path).write_text(text.replace(old, new), "utf-8")
    found = [line for line in workshop.check(spoilt).splitlines() if line.startswith(f"{path}:")]
    assert any(f" {expected}: " in line for line in found), found


def test_a_kind_is_one_folder_of_twenty_lines(workshop: Workshop) -> None:
    """Page, list, CSV, JSON and a place in the footer follow from its fields."""
    (block,) = titled("site_builder/kinds/")
    assert block.title == KIND
    assert len([line for line in block.text.splitlines() if line.strip()]) <= 20
    page = workshop.read("keys/music-room/index.html")
    assert "音乐教室钥匙" in page
    assert "艺术楼 203" in page
    assert "音乐教室钥匙" in workshop.read("keys/index.html")
    rows = list(csv.reader(workshop.read("keys/keys.csv").splitlines()))
    assert rows == [["标题", "编号", "房间", "把数"], ["音乐教室钥匙", "0017", "艺术楼 203", "3"]]
    assert json.loads(workshop.read("keys/keys.json"))["music-room"]["number"] == "0017"
    assert 'href="keys/">钥匙</a>' in workshop.read("index.html")


def test_a_kind_is_known_to_every_command(workshop: Workshop, spoilt: Path) -> None:
    """`schema` writes its schema, `new` draws an example from its fields, and the example passes."""
    assert workshop.run("site_builder", "schema", str(spoilt)).returncode == 0
    schema = json.loads((spoilt / "data/.schemas/keys.json").read_text("utf-8"))
    assert schema["required"] == ["title", "number", "room"]
    assert schema["properties"]["room"]["title"] == "房间 / Room"
    made = workshop.run("site_builder", "new", "keys", "store", "--folder", str(spoilt))
    assert made.returncode == 0, made.stderr
    assert "keys/store" not in workshop.check(spoilt)


def test_a_template_named_like_the_kind_draws_its_page(workshop: Workshop) -> None:
    titled("templates/")
    assert '<p class="price"><strong>0017</strong> <span>艺术楼 203</span></p>' in workshop.read(
        "keys/music-room/index.html"
    )


def test_cases_of_a_kind_and_of_a_rule_are_tests(workshop: Workshop) -> None:
    """The files under tests/ are found and pass."""
    cases = [block for block in titled("tests/") if block.title.startswith("tests/kinds/keys/")]
    done = workshop.run("pytest", "-q", "-p", "no:cacheprovider", "tests/test_cases.py")
    assert done.returncode == 0, done.stdout
    assert f"{len(cases) + 2} passed" in done.stdout


def test_a_rule_is_one_file(workshop: Workshop, spoilt: Path) -> None:
    """It finds what it forbids, at the value, and `explain` knows it."""
    (spoilt / "data/keys/other.yaml").write_text("title: 另一把\nnumber: 0017\nroom: 仓库\n", "utf-8")
    said = workshop.check(spoilt)
    assert "data/keys/other.yaml:2:9: error KEY-01: number 0017 is that of keys/music-room too" in said
    explained = workshop.run("site_builder", "explain", "KEY-01", "--lang", "en").stdout
    assert "nobody can tell two keys of one number apart" in explained


def test_an_export_is_one_file(workshop: Workshop) -> None:
    """Every list is offered in it."""
    assert workshop.read("keys/keys.tsv").splitlines()[1] == "音乐教室钥匙\t0017\t艺术楼 203\t3"
    assert 'href="fees.tsv"' in workshop.read("fees/index.html")


def test_a_language_is_one_file(workshop: Workshop, spoilt: Path) -> None:
    for block in titled("data/site.yaml"):
        block.write(spoilt)
    workshop.build(spoilt)
    page = (spoilt / "output/fees/index.html").read_text("utf-8")
    assert '<html lang="fr">' in page
    assert "Télécharger" in page
    assert "<h1>Frais</h1>" in page


def test_a_site_has_its_own_templates(workshop: Workshop, spoilt: Path) -> None:
    """What a project has itself is taken, be it a page or a style sheet."""
    assert "请打总机 0879-6120801，我们帮您找。" in workshop.read("404.html")
    (copying,) = [block.text for block in blocks("CONTRIBUTING.md") if "templates/static/" in block.text]
    surroundings = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["sh", "-ec", copying], cwd=spoilt, env=surroundings, check=True, timeout=60)
    style = spoilt / "templates/static/site.css"
    style.write_text(style.read_text("utf-8").replace("--band: #12454f", "--band: #7a1f2b"), "utf-8")
    workshop.build(spoilt)
    assert "--band: #7a1f2b" in (spoilt / "output/static/site.css").read_text("utf-8")


def test_a_kind_may_come_from_another_package(workshop: Workshop) -> None:
    assert "每周三 16:30" in workshop.read("clubs/chess/index.html")
    assert "棋社" in workshop.read("clubs/index.html")
    assert not (workshop.tool / "site_builder/kinds/clubs").exists()


def test_code_in_the_recipes_is_as_tidy_as_ours(workshop: Workshop) -> None:
    """Whoever copies a recipe passes the checks."""
    files = [block.title for block in RECIPES if block.language == "python"]
    assert files
    ruff = ("ruff", "check", "--config", str(ROOT / "pyproject.toml"), "--no-cache", *files)
    done = workshop.run(*ruff)
    assert done.returncode == 0, done.stdout
