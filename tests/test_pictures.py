"""Pictures in texts, from the file of an office to what a reader's telephone fetches."""

import io
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from site_builder.edge import attachments
from site_builder.model.corpus import Entry
from site_builder.render import raster
from site_builder.stages.attachments.pictures import picture_leaks
from site_builder.stages.pictures import EMBLEM, Use, versions
from tests.small import build, contents, copied, here, signs

PAGE = "---\ntitle: 学校简介\nmenu: 1\n---\n![操场和教学楼](/files/yard.jpg)\n\n{more}[收费](/fees/)\n"


def photograph(path: Path, size: tuple[int, int] = (2400, 1600), note: str = "Phone 12") -> None:
    """A photograph such as a telephone takes, with what it notes down of itself."""
    made = Image.effect_noise((size[0] // 8, size[1] // 8), 60).resize(size).convert("RGB")
    ImageDraw.Draw(made).rectangle((0, 0, size[0] // 2, size[1] // 2), fill=(90, 140, 60))
    exif = Image.Exif()
    exif[0x0110] = note
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path, "JPEG", quality=95, exif=exif)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = copied(tmp_path / "project")
    (made / "content/about.md").write_text(PAGE.format(more="[表](/files/form.csv)\n\n"), "utf-8")
    photograph(made / "content/files/yard.jpg")
    return made


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def told(root: Path) -> str:
    return here("check", root, "--as-of", "2026-04-20", "--workers", "1", "--lang", "en").out


def test_a_page_names_sizes_that_are_there(root: Path) -> None:
    assert build(root).code == 0
    page = (root / "output/about/index.html").read_text("utf-8")
    (element,) = re.findall(r'<img alt="操场和教学楼"[^>]*>', page)
    assert 'src="../files/yard.jpg"' in element
    assert 'srcset="../files/720/yard.jpg 720w, ../files/yard.jpg 1440w"' in element
    assert 'width="1440" height="960" loading="lazy" decoding="async"' in element
    for place, size in (("yard.jpg", (1440, 960)), ("720/yard.jpg", (720, 480))):
        published = root / "output/files" / place
        assert opened(published).size == size
        assert not opened(published).getexif()
        assert not list(picture_leaks(published.read_bytes()))
        assert published.stat().st_size < (root / "content/files/yard.jpg").stat().st_size / 2
    assert b"Phone 12" not in (root / "output/files/yard.jpg").read_bytes()


def test_in_a_further_language_and_on_a_disk_the_same_files_are_named(root: Path) -> None:
    assert build(root, "--offline").code == 0
    page = (root / "output/en/about/index.html").read_text("utf-8")
    assert 'src="../../files/yard.jpg"' in page
    assert 'srcset="../../files/720/yard.jpg 720w, ../../files/yard.jpg 1440w"' in page


def test_what_is_taken_along_stays_as_large_as_it_is(root: Path) -> None:
    more = "[照片](/files/yard.jpg)\n\n[表](/files/form.csv)\n\n"
    (root / "content/about.md").write_text(PAGE.format(more=more), "utf-8")
    assert build(root).code == 0
    assert opened(root / "output/files/yard.jpg").size == (2400, 1600)
    page = (root / "output/about/index.html").read_text("utf-8")
    assert 'src="../files/1440/yard.jpg"' in page
    assert "files/yard.jpg 2400w" not in page


def test_an_unchanged_picture_is_neither_read_nor_made_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(root).code == 0
    before = signs(root / "output/files")

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(raster, "size_of", never)
    monkeypatch.setattr(raster, "render_picture", never)
    # Keys stand for what made a file, so an edit elsewhere leaves the pictures alone.
    notes = root / "content/index.md"
    notes.write_text(notes.read_text("utf-8") + "\n又一句。\n", "utf-8")
    assert build(root).code == 0
    assert signs(root / "output/files") == before


def test_a_changed_picture_is_made_again_and_a_clean_build_is_the_same(root: Path) -> None:
    assert build(root).code == 0
    photograph(root / "content/files/yard.jpg", (1000, 1500))
    assert build(root).code == 0
    assert opened(root / "output/files/yard.jpg").size == (1000, 1500)
    again = contents(root / "output")
    shutil.rmtree(root / ".site-builder")
    shutil.rmtree(root / "output")
    assert build(root).code == 0
    assert contents(root / "output") == again


def test_a_picture_for_some_readers_only_is_not_published(root: Path) -> None:
    page = root / "content/about.md"
    page.write_text(page.read_text("utf-8").replace("menu: 1", "menu: 1\naudience: internal"), "utf-8")
    assert build(root).code == 0
    assert not list((root / "output").rglob("yard.jpg"))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), "PIC-01"),
        (lambda path: path.write_bytes(b"no picture"), "PIC-01"),
        (lambda path: Image.new("RGB", (9, 9)).save(path, "PNG"), "PIC-02"),
        (lambda path: Image.new("1", (9000, 9000)).save(path, "JPEG"), "PIC-03"),
    ],
    ids=["cut off", "no picture", "another ending", "huge"],
)
def test_a_bad_picture_is_told_and_the_site_stays(root: Path, spoil: object, code: str) -> None:
    assert build(root).code == 0
    before = contents(root / "output")
    assert callable(spoil)
    spoil(root / "content/files/yard.jpg")
    said = build(root)
    assert said.code == 1
    assert f"content/files/yard.jpg:1:1: error {code}" in said.out
    assert contents(root / "output") == before


