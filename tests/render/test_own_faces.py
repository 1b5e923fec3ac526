"""A site that brings fonts has its official papers set in them, in the same measures; what they lack is told."""

import os
import pickle
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from site_builder.fonts import ROLES, folder
from site_builder.fonts.own import fitted
from site_builder.render.roles import style_of
from tests.fonts.licensed import licensed
from tests.paper import faults
from tests.render.conftest import DETAILS, Desk
from tests.render.test_official import MIXTURE, lines
from tests.small import DAY, HOME, copied, here, run

pytestmark = pytest.mark.pdf

SCRIPT = """
import pickle, sys
from site_builder.render.pdf import print_sheet
sys.stdout.buffer.write(print_sheet(*pickle.load(sys.stdin.buffer)))
"""
ALL = "".join(map(chr, (*range(0x4E00, 0x9FA6), *map(ord, "，。、；：？！（）《》“”—…〔〕"))))


def in_own_faces(html: str, place: Path, roles: tuple[str, ...]) -> bytes:
    """The page set by a process of its own, for an engine looks for its fonts once."""
    for role in roles:
        (place / f"{role}.otf").write_bytes(fitted(licensed(ALL), ROLES[role]))
    style = Desk.style + style_of(dict.fromkeys(roles, "1"))
    job: tuple[Any, ...] = (html, style, {}, os.pathsep.join((str(folder()), str(place))), DETAILS)
    surroundings = os.environ | {"PYTHONPATH": str(HOME)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=pickle.dumps(job),
        env=surroundings,
        capture_output=True,
        check=True,
    )
    return done.stdout


def faces_of(page: Any, size: float) -> set[str]:
    """The faces of what is set in a size, Latin ones left out."""
    found = {c["fontname"].partition("+")[2] for c in page.chars if abs(c["size"] - size) < 0.05}
    return {name for name in found if "Latin" not in name}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Any:
    body = "<h2>一、总体要求</h2><h3>（一）加强管理</h3>" + MIXTURE
    content = in_own_faces(Desk().sheet(body, "official"), tmp_path_factory.mktemp("faces"), tuple(ROLES))
    with pdfplumber.open(BytesIO(content)) as pdf:
        yield pdf.pages


def test_the_grid_holds_in_other_faces(paper: Any) -> None:
    """Their own measures would make every line higher: the page would have 17 lines."""
    found = list(lines(paper[1]))
    assert len(found) == 22
    assert found[0].top == pytest.approx(37.0, abs=0.3)
    for above, below in pairwise(found):
        assert below.top - above.top == pytest.approx(10.446, abs=0.02)
    for line in found:
        assert line.right == pytest.approx(182.0, abs=0.2)


def test_each_face_sets_what_it_is_named_for(paper: Any) -> None:
    assert faces_of(paper[0], 22) == {"Disclosure-Title-Bold"}
    assert faces_of(paper[1], 15.793) == {"Disclosure-Body"}
    assert {"Disclosure-Heading-Medium", "Disclosure-Subheading"} <= faces_of(paper[0], 15.793)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copied(tmp_path / "site")
    (root / "templates/fonts").mkdir(parents=True)
    with (root / "data/site.yaml").open("a", encoding="utf-8") as site:
        site.write("faces:\n  body: fangsong.ttf\n")
    return root


def told(root: Path) -> str:
    return here("check", root, "--as-of", DAY, "--lang", "en", "--workers", "1").out


def test_a_sheet_is_set_in_them_and_what_they_lack_in_ours(project: Path) -> None:
    (project / "templates/fonts/fangsong.ttf").write_bytes(licensed(ALL.replace("的", "")))
    said = run("print", "plans", "--folder", project, "--as-of", DAY, "--lang", "en")
    assert said.code == 0, said.err
    assert "SITE-07" in said.out
    assert "lacks 1 characters: 的" in said.out
    (made,) = (project / "prints").glob("*.pdf")
    assert faults(made.read_bytes()) == []
    with pdfplumber.open(made) as pdf:
        body = [c for page in pdf.pages for c in page.chars if abs(c["size"] - 15.793) < 0.05]
    assert {c["fontname"].partition("+")[2] for c in body if c["text"] == "的"} <= {
        "Disclosure-Serif-SC",
        "Disclosure-Sans-SC-Medium",
        "Disclosure-Serif-SC-Bold",
    }
    assert "Disclosure-Body" in {c["fontname"].partition("+")[2] for c in body}


def test_a_font_that_is_not_there_or_is_none_stops_the_build(project: Path) -> None:
    assert "data/site.yaml" in told(project)
    assert "SITE-06" in told(project)
    assert "it is not in templates/fonts" in told(project)
    (project / "templates/fonts/fangsong.ttf").write_bytes(b"no font at all")
    assert "it is no TrueType or OpenType font" in told(project)
    (project / "templates/fonts/fangsong.ttf").write_bytes(licensed(ALL, embedding=0x2))
    assert "may not be embedded" in told(project)
    (project / "templates/fonts/fangsong.ttf").write_bytes(licensed(ALL))
    assert "SITE-0" not in told(project)


def test_the_font_itself_is_not_published(project: Path) -> None:
    (project / "templates/fonts/fangsong.ttf").write_bytes(licensed(ALL))
    said = here("build", project, "--as-of", DAY, "--lang", "en", "--workers", "1", "--only", "html")
    assert said.code == 0, said.err
    assert not [one for one in (project / "output").rglob("*") if one.suffix in (".ttf", ".otf")]
