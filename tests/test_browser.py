"""What readers get in a real browser: every page, on a small screen, without scripts; and the preview as one writes."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, expect

from tests.hosting import hosted
from tests.preview import served
from tests.small import PATIENCE, copied

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture(scope="module")
def address(example: Path) -> Iterator[str]:
    """Where the example site is served."""
    with hosted(example) as address:
        yield address


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A visitor who has never been here; with or without scripts, as the test asks."""
    with chromium.new_context(viewport=PHONE, java_script_enabled=getattr(request, "param", True)) as visitor:
        visitor.set_default_timeout(PATIENCE * 1000)
        yield visitor


def _broke(asked: Request) -> bool:
    """Whether a request failed of itself; what the browser breaks off because it goes to the next page did not."""
    return asked.failure != "net::ERR_ABORTED"


def watched(page: Page) -> list[str]:
    """Everything that goes wrong in a page from now on."""
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "requestfailed",
        lambda asked: wrong.append(f"{asked.url}: {asked.failure}") if _broke(asked) else None,
    )
    page.on("response", lambda got: wrong.append(f"{got.url}: {got.status}") if got.status >= 400 else None)
    return wrong


@pytest.mark.parametrize("context", [False], ids=["without scripts"], indirect=True)
def test_every_page(context: BrowserContext, address: str, example: Path) -> None:
    """It loads without an error, has one heading, and nobody has to scroll sideways on a telephone."""
    paths = sorted(path.relative_to(example).as_posix() for path in example.rglob("*.html"))
    assert len(paths) > 80
    visit(context.new_page(), address, paths)


def test_a_page_of_each_kind_with_scripts(context: BrowserContext, address: str, example: Path) -> None:
    """For readers who leave scripts on everything is the same."""
    paths = {path.relative_to(example).parts[0]: path for path in sorted(example.rglob("*.html"))}
    visit(context.new_page(), address, [path.relative_to(example).as_posix() for path in paths.values()])


def visit(page: Page, address: str, paths: list[str]) -> None:
    """Look at pages one after the other; nothing is asked of any other machine."""
    wrong = watched(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in paths:
        page.goto(address + path.removesuffix("index.html"))
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{path} is {width} pixels wide"
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
        assert wrong == [], path
    assert [url for url in asked if not url.startswith(address)] == []


def test_every_link_leads_somewhere(example: Path) -> None:
    """Links within the site, to pages, files and places in pages."""
    dead = []
    ids: dict[Path, set[str]] = {}
    for path in example.rglob("*.html"):
        here = "/" + path.relative_to(example).as_posix().removesuffix("index.html")
        for link in re.findall(r'(?:href|src)="([^"]*)"', path.read_text("utf-8")):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, place = urljoin(here, unquote(link)).partition("#")
            found = example / (target.lstrip("/") + ("index.html" if target.endswith("/") else ""))
            if not found.is_file():
                dead.append(f"{here}: {link}")
            elif place:
                ids.setdefault(found, set(re.findall(r'id="([^"]+)"', found.read_text("utf-8"))))
                dead += [] if place in ids[found] else [f"{here}: {link}"]
    assert dead == []


def test_the_preview_follows_the_writer(context: BrowserContext, tmp_path: Path) -> None:
    """An edit is on the screen by itself, a mistake is shown over the page, and goes when it is mended."""
    root = copied(tmp_path / "project")
    fee = root / "data/fees/milk.yaml"
    right = fee.read_text("utf-8")
    with served(root, tmp_path / "log") as preview:
        page = context.new_page()
        wrong = watched(page)
        page.goto(f"{preview.address}fees/milk/")
        panel = page.locator("#preview_problems")
        expect(panel).to_be_hidden()

        right = right.replace("石桥镇奶站", "东门牛奶公司")
        fee.write_text(right, "utf-8")
        expect(page.locator("main")).to_contain_text("东门牛奶公司", timeout=PATIENCE * 1000)

        fee.write_text(right.replace("standard: 2.80", "standard: 两元"), "utf-8")
        expect(panel).to_be_visible(timeout=PATIENCE * 1000)
        expect(panel).to_contain_text("data/fees/milk.yaml:9:11")
        expect(panel).to_contain_text("1 to mend")
        expect(page.locator("main")).to_contain_text("东门牛奶公司")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

        fee.write_text(right, "utf-8")
        expect(panel).to_be_hidden(timeout=PATIENCE * 1000)
        # A page that is left gives up its connection for news; nothing else may go wrong.
        assert [line for line in wrong if "/-/events: net::ERR_ABORTED" not in line] == []
        page.close()
        assert preview.stop() == 0
