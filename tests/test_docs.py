"""The documents say what is so: commands, options, forms, codes and links are those of the tool."""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import site_builder
from site_builder.catalogue import catalogue, mistakes_by_code
from site_builder.cli import main, parser
from site_builder.edge.schemas import write_schemas
from site_builder.kinds.registers.column import CellType, Constraints
from site_builder.model.form import CADENCE, FORMS, Form, fits
from site_builder.model.profile import shipped_profile
from site_builder.model.record import Audience, Record
from tests.recipes import ROOT, blocks

READMES = {"README.md": "en_US.UTF-8", "README.zh-CN.md": "zh_CN.UTF-8"}
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "site_builder").rglob("*.md")]
)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
_CODE = re.compile(r"\b[A-Z]{2,5}-\d{2}\b")
_COUNTED = re.compile(r"\d+ (?:records|files|条记录|个文件|kept|withdrawn)|(?:沿用|撤下) \d+ 个")


def rows(document: str) -> list[list[str]]:
    """The cells of every table row of a document."""
    lines = (ROOT / document).read_text("utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| ")
    ]


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of every command."""
    (found,) = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(found.choices)


def spelt(command: str, one: argparse.ArgumentParser) -> str:
    """How a command is written: its name and what it takes."""
    places = [action for action in one._actions if not action.option_strings]
    names = [f"[{place.dest.upper()}]" if place.nargs == "?" else place.dest.upper() for place in places]
    return " ".join(["site-builder", command, *names])


def options() -> dict[str, tuple[set[str], tuple[str, ...]]]:
    """Every option as it is written, with the commands that take it and the values it may have."""
    found: dict[str, tuple[set[str], tuple[str, ...]]] = {"--version": (set(), ())}
    for command, one in commands().items():
        for action in one._actions:
            if action.option_strings and action.dest != "help":
                value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
                written = f"{action.option_strings[-1]}{value}"
                taken, _ = found.get(written, (set(), ()))
                found[written] = (taken | {command}, tuple(map(str, action.choices or ())))
    return found


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_command_and_no_other(readme: str) -> None:
    told = {cells[0].strip("`") for cells in rows(readme) if cells[0].startswith("`site-builder ")}
    assert told == {spelt(command, one) for command, one in commands().items()}


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_every_option_its_commands_and_its_values(readme: str) -> None:
    told = {cells[0].strip("`"): cells for cells in rows(readme) if cells[0].startswith("`--")}
    known = options()
    assert told.keys() == known.keys()
    for written, (takers, values) in known.items():
        _, of, meaning = told[written]
        named = set(of.split(", ")) & commands().keys()
        assert named == (set() if takers == commands().keys() else takers), written
        assert all(f"`{value}`" in meaning for value in values), written


def test_both_readmes_tell_the_same() -> None:
    """The same headings, commands, options, exit codes and code blocks, in the same order."""
    english, chinese = READMES
    assert [cells[0] for cells in rows(english) if "`" in cells[0]] == [
        cells[0] for cells in rows(chinese) if "`" in cells[0]
    ]
    assert exit_codes(english) == exit_codes(chinese)
    shapes = [[(one.language, one.title) for one in blocks(readme)] for readme in READMES]
    assert shapes[0] == shapes[1]
    levels = [re.findall(r"^(#+) ", (ROOT / readme).read_text("utf-8"), re.MULTILINE) for readme in READMES]
    assert levels[0] == levels[1]


def exit_codes(readme: str) -> list[int]:
    """The exit codes that a README explains."""
    return [
        int(code)
        for cells in rows(readme)
        if len(cells) == 2
        for code in re.findall(r"^\d+|(?<=[,、]) ?\d+", cells[0])
    ]


def test_exit_codes_are_those_of_the_help() -> None:
    told = {int(code) for code in re.findall(r"(\d) [a-z]+", str(parser().epilog))}
    assert told == {code for code in exit_codes("README.md") if code < 128}


@dataclass
class Reader:
    """Somebody who types what a README says, in a folder of their own."""

    folder: Path
    surroundings: dict[str, str]

    def type(self, line: str) -> list[str]:
        """What the terminal then shows."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.folder /= words[1]
            return []
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=self.surroundings,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        return done.stdout.splitlines() + done.stderr.splitlines()


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with the command `site-builder`, which leaves the PDFs out to save time."""
    place = tmp_path / "bin"
    place.mkdir()
    own = place / "site-builder"
    own.write_text(
        f'#!/bin/sh\n[ "$1" = build ] && set -- "$@" --only html\nexec "{sys.executable}" -m site_builder "$@"\n',
        "utf-8",
    )
    own.chmod(0o755)
    return place


@pytest.mark.parametrize("readme", READMES)
def test_five_minutes_go_as_told(readme: str, program: Path, tmp_path: Path) -> None:
    """Every command that is shown with its answer gets that answer; only numbers of records and files may differ."""
    paths = {"PATH": f"{program}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    reader = Reader(tmp_path, {**os.environ, **paths, "LANG": READMES[readme], "LC_ALL": READMES[readme]})
    asked = 0
    for block in blocks(readme):
        if block.language == "diff":
            block.write(reader.folder)
        elif block.language == "console":
            for command, *told in (
                one.splitlines() for one in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
            ):
                shown = [line.replace(str(tmp_path), "/home/li") for line in reader.type(command)]
                assert [_COUNTED.sub("", line) for line in shown] == [_COUNTED.sub("", line) for line in told]
                asked += 1
    assert asked >= 4


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link leads to a file, and to a heading in it where it names one."""
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for link in (first or second for first, second in _LINK.findall(text)):
        if "://" in link:
            continue
        name, _, heading = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
            assert heading in {one.lower().replace(" ", "-") for one in headings}, link


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_codes_are_known(path: Path) -> None:
    text = path.read_text("utf-8")
    made_here = set(re.findall(r"^\[([A-Z]+-\d{2})\]$", text, re.MULTILINE))
    assert set(_CODE.findall(text)) - made_here <= mistakes_by_code().keys()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_is_told_with_its_example(form: Form) -> None:
    """The page for clerks names it as messages do, and its example is one."""
    found = [cells for cells in rows("docs/data.md") if cells[0] == form.title.zh]
    assert [cells[1] for cells in found] == [f"`{form.example}`"]
    assert fits(form, form.example) is not None


