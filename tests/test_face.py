"""Readers who need it otherwise: large text, a screen as narrow as a hand, forced colours, nothing that moves."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.screens import PAGES
from tests.small import HOME, PATIENCE, build, copied

NARROW = ViewportSize(width=320, height=256)
"""What is left of a screen of 1280 by 1024 when everything on it is four times as large."""
KILOBYTE = 1000


@pytest.fixture(scope="module")
def sorts(example: Path) -> list[Path]:
    """Two pages of every folder at the top of the example: a list and a record, where there are both."""
    found = [example / "index.html", example / "404.html"]
    for folder in sorted(path for path in example.iterdir() if path.is_dir()):
        found += sorted(folder.rglob("index.html"), key=lambda path: len(path.parts))[:2]
    found += [example / path / "index.html" for path in PAGES.values()]
    return list(dict.fromkeys(found))


def seen(browser: Browser, pages: list[Path], **more: object) -> Iterator[tuple[Path, Page]]:
    """Pages one after the other, as a visitor of that sort has them."""
    options = {"viewport": NARROW, "java_script_enabled": False} | more
    with browser.new_context(**options) as visitor:  # type: ignore[arg-type]
        visitor.set_default_timeout(PATIENCE * 1000)
        page = visitor.new_page()
        for path in pages:
            page.goto(path.as_uri())
            # The files of the example name what lies beside them from its top: nothing else is looked for.
            yield path, page


def too_wide(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


@pytest.mark.browser
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large text"])
def test_enlarged_four_times_no_page_is_moved_sideways(
    chromium: Browser, sorts: list[Path], large: bool
) -> None:
    assert len(sorts) > 80
    wrong = []
    for path, page in seen(chromium, sorts):
        if large:
            page.check("#page_large")
        if over := too_wide(page):
            wrong.append(f"{path.parent.name}: {over}")
    assert wrong == []


@pytest.mark.browser
def test_what_the_browser_sets_is_followed(chromium: Browser, example: Path) -> None:
    """Every letter grows with the size that a reader has chosen in the browser."""
    for _, page in seen(chromium, [example / "fees/lunch/index.html"], viewport=None):
        measure = (
            "[...document.querySelectorAll('body *')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        usual = page.evaluate(measure)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(measure) == pytest.approx([2 * size for size in usual], rel=0.35)
        assert all(new > old for new, old in zip(page.evaluate(measure), usual, strict=True))


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [False, True], ids=["without scripts", "with scripts"])
def test_the_switch_makes_letters_larger(chromium: Browser, example: Path, scripts: bool) -> None:
    """It can be reached and used by keyboard; with scripts the next page remembers it."""
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    with chromium.new_context(java_script_enabled=scripts) as visitor:
        page = visitor.new_page()
        page.goto((example / "about/index.html").as_uri())
        before = page.evaluate(size)
        page.focus("#page_large")
        page.keyboard.press("Space")
        assert page.evaluate(size) > 1.3 * before
        page.goto((example / "contact/index.html").as_uri())
        assert page.is_checked("#page_large") == scripts
        assert (page.evaluate(size) > 1.3 * before) == scripts


@pytest.mark.browser
def test_in_forced_colours_states_and_bars_can_be_told(chromium: Browser, example: Path) -> None:
    pages = [example / "budgets/2026/index.html", example / "tenders/2026-cleaning/index.html"]
    fill = "element => getComputedStyle(element).fill"
    dot = "element => getComputedStyle(element, '::before').backgroundColor"
    for path, page in seen(chromium, pages, forced_colors="active", color_scheme="dark"):
        if "budgets" in path.parts:
            bar, track = (page.locator(one).first.evaluate(fill) for one in (".bar", ".bar-whole"))
            assert bar != track
        else:
            assert page.locator(".past").first.evaluate(dot) != page.locator(".ahead").first.evaluate(dot)
        assert (
            page.locator(".badge").first.evaluate("element => getComputedStyle(element).borderTopStyle")
            == "solid"
        )


@pytest.mark.browser
def test_nothing_moves(chromium: Browser, sorts: list[Path]) -> None:
    moving = (
        "document.getAnimations().length + document.querySelectorAll('marquee, blink, video, audio').length"
    )
    motion: Literal["reduce"] = "reduce"
    for path, page in seen(chromium, sorts[:30], reduced_motion=motion):
        assert page.evaluate(moving) == 0, path
    style = (HOME / "templates/static/site.css").read_text("utf-8")
    assert not re.search(r"animation|transition|@keyframes|(?<!over)scroll-behavior", style)


def test_pages_are_light(example: Path) -> None:
    heavy = {
        path.relative_to(example).as_posix(): path.stat().st_size
        for path in example.rglob("*.html")
        if path.stat().st_size > 60 * KILOBYTE
    }
    assert heavy == {}
    assert (example / "static/site.css").stat().st_size <= 30 * KILOBYTE
    assert sum(path.stat().st_size for path in (example / "static").glob("*.js")) <= 15 * KILOBYTE


def test_letters_are_measured_in_what_readers_set() -> None:
    """No size of type is given in pixels, but for the most that fits into the lines of a drawing."""
    style = (HOME / "templates/static/site.css").read_text("utf-8")
    assert style.count("4.4vw, 20px)") == 1
    style = style.replace("4.4vw, 20px)", "")
    assert not re.search(r"font(?:-size)?:[^;]*\dpx", style)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_page_leads_to_the_statement(example: Path, folder: str) -> None:
    statement = example / folder / "accessibility/index.html"
    html = statement.read_text("utf-8")
    assert "WCAG" in html
    assert "0879-6120801" in html
    assert '<time datetime="' in html
    for path in (example / folder / "index.html", example / folder / "fees/lunch/index.html"):
        assert 'accessibility/">' in path.read_text("utf-8")
    assert ("读屏" in html) == (not folder)
    assert ("screen reader" in html) == bool(folder)


def test_an_office_may_write_the_statement_itself(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    (root / "content/accessibility.md").write_text("---\ntitle: 无障碍\n---\n我们自己的说明。\n", "utf-8")
    assert build(root).code == 0
    assert "我们自己的说明" in (root / "output/accessibility/index.html").read_text("utf-8")


def test_every_page_describes_itself(example: Path) -> None:
    for path in sorted(example.rglob("*.html"))[::9]:
        assert re.search(r'<meta name="description" content="[^"]+">', path.read_text("utf-8")), path
