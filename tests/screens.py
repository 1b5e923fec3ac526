"""How the pages look: a page of each sort on a telephone, a desk, in the dark and on paper, for people to look at.

python -m tests.screens [FOLDER]
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from site_builder.edge.needs import browser as installed
from tests.hosting import QUIET
from tests.small import DAY, HOME, run

PAGES = {
    "home": "",
    "budget": "budgets/2026/",
    "budget-level": "budgets/2026/goods-services/",
    "fee-board": "fees/",
    "fee": "fees/lunch/",
    "tender-list": "tenders/",
    "tender": "tenders/2026-cleaning/",
    "plan": "plans/2026-spring/",
    "calendar": "schedules/2026-04/",
    "notice": "notices/fees-2026-spring/",
    "register": "registers/fire-equipment-2025-2026/",
    "compliance": "compliance/",
}
"""A page of each sort that readers meet, by what it is called here."""
VIEWS: dict[str, tuple[int, Literal["light", "dark"]]] = {
    "phone": (390, "light"),
    "desk": (1280, "light"),
    "dark": (1280, "dark"),
}
_WIDTH, _TALL, _GAP = 300, 900, 10


def built(folder: Path) -> Path:
    """The example site without its sheets, to be opened from the disk."""
    said = run("build", HOME, "--output", folder, "--as-of", DAY, "--only", "html", "--offline")
    assert said.code == 0, said.err
    return folder


def pictures(browser: Browser, site: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Every page in every view, and as it is printed, where a long page gives several pictures."""
    for view, (width, scheme) in VIEWS.items():
        size: ViewportSize = {"width": width, "height": 800}
        with browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=False) as visitor:
            page = visitor.new_page()
            for name, path in PAGES.items():
                page.goto(_address(site, path))
                page.screenshot(path=folder / f"{name}-{view}.png", full_page=True)
                yield name, folder / f"{name}-{view}.png"
    page = browser.new_page()
    for name, path in PAGES.items():
        page.goto(_address(site, path))
        page.pdf(path=folder / f"{name}.pdf", prefer_css_page_size=True)
        subprocess.run(
            ["pdftoppm", "-r", "72", "-png", f"{name}.pdf", f"{name}-paper"], cwd=folder, check=True
        )
        yield from ((name, one) for one in sorted(folder.glob(f"{name}-paper-*.png")))


def _address(site: Path, path: str) -> str:
    return (site / path / "index.html").as_uri()


def contact_sheet(taken: list[tuple[str, Path]], target: Path) -> Path:
    """The upper part of the pictures in one: a row a page, and no more than three printed sheets in it."""
    rows = [[file for owner, file in taken if owner == name][: len(VIEWS) + 3] for name in PAGES]
    wide = max(map(len, rows)) * (_WIDTH + _GAP)
    whole = Image.new("RGB", (wide, len(rows) * (_TALL + _GAP)), "#777777")
    for down, row in enumerate(rows):
        for across, file in enumerate(row):
            with Image.open(file) as picture:
                part = picture.convert("RGB").crop((0, 0, picture.width, picture.width * _TALL // _WIDTH))
            whole.paste(part.resize((_WIDTH, _TALL)), (across * (_WIDTH + _GAP), down * (_TALL + _GAP)))
    whole.save(target)
    return target


def screens(folder: Path) -> Path:
    """All pictures and, of all of them, one."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.png"), *folder.glob("*.pdf")):
        old.unlink()
    site = built(folder / "site")
    with (
        sync_playwright() as tools,
        tools.chromium.launch(
            executable_path=installed(), args=[*QUIET, "--allow-file-access-from-files"]
        ) as browser,
    ):
        return contact_sheet(list(pictures(browser, site, folder)), folder / "screens.png")


if __name__ == "__main__":
    print(screens(Path(sys.argv[1] if sys.argv[1:] else "build/screenshots").absolute()))