def test_what_was_not_looked_into_is_not_published(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes between being looked into and being read stops the build."""
    looked = attachments.named_files

    def changed(entries: Iterable[Entry[Any]]) -> dict[str, list[Entry[Any]]]:
        photograph(root / "content/files/yard.jpg", note="Phone 13")
        return looked(entries)

    monkeypatch.setattr("site_builder.edge.assemble.named_files", changed)
    said = build(root)
    assert said.code == 1
    assert "build again" in said.out
    assert not (root / "output/index.html").exists()
    monkeypatch.undo()
    assert build(root).code == 0


def test_what_is_no_picture_is_not_shown_as_one(root: Path) -> None:
    (root / "content/about.md").write_text(PAGE.format(more="![表](/files/form.csv)\n\n"), "utf-8")
    assert "PIC-05" in told(root)


def test_an_emblem_is_as_large_as_it_is_shown() -> None:
    assert versions("a.png", 2000, Use()) == {"files/a.png": EMBLEM}
    assert versions("a.png", 100, Use()) == {"files/a.png": 100}


def test_endings_of_pictures_are_known_in_one_way() -> None:
    assert set(raster.FORMATS) == attachments.PICTURES


def test_any_text_of_a_record_may_show_a_picture_and_lead_to_a_file(root: Path) -> None:
    photograph(root / "content/files/lesson.jpg")
    notice = root / "data/notices/form.yaml"
    notice.write_text(
        "title: 公示结果\ntype: announcement\nstarts_on: 2026-03-02\npublished_on: 2026-03-02\nbody: 结果如下。\n"
        "result: |\n  没有异议。\n\n  ![公示栏](/files/lesson.jpg)\n\n  见[记录](/files/record.csv)。\n",
        "utf-8",
    )
    (root / "content/files/record.csv").write_text("日期,事项\n2026-03-09,没有异议\n", "utf-8")
    said = build(root)
    assert said.code == 0, said
    page = (root / "output/notices/form/index.html").read_text("utf-8")
    (element,) = re.findall(r'<img alt="公示栏"[^>]*>', page)
    assert 'src="../../files/lesson.jpg"' in element
    assert 'width="1440" height="960"' in element
    assert (root / "output/files/lesson.jpg").exists()
    assert (root / "output/files/record.csv").exists()
