"""Links that templates make are looked at in the build: to pages, files, places, also where a target goes later."""

from pathlib import Path

import pytest

from site_builder.stages.leads import Leads, Ways, addresses, leads
from tests.small import build, contents, copied

WAYS = addresses(
    ("index.html", "fees/index.html", "fees/milk/index.html", "fees/fees.csv", "static/site.css")
)
OWN = (
    '{% extends "record.html" %}\n{% block after %}\n<p><a href="{{ root }}LINK">…</a></p>\n{% endblock %}\n'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path / "project")


def drawn(root: Path, link: str) -> None:
    """Documents are drawn by a template of the project's own, which has that link."""
    place = root / "templates/bases.html"
    place.parent.mkdir(exist_ok=True)
    place.write_text(OWN.replace("LINK", link), "utf-8")


def test_what_a_template_leads_to_is_there(root: Path) -> None:
    for link in ("fees/", "fees/milk/#page_content", "fees/fees.csv?a=1", "#page_content", "static/site.css"):
        drawn(root, link)
        assert build(root).code == 0, link
    before = contents(root / "output")
    for link in ("fees/mylk/", "fees/milk/#nowhere", "fees/fees.xls", "offices/affairs/#nobody"):
        drawn(root, link)
        said = build(root)
        assert said.code == 1, link
        assert "templates/bases.html:3:1: error TPL-05: bases/" in said.out
        assert f"“{link}”" in said.out.replace("../../", "")
        assert "1 errors, " in said.out, "a template draws many pages and is named once"
        assert contents(root / "output") == before


def test_an_id_stands_once_in_a_page(root: Path) -> None:
    place = root / "templates/bases.html"
    place.parent.mkdir(exist_ok=True)
    text = '{% extends "record.html" %}\n{% block after %}<p id="a"></p><p id="a"></p>{% endblock %}\n'
    place.write_text(text, "utf-8")
    said = build(root)
    assert said.code == 1
    assert "templates/bases.html:2:1: error TPL-06" in said.out


def test_a_page_that_stays_is_looked_at_when_what_it_leads_to_goes(root: Path) -> None:
    notice = root / "data/notices/extra.yaml"
    text = "title: 临时通知\ntype: announcement\noffice: affairs\npublished_on: 2026-03-03\nstarts_on: 2026-03-03\n"
    notice.write_text(text + "body: |\n  今天停水。\n", "utf-8")
    drawn(root, "notices/extra/")
    assert build(root).code == 0
    notice.unlink()
    said = build(root)
    assert said.code == 1
    assert "TPL-05" in said.out
    assert "notices/extra/" in said.out
    assert build(root).code == 1, "asked again, it is told again"


def test_a_page_that_stays_is_looked_at_when_a_place_goes(root: Path) -> None:
    office = root / "data/offices/affairs.yaml"
    kept = office.read_text("utf-8")
    office.write_text(
        kept.replace("posts:\n", "posts:\n  - id: porter\n    title: 门卫\n    duties: [开门]\n", 1), "utf-8"
    )
    drawn(root, "offices/affairs/#porter")
    said = build(root)
    assert said.code == 0, said.out
    office.write_text(kept, "utf-8")
    said = build(root)
    assert said.code == 1
    assert "offices/affairs/#porter" in said.out


def test_words_that_look_like_a_link_are_words(root: Path) -> None:
    notice = root / "data/notices/milk.yaml"
    notice.write_text(
        notice.read_text("utf-8") + '  写成 ` href="nowhere/" id="page_content"` 就是链接。\n', "utf-8"
    )
    said = build(root)
    assert said.code == 0, said.out
    assert 'href="nowhere/"' in (root / "output/notices/milk/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("link", "right"),
    [
        ("../../", True),
        ("../../fees/milk/", True),
        ("../", True),
        ("./", True),
        ("", True),
        ("../fees.csv", True),
        ("../milk/../fees.csv", True),
        ("../../../", False),
        ("../../../fees/", False),
        ("milk/", False),
        ("../../fees", False),
        ("/", True),
        ("/fees/", True),
        ("/fee/", False),
        ("https://elsewhere.example/x/", True),
        ("//elsewhere.example/x/", True),
        ("mailto:a@b.example", True),
        ("#here", True),
        ("../milk/#here", True),
        ("#there", False),
        ("../fees.csv?a=b&amp;c", True),
    ],
)
def test_a_link_is_taken_as_a_browser_takes_it(link: str, right: bool) -> None:
    html = f'<main id="here"><a class="x" href="{link}">…</a></main>'
    found = leads("fees/milk/index.html", html, Ways(WAYS, "/"))
    assert found.astray == (() if right else (link,))


def test_places_elsewhere_are_asked_for() -> None:
    html = '<main><a href="../../fees/#page_list">…</a><img src="../fees.csv"></main>'
    found = leads("fees/milk/index.html", html, Ways(WAYS, "/"))
    assert found == Leads("fees/milk/index.html", places=(("fees/index.html", "page_list"),))


def test_what_stands_below_every_page_is_looked_at_once() -> None:
    ways = Ways(WAYS, "/")
    for page, right in (
        ("fees/milk/index.html", True),
        ("fees/index.html", False),
        ("fees/milk/index.html", True),
    ):
        html = '<main></main><footer><a href="../../fees/">…</a></footer>'
        assert (not leads(page, html, ways).astray) is right
