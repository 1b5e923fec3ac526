"""What is published, what is left alone and what is refused."""

import errno
import os
import random
import shutil
import stat
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from site_builder.edge.outcome import Published, PublishError, Reason, Refusal
from site_builder.edge.publish import Publication, verify_live
from site_builder.edge.state import read_manifest
from site_builder.edge.tree import swap
from site_builder.edge.tree.names import check_path, check_together, refuse_place
from tests.edge.machine import part_the_disks
from tests.edge.sites import Files, Site

DURABLE = "site_builder.edge.tree.turn.make_durable"
PAGES: Files = {
    "index.html": b"<p>list",
    "fees/lunch/index.html": b"<p>12.50",
    "fees/lunch/data.csv": b"12.50",
}


def inodes(site: Site) -> dict[str, int]:
    return {str(path.relative_to(site.output)): path.stat().st_ino for path in site.output.rglob("*.*")}


def test_what_is_put_stands_there_and_nothing_else(site: Site) -> None:
    done = site.publish(PAGES)
    assert site.read() == PAGES
    assert done == Published(made=tuple(sorted(PAGES)), kept=0, withdrawn=(), foreign=())


def test_output_is_a_plain_folder_of_plain_files(site: Site) -> None:
    site.publish(PAGES)
    assert not site.output.is_symlink()
    assert all(stat.S_ISREG(path.lstat().st_mode) or path.is_dir() for path in site.output.rglob("*"))


def test_the_umask_does_not_decide_who_may_read(site: Site) -> None:
    before = os.umask(0o077)
    try:
        site.publish(PAGES)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in site.output.rglob("*") if path.is_file()}
    folders = {
        stat.S_IMODE(path.stat().st_mode) for path in [site.output, *site.output.rglob("*")] if path.is_dir()
    }
    assert (modes, folders) == ({0o644}, {0o755})


def test_changed_pages_are_new_files_and_all_others_stay(site: Site) -> None:
    for text in (b"1", b"2", b"3"):
        site.publish({**PAGES, "index.html": text})
    before = inodes(site)
    done = site.publish({**PAGES, "index.html": b"4"})
    assert (done.made, done.kept) == (("index.html",), 2)
    assert {path for path, inode in inodes(site).items() if before[path] != inode} == {"index.html"}


def test_a_file_once_published_never_changes_under_a_reader(site: Site) -> None:
    site.publish(PAGES)
    with (site.output / "index.html").open("rb") as reader:
        for text in (b"1", b"2", b"3", b"4"):
            site.publish({**PAGES, "index.html": text})
        assert reader.read() == PAGES["index.html"]


def test_withdrawn_pages_go_with_their_folders(site: Site) -> None:
    site.publish(PAGES)
    done = site.publish({"index.html": b"<p>list"})
    assert done.withdrawn == ("fees/lunch/data.csv", "fees/lunch/index.html")
    assert site.read() == {"index.html": b"<p>list"}


def test_a_file_may_become_a_folder_and_back(site: Site) -> None:
    shapes: list[Files] = [
        {"a": b"file"},
        {"a/b": b"deeper"},
        {"a/b/c": b"deepest"},
        {"a": b"file"},
        {"a/x": b""},
    ]
    for shape in shapes * 2:
        site.publish(shape)
        assert site.read() == shape


def test_nothing_changed_writes_nothing(site: Site) -> None:
    site.publish(PAGES)
    before = {path: path.lstat().st_ctime_ns for path in site.root.rglob("*")}
    done = site.publish(PAGES)
    assert (done.made, done.kept, done.withdrawn) == ((), 3, ())
    assert {path: path.lstat().st_ctime_ns for path in site.root.rglob("*")} == before


def test_new_keys_for_old_content_are_remembered_and_nothing_is_published(site: Site) -> None:
    site.publish(PAGES)
    before = inodes(site)
    with Publication(site.output, site.state) as publication:
        for path, content in PAGES.items():
            publication.put(path, content, "another key")
        done = publication.commit()
    assert isinstance(done, Published)
    assert done.made == ()
    assert inodes(site) == before
    assert set(Publication(site.output, site.state).known.values()) == {"another key"}


