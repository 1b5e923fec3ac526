"""Files laid down by several processes, and the second tree that is ready before the next build needs it."""

import os
import stat
from functools import partial
from pathlib import Path

import pytest

from site_builder.edge import publish
from site_builder.edge.outcome import Published
from site_builder.edge.pool import crews
from site_builder.edge.publish import Publication, verify_live
from site_builder.edge.state import Entry, read_manifest
from site_builder.edge.tree import survey
from site_builder.edge.tree.lay import Shelf
from tests.edge import test_crash
from tests.edge.machine import Machine
from tests.edge.sites import Files, Site, read_tree

PAGES: Files = {f"fees/{number}/index.html": b"<p>%d" % number for number in range(40)} | {
    "index.html": b"<p>"
}


def lay(shelf: Shelf, file: tuple[str, bytes]) -> tuple[str, Entry, bool]:
    path, content = file
    return (path, *shelf.put(path, content, f"new key of {content!r}"))


def by_two(site: Site, files: Files) -> Published:
    """A publication whose files two processes lay down."""
    site.state.mkdir(exist_ok=True)
    with Publication(site.output, site.state) as publication, crews(2) as run:
        shelf = publication.shelf(files)
        assert isinstance(shelf, Shelf)
        for path, entry, new in run(partial(lay, shelf), files.items()):
            publication.took(path, entry, new)
        done = publication.commit(run)
    assert isinstance(done, Published)
    return done


def test_two_processes_make_what_one_makes(site: Site) -> None:
    before = os.umask(0o077)
    try:
        assert by_two(site, PAGES).made == tuple(sorted(PAGES))
    finally:
        os.umask(before)
    assert site.read() == PAGES
    modes = {stat.S_IMODE(path.stat().st_mode) for path in site.output.rglob("*") if path.is_file()}
    assert modes == {0o644}
    assert verify_live(site.output, read_manifest(site.state, site.output)) == ()
    assert site.publish({"index.html": b"alone"}).withdrawn == tuple(sorted(PAGES.keys() - {"index.html"}))
    assert site.litter() == set()


def test_old_content_on_the_shelf_publishes_nothing(site: Site) -> None:
    site.publish(PAGES)
    site.publish({**PAGES, "index.html": b"2"})
    before = {path: path.stat().st_ino for path in site.output.rglob("*")}
    assert by_two(site, {**PAGES, "index.html": b"2"}).made == ()
    assert {path: path.stat().st_ino for path in site.output.rglob("*")} == before
    assert site.litter() == set()
    known = Publication(site.output, site.state).known
    assert all(key.startswith("new key") for key in known.values())


def test_a_file_and_a_folder_change_places_on_the_shelf(site: Site) -> None:
    by_two(site, {"a": b"file", "b/c/d": b"deep"})
    by_two(site, {"a/x/y": b"deeper", "b": b"file"})
    by_two(site, {"a/x": b"less deep", "b/c": b"file"})
    assert site.read() == {"a/x": b"less deep", "b/c": b"file"}


def test_whoever_outlives_a_killed_build_reaches_nothing(site: Site) -> None:
    site.publish(PAGES)
    left = Publication(site.output, site.state).shelf(PAGES)
    assert isinstance(left, Shelf)
    with Publication(site.output, site.state) as publication:
        publication.put("index.html", b"next")
        with pytest.raises(FileNotFoundError):
            left.put("fees/late/index.html", b"late", "")
        publication.commit()
    assert site.read() == {"index.html": b"next"}
    assert site.litter() == set()


def test_after_a_large_publication_both_trees_are_alike(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_MANY", 20)
    site.output.mkdir()
    (site.output / "CNAME").write_bytes(b"theirs")
    site.publish(PAGES)
    assert read_tree(site.state / "trees/spare") == site.read() == {**PAGES, "CNAME": b"theirs"}
    assert site.litter() == set()

    def must_not(*_: object, **__: object) -> None:
        raise AssertionError("read or linked what is known")

    monkeypatch.setattr(survey, "digest_of", must_not)
    monkeypatch.setattr(os, "link", must_not)
    assert site.publish({**PAGES, "index.html": b"2"}).made == ("index.html",)


def test_a_file_that_came_late_is_brought_back_before_the_trees_are_made_alike(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)
    monkeypatch.setattr(publish, "_MANY", 20)
    late = site.output / "fees/7/late.txt"
    with monkeypatch.context() as now:
        now.setattr("site_builder.edge.tree.turn.make_durable", lambda *_: late.write_bytes(b"late"))
        site.publish({path: content + b"2" for path, content in PAGES.items()})
    assert late.read_bytes() == b"late"
    site.publish(PAGES)
    assert site.read() == {**PAGES, "fees/7/late.txt": b"late"}


@pytest.mark.parametrize("trouble", ["kill", "torn", "ENOSPC"])
def test_whatever_goes_wrong_while_the_trees_are_made_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(publish, "_MANY", 0)
    for site, _ in test_crash.every_call(tmp_path, Machine(monkeypatch), trouble):
        assert test_crash.old_or_new(site)
        test_crash.and_then_all_is_well(site)
