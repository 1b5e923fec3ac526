"""Whatever lies in a project's folders: it is a file of ours under a name that holds everywhere, or it is told."""

import os
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.catalogue import catalogue
from site_builder.edge.filenames import address, shown, why_odd
from site_builder.edge.intake import take_in
from site_builder.edge.load import scan_project
from site_builder.edge.project import Scan, Wanted, read_bytes, walk
from site_builder.edge.terminal import as_annotations, as_json, as_text
from site_builder.mistakes import names as mistakes
from site_builder.model.form import SLUG, fits
from site_builder.model.problem import Problem

NOTICE = "title: 甲\ntype: announcement\nstarts_on: 2026-03-03\n"


def put(root: Path, *paths: str, text: str = NOTICE) -> None:
    """Files with their folders."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def look(root: Path) -> Scan:
    """What the project holds."""
    return scan_project(walk(root))


def told(root: Path) -> list[str]:
    """Every problem of the folders as ``CODE path``; each can be printed in any form."""
    problems = look(root).problems
    printed(problems, root)
    return [f"{one.code} {one.where.path}" for one in problems]


def printed(problems: tuple[Problem, ...], root: Path) -> None:
    """All that is ever printed of problems, encoded as a terminal wants it."""
    for language in ("zh-CN", "en"):
        "\n".join(as_text(problems, root, language)).encode()
        as_json(problems, language).encode()
        "\n".join(as_annotations(problems, language)).encode()


def wanted(root: Path) -> list[str]:
    """The records that would be read."""
    return [one.path for one in look(root).records]


def test_records_are_named_by_their_folder_and_file(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", "data/notices/2026/b.yml", "data/site.yaml", "content/about.md")
    put(tmp_path, "data/README.md", "data/notices/README.md")
    records = {(one.kind, one.id, one.path) for one in look(tmp_path).records}
    assert records == {
        ("notices", "a", "data/notices/a.yaml"),
        ("notices", "b", "data/notices/2026/b.yml"),
        ("site", "site", "data/site.yaml"),
        ("pages", "about", "content/about.md"),
    }
    assert told(tmp_path) == []


def test_a_table_belongs_to_the_register_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "data/registers/a.yaml", "data/registers/a.csv", "data/registers/b.csv", "data/fees/c.csv")
    assert [(one.path, one.table) for one in look(tmp_path).records] == [
        ("data/registers/a.yaml", "data/registers/a.csv")
    ]
    assert told(tmp_path) == ["FILE-11 data/fees/c.csv", "FILE-11 data/registers/b.csv"]


def test_links_are_told_and_never_followed(tmp_path: Path) -> None:
    """Neither to files nor to folders, inside, outside, dangling or to themselves."""
    outside = tmp_path / "outside"
    put(outside, "secret.yaml")
    root = tmp_path / "project"
    put(root, "data/notices/a.yaml")
    (root / "content/files").mkdir(parents=True)
    (root / "data/notices/link.yaml").symlink_to(outside / "secret.yaml")
    (root / "data/notices/self.yaml").symlink_to("self.yaml")
    (root / "data/notices/gone.yaml").symlink_to("nothing")
    (root / "data/fees").symlink_to(outside)
    (root / "content/files/hosts.txt").symlink_to("/etc/hosts")
    assert wanted(root) == ["data/notices/a.yaml"]
    assert look(root).files == {}
    paths = ["data/fees", *(f"data/notices/{name}.yaml" for name in ("gone", "link", "self"))]
    assert told(root) == [f"FILE-07 {path}" for path in (*paths, "content/files/hosts.txt")]
    with pytest.raises(OSError, match="link"):
        read_bytes(root, "data/notices/link.yaml")


@pytest.mark.parametrize("top", ["data", "content"])
def test_a_whole_folder_that_is_none_is_told(tmp_path: Path, top: str) -> None:
    put(tmp_path, "elsewhere/notices/a.yaml", "data/notices/a.yaml")
    (tmp_path / top).rename(tmp_path / "old") if (tmp_path / top).exists() else None
    (tmp_path / top).symlink_to(tmp_path / "elsewhere")
    assert f"FILE-16 {top}" in told(tmp_path)
    assert not [path for path in wanted(tmp_path) if path.startswith(top)]
    (tmp_path / top).unlink()
    (tmp_path / top).write_text("x", "utf-8")
    assert f"FILE-16 {top}" in told(tmp_path)


def test_an_empty_project_is_refused(tmp_path: Path) -> None:
    """An empty site must not replace the old one."""
    assert told(tmp_path) == ["FILE-10 data"]
    (tmp_path / "data").mkdir()
    assert told(tmp_path) == ["FILE-10 data"]


def test_pipes_sockets_and_devices_are_told_at_once(tmp_path: Path) -> None:
    """Nobody waits for somebody to write into a pipe, neither reading it nor showing its line."""
    put(tmp_path, "data/notices/a.yaml")
    os.mkfifo(tmp_path / "data/notices/pipe.yaml")
    (tmp_path / "content/files").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/files/pipe.pdf")
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(tmp_path / "data")  # the address of a socket must be short
        server.bind("socket.yaml")
        began = time.monotonic()
        assert told(tmp_path) == [
            "FILE-07 data/notices/pipe.yaml",
            "FILE-07 data/socket.yaml",
            "FILE-07 content/files/pipe.pdf",
        ]
    with pytest.raises(OSError, match="not a regular file"):
        read_bytes(tmp_path, "data/notices/pipe.yaml")
    assert time.monotonic() - began < 5


def test_a_record_is_there_once(tmp_path: Path) -> None:
    put(tmp_path, "data/fees/x.yaml", "data/fees/2026/x.yaml", "data/fees/y.yml", "data/fees/y.yaml")
    assert told(tmp_path) == ["FILE-09 data/fees/x.yaml", "FILE-09 data/fees/y.yml"]


def test_names_that_are_one_on_other_systems_are_told(tmp_path: Path) -> None:
    put(
        tmp_path,
        "data/fees/A.yaml",
        "data/fees/a.yaml",
        "content/files/Budget.pdf",
        "content/files/budget.pdf",
    )
    put(tmp_path, "data/Fees/b.yaml")
    assert sorted(told(tmp_path)) == [
        "FILE-06 data/fees/A.yaml",
        "FILE-08 data/Fees/b.yaml",
        "FILE-15 content/files/budget.pdf",
        "FILE-15 data/fees",
        "FILE-15 data/fees/a.yaml",
    ]


ODD = {
    "con.yaml": "con-1.yaml",
    "Aux": "aux-1",
    "lpt1.csv": "lpt1-1.csv",
    "a?b.yaml": "a-b.yaml",
    "a:b.yaml": "a-b.yaml",
    "back\\slash.yaml": "back-slash.yaml",
    " front.yaml": "front.yaml",
    "end.yaml ": "end.yaml",
    "dot.": "dot",
    "line\nbreak.yaml": "line-break.yaml",
    "bidi\u202e.yaml": "bidi.yaml",
    "zero\u200bwidth.yaml": "zero-width.yaml",
    "cafe\u0301.yaml": "caf.yaml",
    "x" * 210: "x" * 60,
    "\udcff\udcfe.yaml": "exercise-books.yaml",
    "\x1b[31mred.yaml": "31mred.yaml",
}


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_odd_names_are_told_and_can_be_printed(tmp_path: Path, name: str) -> None:
    """No name stops the tool, not even one that is not UTF-8; what cannot be seen is spelt out."""
    put(tmp_path, "data/notices/a.yaml")
    (tmp_path / "content/files").mkdir(parents=True)
    for folder in ("data/notices", "content/files"):
        (tmp_path / folder / name).write_text(NOTICE, "utf-8")
    problems = look(tmp_path).problems
    assert [one.code for one in problems] == ["FILE-14", "FILE-14"]
    printed(problems, tmp_path)
    assert ODD[name] in problems[0].hint("en")
    assert all(one.where.path.isprintable() for one in problems)
    assert wanted(tmp_path) == ["data/notices/a.yaml"]


def test_letters_and_accents_stored_apart_are_told(tmp_path: Path) -> None:
    """The same name twice, composed and decomposed: one of them cannot be typed on most machines."""
    put(tmp_path, "data/notices/a.yaml", "content/files/caf\u00e9.pdf", "content/files/cafe\u0301.pdf")
    assert sorted(told(tmp_path)) == [
        "FILE-14 content/files/cafe\u0301.pdf",
        "FILE-15 content/files/caf\u00e9.pdf",
    ]


def test_chinese_names_are_good_for_files_only(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", "data/notices/练习本 费.yaml", "content/files/收费公示 2026.pdf")
    assert told(tmp_path) == ["FILE-06 data/notices/练习本 费.yaml"]
    assert list(look(tmp_path).files) == ["收费公示 2026.pdf"]


def test_folders_of_no_kind_and_stray_files_are_told(tmp_path: Path) -> None:
    put(tmp_path, "data/notice/a.yaml", "data/notices/a.yaml.txt", "data/notices/b.md", "data/loose.yaml")
    put(tmp_path, "data/site/x.yaml", "content/a.txt", "content/b.csv", "content/files/sub/c.pdf")
    assert sorted(told(tmp_path)) == [
        "FILE-08 data/loose.yaml",
        "FILE-08 data/notice/a.yaml",
        "FILE-11 content/a.txt",
        "FILE-11 content/b.csv",
        "FILE-11 content/files/sub/c.pdf",
        "FILE-11 data/notices/a.yaml.txt",
        "FILE-11 data/notices/b.md",
        "FILE-11 data/site/x.yaml",
    ]


def test_what_editors_and_desktops_leave_is_nobody_s_business(tmp_path: Path) -> None:
    put(
        tmp_path,
        "data/notices/a.yaml",
        "data/notices/a.yaml~",
        "data/notices/.a.yaml.swp",
        "data/.git/config",
    )
    put(
        tmp_path,
        "content/files/~$x.xlsx",
        "content/files/Thumbs.db",
        "content/files/.env",
        "content/.DS_Store",
    )
    assert told(tmp_path) == []
    assert look(tmp_path).files == {}
    assert wanted(tmp_path) == ["data/notices/a.yaml"]


@pytest.mark.parametrize(
    "suffix", ["svg", "html", "htm", "exe", "docm", "xlsm", "js", "php", "PHP", "sh", "bat"]
)
def test_pages_and_programs_are_not_offered(tmp_path: Path, suffix: str) -> None:
    put(tmp_path, "data/notices/a.yaml", f"content/files/x.{suffix}", "content/files/y.PDF")
    assert told(tmp_path) == [f"FILE-18 content/files/x.{suffix}"]


def test_huge_files_are_told_and_never_read_whole(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", "content/files/film.zip")
    for path in ("data/notices/a.yaml", "content/files/film.zip"):
        os.truncate(tmp_path / path, 3_000_000_000)
    assert told(tmp_path) == ["FILE-03 content/files/film.zip"]
    taken, problems = take_in(tmp_path, look(tmp_path).records)
    assert not taken
    assert [one.code for one in problems] == ["FILE-03"]


def test_folders_without_end_are_told(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", "data/notices/" + "a/" * 40 + "b.yaml")
    assert [one.split(" ")[0] for one in told(tmp_path)] == ["FILE-19"]


def test_a_file_that_vanishes_is_told(tmp_path: Path) -> None:
    """Between the listing and the reading anything can happen."""
    put(tmp_path, "data/notices/a.yaml", "data/notices/b.yaml", "data/notices/c.yaml", "data/notices/d.yaml")
    records = look(tmp_path).records
    (tmp_path / "data/notices/a.yaml").unlink()
    (tmp_path / "data/notices/b.yaml").unlink()
    (tmp_path / "data/notices/b.yaml").mkdir()
    (tmp_path / "data/notices/c.yaml").unlink()
    (tmp_path / "data/notices/c.yaml").symlink_to("d.yaml")
    taken, problems = take_in(tmp_path, records)
    assert [one.path for one in taken] == ["data/notices/d.yaml"]
    assert [f"{one.code} {one.where.path}" for one in problems] == [
        f"FILE-17 data/notices/{name}.yaml" for name in "abc"
    ]
    printed(problems, tmp_path)


@pytest.mark.parametrize("where", ["data/notices/a.yaml", "data/notices", "data"])
def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """The system refuses: tests often run as root, whom no permission stops, so it is told to."""
    put(tmp_path, "data/notices/a.yaml", "data/fees/b.yaml")
    closed = str(tmp_path / where)
    allowed_open, allowed_scan = os.open, os.scandir

    def refuse(path: object) -> None:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))

    def open_(path: object, *rest: int) -> int:
        refuse(path)
        return allowed_open(path, *rest)  # type: ignore[arg-type]

    def scan(path: object) -> object:
        refuse(path)
        return allowed_scan(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "scandir", scan)
    scanned = look(tmp_path)
    _, problems = take_in(tmp_path, scanned.records)
    found = [one for one in (*scanned.problems, *problems) if one.mistake is mistakes.UNREADABLE]
    assert [one.where.path for one in found] == [where]
    assert "no permission" in found[0].message("en")


def test_nothing_but_a_touched_file_changes_its_signature(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", "data/notices/b.yaml")
    before = {one.path: one.signature for one in look(tmp_path).records}
    (tmp_path / "data/notices/a.yaml").write_text(NOTICE.replace("甲", "乙"), "utf-8")
    after = {one.path: one.signature for one in look(tmp_path).records}
    assert before["data/notices/a.yaml"] != after["data/notices/a.yaml"]
    assert before["data/notices/b.yaml"] == after["data/notices/b.yaml"]


def test_a_record_with_a_warning_is_taken_in_and_its_warning_told(tmp_path: Path) -> None:
    put(tmp_path, "data/notices/a.yaml", text=NOTICE + "body: |\n  **注意：请缴费。\n")
    taken, problems = take_in(tmp_path, [Wanted("data/notices/a.yaml", "notices", "a", (0, 0, 0, 0))])
    assert [one.path for one in taken] == ["data/notices/a.yaml"]
    assert [one.code for one in problems] == ["MD-15"]


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_every_name_can_be_printed_and_has_a_good_one_beside_it(name: str) -> None:
    """Also a name of surrogates, which stand for bytes that are not UTF-8."""
    assert shown(name).isprintable()
    shown(name).encode()
    why_odd(name)
    assert fits(SLUG, address(name)) is not None
    assert why_odd(address(name)) is None


def test_every_kind_has_a_folder_name_that_holds_everywhere() -> None:
    assert [kind for kind in catalogue().kinds if why_odd(kind)] == []
