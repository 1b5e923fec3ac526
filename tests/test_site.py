"""A site that stands by itself: in two languages, from a disk, under a policy, with what machines ask for."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from site_builder.stages.beside import theme
from tests.preview import served
from tests.small import build, contents, copied

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("site") / "project")
    assert build(root).code == 0
    return root


def pages(root: Path) -> dict[str, str]:
    found = {path.relative_to(root / "output").as_posix(): path for path in (root / "output").rglob("*.html")}
    return {name: path.read_text("utf-8") for name, path in found.items()}


def dead_links(root: Path, *, folders: bool) -> list[str]:
    """Links that lead nowhere; as a server takes them, or as a disk does, where a folder is no page."""
    output, found = root / "output", pages(root)
    dead = []
    for name, html in found.items():
        for link in re.findall(r'<[^>]*\s(?:href|src|action)="([^":]*)"', html):
            target, _, place = urljoin(f"/{name}", unquote(link)).partition("#")
            target = target.partition("?")[0].lstrip("/")
            if target.endswith("/") or not target:
                target = f"{target}index.html" if folders or name == "404.html" else f"{target}?"
            if not (output / target).is_file() or (place and f'id="{place}"' not in found[target]):
                dead.append(f"{name}: {link}")
    return dead


def test_every_page_is_under_a_policy_that_it_keeps(root: Path) -> None:
    for name, html in pages(root).items():
        policy = POLICY.search(html)
        assert policy, name
        assert "unsafe" not in policy[1]
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|<iframe|javascript:", html), name
        for script in re.findall(r"<script\b[^>]*>", html):
            assert "src=" in script or 'type="application/ld+json"' in script, name
        outside = re.findall(r'<(?:link|script|img)\b[^>]*(?:src|href)="(https?:[^"]*)"', html)
        assert all(address.startswith("https://shiqiao.example.org/") for address in outside), name


def test_every_page_is_there_in_both_languages_and_says_so(root: Path) -> None:
    found = pages(root)
    chinese = {name for name in found if not name.startswith(("en/", "search/")) and name != "404.html"}
    assert chinese
    assert chinese == {
        name.removeprefix("en/") for name in found if name.startswith("en/") and "search/" not in name
    }
    for name in chinese:
        page, twin = found[name], found[f"en/{name}"]
        assert '<html lang="zh-CN">' in page
        assert '<html lang="en">' in twin
        for html in (page, twin):
            alternates = re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', html)
            address = name.removesuffix("index.html")
            top = "https://shiqiao.example.org/"
            assert alternates == [("zh-CN", top + address), ("en", f"{top}en/{address}")]
        assert '<p class="tongues"><a href="' in page


def test_a_further_language_doubles_neither_sheets_nor_files(root: Path) -> None:
    others = {path.suffix for path in (root / "output/en").rglob("*") if path.is_file()}
    assert others == {".html", ".js"}
    assert {path.parts[0] for path in scripts(root / "output/en")} == {"search"}
    fee = (root / "output/en/fees/index.html").read_text("utf-8")
    assert 'href="../../fees/fees.csv"' in fee
    assert 'href="../../static/site.css"' in fee


def scripts(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in folder.rglob("*.js")]


def test_what_the_office_wrote_stays_and_is_marked(root: Path) -> None:
    about = (root / "output/en/about/index.html").read_text("utf-8")
    assert re.search(r'class="prose" lang="zh-CN">', about)
    assert "Skip to content" in about


def test_one_language_needs_no_folder(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    site = root / "data/site.yaml"
    site.write_text(site.read_text("utf-8").replace("languages: [zh-CN, en]\n", ""), "utf-8")
    assert build(root).code == 0
    assert not (root / "output/en").exists()
    assert "hreflang" not in (root / "output/index.html").read_text("utf-8")


def test_no_link_is_dead_on_a_server_or_on_a_disk(root: Path, tmp_path: Path) -> None:
    assert dead_links(root, folders=True) == []
    assert dead_links(root, folders=False)
    disk = copied(tmp_path / "project")
    assert build(disk, "--offline").code == 0
    assert dead_links(disk, folders=False) == []
    assert build(disk).code == 0
    assert contents(disk / "output") == contents(root / "output")


def test_a_record_that_moved_is_found_at_its_old_address(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    fee = root / "data/fees/milk.yaml"
    text = fee.read_text("utf-8") + "moved_from: [school-milk]\n"
    fee.unlink()
    (root / "data/fees/fresh-milk.yaml").write_text(text, "utf-8")
    for path in (root / "data").rglob("*.yaml"):
        path.write_text(
            path.read_text("utf-8")
            .replace("fees/milk", "fees/fresh-milk")
            .replace("fee: milk", "fee: fresh-milk"),
            "utf-8",
        )
    said = build(root)
    assert said.code == 0, said.out
    stub = (root / "output/fees/school-milk/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../fees/fresh-milk/">' in stub
    assert '<meta name="robots" content="noindex">' in stub
    assert "school-milk" not in (root / "output/sitemap.xml").read_text("utf-8")
    assert not [
        path for path in (root / "output/search").rglob("*.js") if b"school-milk" in path.read_bytes()
    ]
    assert dead_links(root, folders=True) == []


def test_links_in_texts_lead_to_what_is_there(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    page = root / "content/about.md"
    lines = page.read_text("utf-8").count("\n")
    page.write_text(
        page.read_text("utf-8")
        + "\n[无此页](/fees/nothing/)\n[无此处](/fees/milk/#nowhere)\n[有此页](/fees/milk/)\n[附件](/files/gone.csv)\n",
        "utf-8",
    )
    said = build(root)
    assert said.code == 1
    for number, link in ((2, "/fees/nothing/"), (3, "/fees/milk/#nowhere"), (5, "/files/gone.csv")):
        assert re.search(rf"content/about.md:{lines + number}:\d+.*{re.escape(link)}", said.out), said.out
    assert said.out.count("REF-03") == 3


def test_machines_find_what_they_ask_for(root: Path) -> None:
    output = root / "output"
    feed = ElementTree.parse(output / "feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")]
    assert ids
    assert len(set(ids)) == len(ids)
    assert "Sitemap: https://shiqiao.example.org/sitemap.xml" in (output / "robots.txt").read_text("utf-8")
    kinds = set()
    for name, html in pages(root).items():
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html):
            kinds.add(json.loads(found)["@type"])
        if name != "404.html":
            assert '<link rel="canonical" href="https://shiqiao.example.org/' in html, name
    assert kinds == {"School", "Dataset", "WebPage"}


def test_under_a_folder_of_a_host_nobody_asks_for_robots(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    site = root / "data/site.yaml"
    site.write_text(site.read_text("utf-8").replace("shiqiao.example.org/", "example.org/shiqiao/"), "utf-8")
    assert build(root).code == 0
    assert not (root / "output/robots.txt").exists()
    assert "https://example.org/shiqiao/fees/milk/" in (root / "output/sitemap.xml").read_text("utf-8")
    assert 'href="/shiqiao/static/site.css"' in (root / "output/404.html").read_text("utf-8")


def test_the_colour_of_the_site_is_that_of_its_pages() -> None:
    assert "--band: #7a1f2b;" in theme("7A1F2B")
    assert "--accent-wash: #ffffff;" in theme("767676")


def test_the_preview_speaks_both_languages(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    with served(root, tmp_path / "log") as preview:
        assert '<html lang="en">' in preview.page("/en/fees/milk/")
        assert '<html lang="zh-CN">' in preview.page("/fees/milk/")
        assert "<feed" in preview.page("/feed.xml")
        for top in ("/", "/en/"):
            assert preview.page(f"{top}search/head.js").startswith('found("head",{')
            assert "fees/milk/" in "".join(
                preview.page(f"{top}search/texts/{number:x}.js") for number in range(16)
            )
        assert preview.stop() == 0