def test_leaving_without_commit_changes_nothing(site: Site) -> None:
    site.publish(PAGES)
    with Publication(site.output, site.state) as publication:
        publication.put("index.html", b"never seen")
    assert site.read() == PAGES
    site.publish({**PAGES, "new.html": b""})
    assert site.read() == {**PAGES, "new.html": b""}
    assert site.litter() == set()


def test_digests_are_those_of_the_content(site: Site) -> None:
    site.publish(PAGES)
    with Publication(site.output, site.state) as publication:
        publication.keep("index.html")
        told = publication.put("a.txt", b"abc")
        assert told == publication.digest("a.txt")
        assert told.startswith("ba7816bf8f01cfea")
        assert len(publication.digest("index.html")) == 64


# Files of ours that somebody spoiled.


@pytest.mark.parametrize(
    "spoil", ["edit", "replace", "remove", "link", "hide", "same size and time", "folder mode"]
)
def test_what_somebody_did_to_our_files_is_seen_and_mended(site: Site, spoil: str) -> None:
    site.publish(PAGES)
    site.publish({**PAGES, "extra.html": b""})
    page = site.output / "fees/lunch/index.html"
    old = page.stat()
    if spoil == "edit":
        with page.open("ab") as file:
            file.write(b"more")
    elif spoil == "replace":
        (site.root / "other").write_bytes(b"other")
        (site.root / "other").replace(page)
    elif spoil == "remove":
        shutil.rmtree(page.parent)
    elif spoil == "link":
        page.unlink()
        page.symlink_to("/etc/hostname")
    elif spoil == "hide":
        page.chmod(0o600)
    elif spoil == "same size and time":
        page.write_bytes(b"<p>99.50")
        os.utime(page, ns=(old.st_atime_ns, old.st_mtime_ns))
    else:
        page.parent.chmod(0o700)
    seen = verify_live(site.output, read_manifest(site.state, site.output))
    assert ("fees/lunch/index.html" in seen) == (spoil != "folder mode")
    for _ in range(2):
        site.publish({**PAGES, "extra.html": b""})
        assert site.read() == {**PAGES, "extra.html": b""}
        assert stat.S_IMODE(page.lstat().st_mode) == 0o644
        assert stat.S_IMODE(page.parent.stat().st_mode) == 0o755
        assert verify_live(site.output, read_manifest(site.state, site.output)) == ()
        site.publish(PAGES)
        assert stat.S_IMODE(page.parent.stat().st_mode) == 0o755


def test_a_removed_output_folder_is_published_anew(site: Site) -> None:
    site.publish(PAGES)
    shutil.rmtree(site.output)
    assert not Publication(site.output, site.state).known
    site.publish(PAGES)
    assert site.read() == PAGES


def test_files_that_were_only_touched_are_known_again_by_their_content(site: Site) -> None:
    site.publish(PAGES)
    for path in PAGES:
        (site.output / path).touch()
    done = site.publish(PAGES)
    assert (done.made, done.kept) == ((), 3)
    before = {path: path.lstat().st_ctime_ns for path in site.root.rglob("*")}
    site.publish(PAGES)
    assert {path: path.lstat().st_ctime_ns for path in site.root.rglob("*")} == before


# Files of others.


def test_what_others_put_there_goes_along_unharmed(site: Site) -> None:
    site.publish(PAGES)
    own = site.output
    (own / ".git/objects/ab").mkdir(parents=True)
    (own / ".git/objects/ab/cd").write_bytes(b"blob")
    (own / ".git/hooks").mkdir(mode=0o711)
    (own / "fees/note.txt").write_bytes(b"mine")
    (own / "latest").symlink_to("fees/lunch")
    (own / "nowhere").symlink_to("/not/there")
    os.mkfifo(own / "pipe")
    os.utime(own / ".git/hooks", ns=(1, 1_000_000_007))
    (own / "fees/note.txt").chmod(0o640)
    os.utime(own / "fees/note.txt", ns=(1, 1_000_000_009))
    before = {
        path: path.lstat() for path in own.rglob("*") if ".git" in path.parts or path.name == "note.txt"
    }
    for text in (b"1", b"2", b"3"):
        done = site.publish({**PAGES, "index.html": text})
        assert done.foreign == (".git/objects/ab/cd", "fees/note.txt", "latest", "nowhere", "pipe")
        for path, status in before.items():
            now = path.lstat()
            assert (now.st_mode, now.st_mtime_ns) == (status.st_mode, status.st_mtime_ns), path
        assert (own / "latest").readlink() == Path("fees/lunch")
        assert (own / "nowhere").readlink() == Path("/not/there")
        assert (own / "fees/note.txt").read_bytes() == b"mine"
        assert (own / ".git/objects/ab/cd").stat().st_ino == before[own / ".git/objects/ab/cd"].st_ino
        assert stat.S_ISFIFO((own / "pipe").lstat().st_mode)


