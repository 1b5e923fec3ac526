"""The preview follows whoever writes: every saved file at once, mistakes with their place, and it ends when told to."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview import Preview, codes, served, until, wait_until
from tests.small import PATIENCE, build, contents, copied


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path / "project")


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[Preview]:
    """A preview that has ended in an orderly way when the test is over."""
    with served(root, tmp_path / "log") as running:
        yield running
        assert running.stop() == 0


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.pdf
def test_every_address(preview: Preview, root: Path) -> None:
    before = contents(root)
    page = preview.ask("/fees/milk/")
    assert page.status == 200
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert "学生饮用奶费" in preview.page("/fees/milk/")
    assert '<script src="/-/overlay.js" data-version="' in preview.page("/")
    assert "EventSource" in preview.page("/-/overlay.js")
    assert "#preview_problems" in preview.page("/-/overlay.css")
    assert preview.ask("/fees/milk").headers["Location"] == "/fees/milk/"
    assert preview.page("/static/own.css") == (root / "templates/static/own.css").read_text("utf-8")
    assert preview.page("/files/form.csv") == (root / "content/files/form.csv").read_text("utf-8")
    sheet = preview.ask("/fees/milk/milk.pdf")
    assert (sheet.status, sheet.headers["Content-Type"]) == (200, "application/pdf")
    assert sheet.body.startswith(b"%PDF-")
    missing = preview.ask("/nothing/here/")
    assert missing.status == 404
    assert b"<h1" in missing.body
    assert preview.ask("/../data/site.yaml").status == 404
    assert preview.ask("/files/../../data/site.yaml").status == 404
    head = preview.ask("/fees/milk/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert contents(root) == before, "a preview writes nothing"


def test_other_names_for_this_machine_are_refused(preview: Preview) -> None:
    assert preview.ask("/", Host="office.example.org").status == 403
    assert preview.ask("/-/events", Host="office.example.org").status == 403
    assert preview.ask("/", Host="localhost:8000").status == 200


def test_news_of_every_edit(preview: Preview, root: Path) -> None:
    fee, news = root / "data/fees/milk.yaml", preview.news()
    first = next(news)
    assert first["problems"] == []
    assert f'data-version="{first["version"]}"' in preview.page("/")

    change(fee, "石桥镇奶站", "东门牛奶公司")
    second = wait_until(news, lambda state: state["version"] != first["version"])
    assert "东门牛奶公司" in preview.page("/fees/milk/")
    assert f'data-version="{second["version"]}"' in preview.page("/fees/milk/")

    change(fee, "standard: 2.80", "standard: 两元")
    broken = wait_until(news, lambda state: state["problems"])
    (problem,) = broken["problems"]
    assert problem["severity"] == broken["worst"] == "error"
    assert problem["place"].startswith("data/fees/milk.yaml:9:")
    assert broken["version"] == second["version"], "the page is still the last good one"
    assert "2.80" in preview.page("/fees/milk/")

    change(fee, "standard: 两元", "standard: 2.90")
    wait_until(news, lambda state: not state["problems"])
    assert "2.90" in preview.page("/fees/milk/")


def test_news_of_files_that_come_and_go(preview: Preview, root: Path) -> None:
    news = preview.news()
    next(news)
    meters, away = root / "data/registers/meters.yaml", root / "meters.yaml"
    meters.rename(away)
    wait_until(news, lambda _: preview.ask("/registers/meters/").status == 404)
    assert "水表抄表" not in preview.page("/registers/")
    away.rename(meters)
    wait_until(news, lambda _: preview.ask("/registers/meters/").status == 200)

    (root / "content/files/more.txt").write_text("更多", "utf-8")
    wait_until(
        news, lambda state: [one["place"] for one in state["problems"]] == ["content/files/more.txt:1:1"]
    )
    (root / "data/bases/food-safety.yaml").unlink()
    assert "REF-01" in codes(wait_until(news, lambda state: state["worst"] == "error"))


def test_news_of_the_design(preview: Preview, root: Path) -> None:
    news, template = preview.news(), root / "templates/fees.html"
    version = next(news)["version"]
    change(template, 'class="lead"', 'class="lead big"')
    version = wait_until(news, lambda state: state["version"] != version)["version"]
    assert "lead big" in preview.page("/fees/milk/")
    (root / "templates/static/own.css").write_text("b { order: 9 }\n", "utf-8")
    version = wait_until(news, lambda state: state["version"] != version)["version"]
    assert preview.page("/static/own.css") == "b { order: 9 }\n"
    template.write_text("{% if %}", "utf-8")
    assert wait_until(news, lambda state: state["problems"])["problems"][0]["place"].startswith(
        "templates/fees.html:1"
    )
    assert "lead big" in preview.page("/fees/milk/")
    template.unlink()
    wait_until(news, lambda state: not state["problems"])
    assert "lead big" not in preview.page("/fees/milk/")


def test_a_flood_of_changes(preview: Preview, root: Path) -> None:
    """Files that come, change and go while they are read: in the end the preview shows what a clean build would."""
    news = preview.news()
    next(news)
    pages = [root / f"content/flood-{number}.md" for number in range(60)]
    for turn in range(5):
        for page in pages:
            page.write_text(f"---\ntitle: 第{turn}次\n---\n{page.stem}\n", "utf-8")
        for page in pages[turn::3]:
            page.unlink(missing_ok=True)
    assert build(root).code == 0
    output = root / "output"

    def settled() -> bool:
        paths = [f"/{page.stem}/" for page in pages]
        there = [path for path in paths if preview.ask(path).status == 200]
        return there == [path for path in paths if (output / path.strip("/")).exists()]

    until(settled)
    shown = preview.page(f"/{next(output.glob('flood-*')).name}/")
    assert "第4次" in shown


def test_begun_with_errors(root: Path, tmp_path: Path) -> None:
    """The terminal and the browser tell of them; mended, the site is there."""
    change(root / "data/site.yaml", "pupils: 240", "pupils: viele")
    with served(root, tmp_path / "log") as preview:
        assert "data/site.yaml:11:9: error" in preview.log.read_text("utf-8")
        news = preview.news()
        assert next(news)["worst"] == "error"
        assert "/-/overlay.js" in preview.page("/fees/")
        change(root / "data/site.yaml", "pupils: viele", "pupils: 241")
        wait_until(news, lambda state: not state["problems"])
        assert "学生饮用奶费" in preview.page("/fees/")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_when_told_with_all_its_processes(root: Path, tmp_path: Path, number: signal.Signals) -> None:
    """Also where a shell has started it in the background, and while a browser listens."""
    with served(root, tmp_path / "log", ignoring=True) as preview:
        next(preview.news())
        assert preview.stop(number) == 0


def test_killed_it_leaves_no_process(root: Path, tmp_path: Path) -> None:
    with served(root, tmp_path / "log") as preview:
        preview.process.kill()
        assert preview.process.communicate(timeout=PATIENCE)[1] == ""


def test_a_port_that_is_taken(preview: Preview, root: Path, tmp_path: Path) -> None:
    with served(root, tmp_path / "other", "--port", preview.address.rstrip("/").rpartition(":")[2]) as other:
        other.process.communicate(timeout=PATIENCE)
        assert other.process.returncode == 3
    assert "--port 0" in (tmp_path / "other").read_text("utf-8")