def test_the_page_for_clerks_names_what_there_is() -> None:
    """Kinds, common fields, audiences, types and constraints of columns, cadences."""
    text = (ROOT / "docs/data.md").read_text("utf-8")
    places = {cells[0].strip("`") for cells in rows("docs/data.md")}
    kinds = catalogue().kinds.values()
    assert {f"data/{kind.name}/" for kind in kinds if not kind.single} - {"data/pages/"} <= places
    assert {place for place in places if place.startswith("data/")} <= {
        f"data/{kind.name}{'.yaml' if kind.single else '/'}" for kind in kinds
    }
    assert set(Record.__struct_fields__) <= places
    assert {one.value for one in Audience} <= places
    words = {
        *CellType,
        *Constraints.__struct_fields__,
        *(CADENCE.pattern.split("(")[0].rstrip("/").split("|")[:-1]),
    }
    assert {word for word in words if f"`{word}`" not in text} == set()


def test_the_endings_it_names_may_be_offered_and_others_may_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = next(
        line for line in (ROOT / "docs/data.md").read_text("utf-8").splitlines() if line.startswith("可以放 ")
    )
    endings = set(re.findall(r"[a-z]+", told))
    others = set("bat css exe gif htm html js md mp4 php py rar sh svg xlsm yaml".split())
    shutil.copytree(ROOT / "data", tmp_path / "data")
    offered = tmp_path / "content/files"
    offered.mkdir(parents=True)
    for ending in endings | others:
        (offered / f"offered.{ending}").write_bytes(b"1")
    main(["check", str(tmp_path), "--format", "json", "--workers", "1"])
    problems = json.loads(capsys.readouterr().out)
    refused = {one["file"].rpartition(".")[2] for one in problems if one["severity"] == "error"}
    assert refused == others


def test_titles_of_kinds_are_those_of_the_site() -> None:
    told = {cells[0].strip("`"): cells[1] for cells in rows("docs/data.md") if cells[0].startswith("`data/")}
    for place, title in told.items():
        kind = catalogue().kinds[place.removeprefix("data/").rstrip("/").removesuffix(".yaml")]
        assert title.startswith(kind.title.zh)


def test_the_map_names_every_part() -> None:
    """ARCHITECTURE.md has a line for each module and folder at the top of the package, and for no other."""
    told = {name for cells in rows("ARCHITECTURE.md") for name in re.findall(r"`([\w./]+)`", cells[0])}
    home = Path(site_builder.__file__).parent
    there = {path.name for path in home.glob("*.py")} - {"__init__.py"}
    there |= {f"{path.name}/" for path in home.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert told - {"edge/tree/"} == there


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{site_builder.__version__}] - " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_screenshots_are_light() -> None:
    images = sorted((ROOT / "docs/images").glob("*.png"))
    assert len(images) >= 2
    assert all(image.stat().st_size < 200_000 for image in images)


def test_schemas_of_the_example_are_those_of_the_kinds(tmp_path: Path) -> None:
    """What `site-builder schema .` writes is what the repository holds, and nothing more."""
    written = write_schemas(tmp_path)
    for path in written:
        assert (ROOT / path.relative_to(tmp_path)).read_text("utf-8") == path.read_text("utf-8"), path.name
    assert {path.name for path in (ROOT / "data/.schemas").iterdir()} == {
        path.name for path in written if path.parent.name == ".schemas"
    }


def test_every_setting_of_the_profiles_is_documented() -> None:
    """The page on standards lists each setting with the value that schools start from."""
    told = {cells[0].strip("`"): cells[4] for cells in rows("docs/profile.md") if cells[0].startswith("`")}
    known = shipped_profile().settings
    assert list(told) == list(known)
    for name, setting in known.items():
        value = (
            "、".join(setting.value)
            if isinstance(setting.value, tuple)
            else "—"
            if setting.value is None
            else str(setting.value)
        )
        assert told[name].removesuffix("（待确认）") == value, name
        assert told[name].endswith("（待确认）") is setting.to_confirm, name