def test_others_may_change_and_remove_their_files_at_any_time(site: Site) -> None:
    page = iter(range(100))
    for name in ("CNAME", "fees/note.txt", "own/deep/file"):
        site.publish({**PAGES, "index.html": b"%d" % next(page)})
        path = site.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for text in (b"1", b"2"):
            (site.root / "new").write_bytes(text)
            (site.root / "new").replace(path)
            for _ in range(2):
                site.publish({**PAGES, "index.html": b"%d" % next(page)})
                assert path.read_bytes() == text
        path.unlink()
        for _ in range(3):
            site.publish({**PAGES, "index.html": b"%d" % next(page)})
            assert not path.exists()
    assert (site.output / "own/deep").is_dir()


def test_a_folder_of_others_stays_when_our_page_in_it_goes(site: Site) -> None:
    (site.output / ".well-known").mkdir(parents=True)
    site.publish({**PAGES, ".well-known/security.txt": b"Contact:"})
    site.publish(PAGES)
    assert site.read() == {**PAGES, ".well-known/": b""}


def test_the_first_publication_may_find_files_of_others(site: Site) -> None:
    site.output.mkdir(mode=0o750)
    (site.output / ".gitkeep").touch()
    site.publish(PAGES)
    assert site.read() == {**PAGES, ".gitkeep": b""}
    assert stat.S_IMODE(site.output.stat().st_mode) == 0o750


@pytest.mark.parametrize(
    ("theirs", "reason", "named"),
    [
        ("index.html", Reason.FOREIGN_FILE, "index.html"),
        ("fees", Reason.FOREIGN_FILE, "fees"),
        ("index.html/", Reason.FOREIGN_FOLDER, "index.html"),
        ("index.html/deep/", Reason.FOREIGN_FOLDER, "index.html"),
        ("fees@", Reason.FOREIGN_FILE, "fees"),
        ("index.html@", Reason.FOREIGN_FILE, "index.html"),
    ],
)
def test_what_stands_in_the_way_is_named_and_nothing_is_changed(
    site: Site, theirs: str, reason: Reason, named: str
) -> None:
    site.publish({"other.html": b"other"})
    if theirs.endswith("/"):
        (site.output / theirs).mkdir(parents=True)
    elif theirs.endswith("@"):
        (site.output / theirs[:-1]).symlink_to(site.root)
    else:
        (site.output / theirs).write_bytes(b"mine")
    before = site.read()
    for _ in range(2):
        assert site.try_to_publish(PAGES) == (Refusal(reason, named),)
        assert site.read() == before


def test_what_stands_in_the_way_is_told_before_anything_is_made(site: Site) -> None:
    (site.output / "index.html").mkdir(parents=True)
    publication = Publication(site.output, site.state)
    assert publication.refusals(PAGES) == (Refusal(Reason.FOREIGN_FOLDER, "index.html"),)
    assert publication.refusals(["other.html"]) == ()


def test_somebodys_file_with_just_our_content_becomes_ours(site: Site) -> None:
    site.output.mkdir()
    (site.output / "index.html").write_bytes(PAGES["index.html"])
    done = site.publish(PAGES)
    assert done.foreign == ()
    assert site.publish({"a.html": b""}).withdrawn == tuple(sorted(PAGES))


