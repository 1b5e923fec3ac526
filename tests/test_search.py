"""The search finds what is on the page, from little, and its index follows every edit."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.model.found import Page
from site_builder.stages import index
from site_builder.stages.glean import glean, page_id, seen
from site_builder.stages.letters import place
from site_builder.stages.sheaf import bind, gather
from tests.bench.corpus import items
from tests.lookup import Lookup, texts
from tests.small import HOME, build, contents, copied, signs


def substrings(pages: dict[str, str], count: int, dice: random.Random) -> Iterator[str]:
    """Two to six characters from anywhere, without a space or the end of a line in them."""
    names = sorted(pages)
    while count:
        text = pages[dice.choice(names)]
        length, at = dice.randint(2, 6), dice.randrange(len(text))
        if re.fullmatch(rf"\S{{{length}}}", found := text[at : at + length]):
            yield found
            count -= 1


def test_a_thousand_substrings_are_found_on_every_page_that_shows_them(example: Path) -> None:
    pages = texts(example)
    lookup = Lookup(example / "search")
    folded = {path: index.folded(text) for path, text in pages.items()}
    costs = []
    for word in substrings(pages, 1_000, random.Random(7)):
        shown = {path for path, text in folded.items() if index.folded(word) in text}
        found = lookup.search(word)
        assert shown <= set(found), word
        # The front page is found by what stands above and below every page, too.
        assert set(found) - shown <= {""}, word
        lookup.search(word, whole=False)
        costs.append(sum(lookup.loaded.values()))
    assert sorted(costs)[500] < 60_000
    assert sorted(costs)[950] < 100_000


def test_a_search_among_three_thousand_pages_loads_less_than_a_hundred_kilobytes(tmp_path: Path) -> None:
    found = []
    for item in items(3_000):
        day = item.day.isoformat()
        path = f"{item.kind}/{item.id}/"
        text = f"{item.title}\n总务处\n{day}\n{item.amount}\n{seen(item.body)}"
        found.append(Page(page_id(path, day), path, item.title, "通知公告", day, "", text))
    publish(found, tmp_path)
    pages = {page.path: page.text for page in found}
    lookup = Lookup(tmp_path)
    for word in substrings(pages, 150, random.Random(3)):
        lookup.search(word, whole=False)
        assert sum(lookup.loaded.values()) <= 100_000, word
    for word in substrings(pages, 25, random.Random(4)):
        wanted = {path for path, text in pages.items() if index.folded(word) in index.folded(text)}
        assert set(lookup.search(word)) == wanted, word


def publish(pages: list[Page], folder: Path) -> None:
    """The index of pages as files."""
    made = bind([gather(pages[::2]), gather(pages[1::2])])
    for name in made.names():
        path = folder / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.file(name))


def test_scripts_are_small(example: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in (example / "static").glob("*.js")}
    assert sizes["search.js"] <= 10_000
    assert sum(sizes.values()) <= 15_000


def test_an_edit_touches_little_of_the_index_and_it_is_that_of_a_clean_build(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    before = signs(root / "output/search")
    page = root / "content/about.md"
    page.write_text(page.read_text("utf-8") + "\n独一无二的话。\n", "utf-8")
    assert build(root).code == 0
    after = signs(root / "output/search")
    written = [name for name in after if after[name] != before.get(name)]
    assert len(written) < len(after) / 2
    assert Lookup(root / "output/search").search("无二的话") == ["about/"]
    assert build(root, "--output", tmp_path / "afresh").code == 0
    assert contents(root / "output") == contents(tmp_path / "afresh")


def test_pages_of_one_id_are_told_apart(tmp_path: Path) -> None:
    """Ids are short, so two pages may share one; neither hides the other, and the going of one leaves the other."""
    known: dict[str, str] = {}
    for number in range(2_000):
        name = f"page-{number}"
        other = known.setdefault(page_id(f"{name}/", ""), name)
        if other != name:
            break
    root = copied(tmp_path / "project")
    for one, word in ((name, "甲乙丙"), (other, "甲乙丁")):
        (root / f"content/{one}.md").write_text(f"---\ntitle: {one}\n---\n{word}\n", "utf-8")
    assert build(root).code == 0
    lookup = Lookup(root / "output/search")
    assert sorted(lookup.search("甲乙")) == sorted([f"{name}/", f"{other}/"])
    assert lookup.search("甲乙丁") == [f"{other}/"]
    (root / f"content/{name}.md").unlink()
    assert build(root).code == 0
    assert lookup.search("甲乙") == [f"{other}/"]
    assert build(root, "--output", tmp_path / "afresh").code == 0
    assert contents(root / "output") == contents(tmp_path / "afresh")


def test_a_damaged_index_is_made_again(tmp_path: Path) -> None:
    root = copied(tmp_path / "project")
    assert build(root).code == 0
    before = contents(root / "output")
    next((root / "output/search/pairs").glob("*.js")).write_text("found()")
    (root / "output/search/texts/0.js").unlink()
    assert build(root).code == 0
    assert contents(root / "output") == before


def test_what_readers_see_is_gleaned() -> None:
    text = "<h1>校<b>服</b></h1><p>一&amp;二\n三<script>x</script></p>四"
    html = f'<main data-kind="收费" data-day="2026-03">{text}</main>'
    page = glean("fees/uniform/", html)
    assert (page.title, page.kind, page.day) == ("校服", "收费", "2026-03")
    assert page.text == "校服\n一&二 三\n四"


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("2026年春季学期工作计划", "G"),
        ("《收费目录》", "S"),
        ("座位", "Z"),
        ("安全", "A"),
        ("Zebra", "Z"),
        ("2026", "#"),
        ("祚", "#"),
    ],
)
def test_titles_stand_under_their_letter(title: str, letter: str) -> None:
    assert place(title)[0] == letter


@pytest.mark.browser
def test_in_a_browser_without_a_server(chromium: Browser, example: Path) -> None:
    """Opened from the disk; the browser finds what the search of these tests finds."""
    pages, lookup = texts(example), Lookup(example / "search")
    page = chromium.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((example / "index.html").as_uri())
    for word in ("校服", "Ａ4", *substrings(pages, 20, random.Random(5))):
        page.fill("#page_search", word)
        with page.expect_navigation():
            page.press("#page_search", "Enter")
        page.wait_for_selector("#search_hits[data-done]", state="attached")
        while page.locator("#search_more").is_visible():
            page.click("#search_more")
            page.wait_for_timeout(50)
        links = page.eval_on_selector_all(
            "#search_hits a", "links => links.map(link => link.getAttribute('href'))"
        )
        found = {link.removeprefix("../").removesuffix("index.html") for link in links}
        assert found == set(lookup.search(word)), word
        marks = {index.folded(mark) for mark in page.locator("#search_hits mark").all_inner_texts()}
        assert marks <= {index.folded(word)}, word
    page.goto(f"{(example / 'search/index.html').as_uri()}?k=采购招标&y=2026")
    page.wait_for_selector("#search_hits li")
    kinds = page.locator("#search_hits .fine").all_inner_texts()
    assert kinds
    assert all(kind.startswith("采购招标 · 2026年") for kind in kinds)
    assert wrong == []


def test_the_index_without_scripts_names_every_record(example: Path) -> None:
    linked = set()
    for path in (example / "search").rglob("index.html"):
        linked |= set(
            re.findall(r'<li><a href="(?:\.\./)+([a-z-]+/[a-z0-9-]+)/"><span>', path.read_text("utf-8"))
        )
    lists = {path.name for path in (HOME / "data").iterdir()}
    records = {path for path in texts(example) if path.count("/") == 2 and path.split("/")[0] in lists}
    assert records
    assert {f"{path}/" for path in linked} >= {
        path for path in records if not path.split("/")[1].isdigit() or "budgets" in path
    }