def test_a_file_that_comes_while_the_site_is_made_is_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)
    site.publish({**PAGES, "index.html": b"1"})
    (site.output / "CNAME").write_bytes(b"old")

    def meanwhile(*_: object) -> None:
        (site.output / "challenge").write_bytes(b"token")
        (site.root / "new").write_bytes(b"newer")
        (site.root / "new").replace(site.output / "CNAME")

    monkeypatch.setattr(DURABLE, meanwhile)
    site.publish({**PAGES, "index.html": b"2"})
    monkeypatch.undo()
    theirs = {"challenge": b"token", "CNAME": b"newer"}
    assert site.read() == {**PAGES, "index.html": b"2", **theirs}
    site.publish({**PAGES, "index.html": b"3"})
    assert site.read() == {**PAGES, "index.html": b"3", **theirs}


def test_a_file_that_comes_late_among_our_pages_is_back_after_the_next_change(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)

    def meanwhile(*_: object) -> None:
        (site.output / "fees/lunch/late.txt").write_bytes(b"late")
        (site.output / "fees/lunch/data.csv").write_bytes(b"edited by hand")

    monkeypatch.setattr(DURABLE, meanwhile)
    site.publish({**PAGES, "index.html": b"2", "fees/lunch/data.csv": b"13.00"})
    monkeypatch.undo()
    site.publish({**PAGES, "index.html": b"3"})
    assert site.read() == {**PAGES, "index.html": b"3", "fees/lunch/late.txt": b"late"}


def test_a_file_that_comes_late_is_brought_back_also_when_nothing_was_remembered(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)
    shutil.rmtree(site.state)
    late = site.output / "fees/lunch/late.txt"
    monkeypatch.setattr(DURABLE, lambda *_: late.write_bytes(b"late"))
    site.publish({**PAGES, "new.html": b"1"})
    monkeypatch.undo()
    site.publish({**PAGES, "new.html": b"2"})
    assert late.read_bytes() == b"late"


def test_a_file_that_comes_where_a_page_is_about_to_stand_wins(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)

    def meanwhile(*_: object) -> None:
        (site.output / "new.html").write_bytes(b"mine")

    monkeypatch.setattr(DURABLE, meanwhile)
    assert site.try_to_publish({**PAGES, "new.html": b"ours"}) == (Refusal(Reason.FOREIGN_FILE, "new.html"),)
    assert site.read() == {**PAGES, "new.html": b"mine"}


def test_after_a_long_build_the_folder_is_looked_at_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)
    with Publication(site.output, site.state) as publication:
        publication.keep(*publication.known)
        publication.put("new/index.html", b"ours")
        (site.output / "new").write_bytes(b"mine")
        (site.output / "CNAME").write_bytes(b"mine")
        now = time.monotonic()
        monkeypatch.setattr(time, "monotonic", lambda: now + 60)
        assert publication.commit() == (Refusal(Reason.FOREIGN_FILE, "new"),)
    assert site.read() == {**PAGES, "new": b"mine", "CNAME": b"mine"}


# What is remembered.


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "remove"])
def test_one_damaged_file_of_the_state_does_no_harm(site: Site, damage: str, times: int) -> None:
    for turn_number in range(times):
        site.publish({**PAGES, "index.html": b"%d" % turn_number})
    for path in sorted(site.state.glob("manifest-*")):
        content = path.read_bytes()
        if damage == "flip":
            path.write_bytes(content[:60] + bytes([content[60] ^ 1]) + content[61:])
        elif damage == "cut":
            path.write_bytes(content[:-1])
        elif damage == "empty":
            path.write_bytes(b"")
        else:
            path.unlink()
        done = site.publish({**PAGES, "index.html": path.name.encode()})
        assert (done.made, done.foreign) == (("index.html",), ())
        assert site.read() == {**PAGES, "index.html": path.name.encode()}
    assert site.publish({}).withdrawn == tuple(sorted(PAGES))


def test_without_any_memory_equal_files_are_ours_and_others_are_reported(site: Site) -> None:
    site.publish({**PAGES, "old.html": b"withdrawn while nobody remembered"})
    shutil.rmtree(site.state)
    done = site.publish(PAGES)
    assert (done.made, done.kept, done.foreign) == ((), 3, ("old.html",))
    assert site.publish({**PAGES, "index.html": b"new"}).made == ("index.html",)
    assert (site.output / "old.html").exists()


def test_digests_that_the_site_publishes_prove_what_is_ours(site: Site) -> None:
    site.publish({**PAGES, "old.html": b"old"})
    with Publication(site.output, site.state) as publication:
        publication.keep(*publication.known)
        listed = {path: publication.digest(path) for path in publication.known}
    shutil.rmtree(site.state)
    (site.output / "fees/lunch/index.html").write_bytes(b"edited by hand")
    (site.output / "index.html").chmod(0o664)
    site.state.mkdir()
    with Publication(site.output, site.state, listed=listed) as publication:
        publication.put("index.html", b"new")
        done = publication.commit()
    assert isinstance(done, Published)
    assert done.withdrawn == ("fees/lunch/data.csv", "old.html")
    assert done.foreign == ("fees/lunch/index.html",)
    assert site.read() == {"index.html": b"new", "fees/lunch/index.html": b"edited by hand"}


def test_a_copied_project_goes_on_where_it_was(site: Site) -> None:
    site.publish(PAGES)
    site.publish({**PAGES, "index.html": b"2"})
    copy = Site(site.root / "copy")
    copy.root.mkdir()
    for folder in (site.output, site.state):
        shutil.copytree(folder, copy.root / folder.name)
    done = copy.publish({**PAGES, "index.html": b"3"})
    assert (done.made, done.kept, done.foreign) == (("index.html",), 2, ())
    done = copy.publish({"index.html": b"4"})
    assert copy.read() == {"index.html": b"4"}
    assert copy.litter() == set()


def test_a_meddled_spare_tree_is_put_right(site: Site) -> None:
    site.publish(PAGES)
    site.publish({**PAGES, "index.html": b"2"})
    site.publish({**PAGES, "index.html": b"3"})
    spare = site.state / "trees/spare"
    shutil.rmtree(spare / "fees")
    (spare / "other.bak").write_bytes(b"left by some editor")
    (site.state / "trees/draft/fees").mkdir(parents=True)
    (site.state / f"manifest-{spare.stat().st_ino}.new").touch()
    site.publish({**PAGES, "index.html": b"4"})
    assert site.read() == {**PAGES, "index.html": b"4", "other.bak": b"left by some editor"}
    assert site.litter() == set()


# Places and paths.


def test_places_that_are_refused(site: Site) -> None:
    data = site.root / "data"
    data.mkdir()
    file, link = site.root / "file", site.root / "link"
    file.touch()
    link.symlink_to(data)
    for place in (data, data / "deep", site.root, site.root.parent, Path("/"), Path.home()):
        assert refuse_place(place, [data]) == Refusal(Reason.OUTPUT_IS_SOURCE, str(place))
    assert refuse_place(file) == Refusal(Reason.OUTPUT_IS_FILE, str(file))
    assert refuse_place(link) == Refusal(Reason.OUTPUT_IS_LINK, str(link))
    assert refuse_place(site.output, [data]) is None
    publication = Publication(link, site.state)
    publication.put("index.html", b"")
    assert publication.commit() == (Refusal(Reason.OUTPUT_IS_LINK, str(link)),)
    assert not any(data.iterdir())


@pytest.mark.parametrize(
    "path",
    ["", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "a\0", "a\nb", "c:a", "con", "a/NUL.txt",
     "com1/x", "a.", "a /b", "a?b", "x" * 256, "费" * 86, ".site-builder-incoming/1"],
)  # fmt: skip
def test_paths_that_no_system_or_not_every_system_can_hold(path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        check_path(path)


@pytest.mark.parametrize(
    "path", ["a", ".nojekyll", ".well-known/x", "a.b.c", "费用/2026/index.html", "console", "a b"]
)
def test_paths_that_every_system_can_hold(path: str) -> None:
    check_path(path)
    check_together([path, path + "x"])


@pytest.mark.parametrize("paths", [("a", "A"), ("a/x", "A/y"), ("a", "a/b"), ("A", "a/b"), ("é", "e\u0301")])
def test_paths_that_meet_on_some_system(paths: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"same on some systems|both a file and a folder"):
        check_together(paths)


def test_mistakes_of_a_caller_are_exceptions(site: Site) -> None:
    publication = Publication(site.output, site.state)
    publication.put("a", b"")
    with pytest.raises(ValueError, match="published twice"):
        publication.put("a", b"")
    with pytest.raises(KeyError):
        publication.keep("never published")
    publication.put("A", b"")
    with pytest.raises(ValueError, match="same on some systems"):
        publication.commit()


# The machine.


def test_a_full_disk_is_told_and_changes_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish(PAGES)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(PublishError, match="No space left"):
        site.publish({**PAGES, "index.html": b"new"})
    monkeypatch.undo()
    assert site.read() == PAGES
    site.publish({**PAGES, "index.html": b"new"})
    assert site.read() == {**PAGES, "index.html": b"new"}


def test_a_system_that_writes_little_at_a_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    site.publish(PAGES)
    assert site.read() == PAGES
    assert set(Publication(site.output, site.state).known) == set(PAGES)


def test_files_that_may_not_be_linked_are_copied(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", forbidden)
    site.output.mkdir()
    (site.output / "CNAME").write_bytes(b"theirs")
    (site.output / "way").symlink_to("CNAME")
    os.utime(site.output / "CNAME", ns=(1, 1_000_000_007))
    for text in (b"1", b"2", b"3"):
        site.publish({**PAGES, "index.html": text})
        assert site.read() == {**PAGES, "index.html": text, "CNAME": b"theirs", "way": b"-> CNAME"}
        assert (site.output / "CNAME").stat().st_mtime_ns == 1_000_000_007


def test_publishing_in_place_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.output / "mine").mkdir(parents=True)

    part_the_disks(monkeypatch, site)
    assert not site.publish({"a/b": b"", "gone/x": b""}).at_once
    inode = site.output.stat().st_ino
    done = site.publish({"a/b": b"", "a/c": b""})
    assert not done.at_once
    assert site.output.stat().st_ino == inode
    assert site.read() == {"a/b": b"", "a/c": b"", "mine/": b""}
    assert stat.S_IMODE((site.output / "a/c").stat().st_mode) == 0o644
    assert site.publish({"a/b": b"", "a/c": b""}).made == ()


def test_the_first_publication_onto_another_disk(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    part_the_disks(monkeypatch, site)
    assert not site.publish(PAGES).at_once
    assert site.read() == PAGES
    assert site.litter() == set()


def test_readers_always_find_every_page_whole(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DURABLE, lambda *_: None)

    def content(version: int, page: int) -> bytes:
        return b"%d %d " % (version, page) * 500

    def pages(version: int) -> Files:
        return {f"{page}/index.html": content(version if page % 3 else 0, page) for page in range(20)}

    site.publish(pages(0))
    reads, broken, over = 0, [], threading.Event()

    def read() -> None:
        nonlocal reads
        chance = random.Random(3)
        while not over.is_set():
            page = chance.randrange(20)
            try:
                found = (site.output / f"{page}/index.html").read_bytes()
            except OSError as trouble:
                broken.append(str(trouble))
                continue
            reads += 1
            version = int(found.split()[0])
            if found != content(version, page):
                broken.append(f"{page} torn")

    reader = threading.Thread(target=read)
    reader.start()
    for version in range(1, 101):
        assert site.publish(pages(version)).at_once
    over.set()
    reader.join()
    assert broken == []
    assert reads > 1000


# Rare moments.


def test_a_page_changed_by_hand_while_it_is_published_is_told(site: Site) -> None:
    site.publish(PAGES)
    with Publication(site.output, site.state) as publication:
        publication.keep("fees/lunch/index.html")
        publication.put("index.html", b"new")
        (site.output / "fees/lunch/index.html").write_bytes(b"edited")
        with pytest.raises(PublishError, match=r"fees/lunch/index\.html: changed by somebody"):
            publication.commit()
    assert (site.output / "index.html").read_bytes() == PAGES["index.html"]
    site.publish(PAGES)
    assert site.read() == PAGES


def test_files_that_others_remove_at_that_moment_are_not_missed(site: Site) -> None:
    site.publish(PAGES)
    (site.output / "mine").mkdir()
    (site.output / "mine/note.txt").touch()
    with Publication(site.output, site.state) as publication:
        publication.keep(*publication.known)
        publication.put("new.html", b"new")
        shutil.rmtree(site.output / "mine")
        assert isinstance(publication.commit(), Published)
    assert (site.output / "new.html").exists()
    assert not (site.output / "mine").exists()


def test_a_file_stranded_by_a_kill_where_a_page_now_stands_is_named(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish(PAGES)

    def meanwhile(*_: object) -> None:
        (site.output / "new.html").write_bytes(b"mine")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(DURABLE, meanwhile)
    monkeypatch.setattr("site_builder.edge.tree.turn.sync_one", killed)
    with pytest.raises(KeyboardInterrupt):
        site.publish({**PAGES, "new.html": b"ours"})
    monkeypatch.undo()
    stranded = site.state / "trees/spare/new.html"
    for _ in range(2):
        refused = site.try_to_publish({**PAGES, "new.html": b"ours", "index.html": b"2"})
        assert refused == (Refusal(Reason.FOREIGN_FILE, str(stranded)),)
        assert stranded.read_bytes() == b"mine"
    stranded.unlink()
    site.publish({**PAGES, "new.html": b"ours", "index.html": b"2"})


def test_an_output_folder_made_anew_after_a_kill_between_two_renames(site: Site) -> None:
    site.publish(PAGES)
    (site.output / "CNAME").write_bytes(b"theirs")
    site.publish({**PAGES, "index.html": b"2"})
    site.output.rename(site.state / "trees/past")
    site.output.mkdir()
    (site.output / ".gitkeep").touch()
    site.publish(PAGES)
    assert site.read() == {**PAGES, ".gitkeep": b"", "CNAME": b"theirs"}
    site.publish({**PAGES, "index.html": b"3"})
    assert site.litter() == set()


def test_a_folder_that_others_have_closed_stays_where_it_is(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site.output / "lost+found").mkdir(parents=True)
    scan = os.scandir

    def closed(path: str) -> Any:
        if str(path).endswith("lost+found"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert not site.publish(PAGES).at_once
    assert site.publish({**PAGES, "index.html": b"2"}).foreign == ("lost+found",)
    monkeypatch.undo()
    assert site.read() == {**PAGES, "index.html": b"2", "lost+found/": b""}


def test_a_closed_file_of_others_is_published_around(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.output.mkdir()
    (site.output / "secret").write_bytes(b"theirs")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", forbidden)
    monkeypatch.setattr(shutil, "copy2", forbidden)
    assert not site.publish(PAGES).at_once
    assert site.read() == {**PAGES, "secret": b"theirs"}


def test_a_system_without_shortcuts_is_asked_to_keep_each_file(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_libc", lambda _: None)
    sync, kept = os.fsync, []

    def keep(handle: int) -> None:
        kept.append(os.fstat(handle).st_ino)
        sync(handle)

    monkeypatch.setattr(os, "fsync", keep)
    site.publish(PAGES)
    folders = [path.stat().st_ino for path in [site.output, *site.output.rglob("*")] if path.is_dir()]
    assert {*inodes(site).values(), *folders, site.state.stat().st_ino} <= set(kept)
    assert not site.publish({**PAGES, "index.html": b"2"}).at_once


def test_another_trouble_with_the_exchange_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish(PAGES)

    def broken(*_: str) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), "output")

    monkeypatch.setattr(swap, "exchange", broken)
    with pytest.raises(PublishError, match="output: Read-only file system"):
        site.publish({**PAGES, "index.html": b"2"})
    assert site.read() == PAGES


def test_between_a_whole_tree_and_its_publication_the_clock_moves(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever somebody changes afterwards then carries another time, also where clocks are coarse."""
    monkeypatch.setattr(DURABLE, lambda *_: None)
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    site.publish(PAGES)
    assert 0 < pauses[0] <= 0.011


def test_a_user_without_a_home_can_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert refuse_place(tmp_path / "output", [tmp_path / "data"]) is None
