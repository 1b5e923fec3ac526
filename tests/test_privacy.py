"""What gives a person away stops a build, and is never repeated by those who tell of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.catalogue import catalogue
from site_builder.edge import attachments
from site_builder.edge.attachments import examine
from site_builder.edge.load import load, scan_project
from site_builder.edge.memo import NOTHING_READ, load_memo
from site_builder.edge.pool import here as in_this_process
from site_builder.edge.project import walk
from site_builder.edge.tool import tool
from site_builder.model.record import Audience
from site_builder.stages.check import check, judged
from site_builder.stages.cite import Reckoner
from tests.cases import Case, corpus_of
from tests.documents import row, workbook
from tests.small import DAY, build, copied, here

MOBILE, IDENTITY, NAME = "13812345678", "11010519491231002X", "王小明"
LATER = 10**18 * 4
"""A moment long after every file was written, so that their times prove something."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path / "project")


def put(root: Path, text: str, name: str = "leak") -> Path:
    path = root / f"data/notices/{name}.yaml"
    path.write_text(f"title: 通知\ntype: announcement\nstarts_on: 2026-03-02\n{text}\n", "utf-8")
    return path


def offer(root: Path, content: bytes, name: str = "list.xlsx") -> None:
    (root / "content/files" / name).write_bytes(content)
    put(root, f"attachments:\n  - {{file: {name}, title: 附表}}", "offer")


@pytest.mark.parametrize("form", ["text", "json", "ci"])
def test_nothing_is_published_and_nothing_repeated(root: Path, form: str) -> None:
    put(root, f"body: |\n  打 {MOBILE}，证件 {IDENTITY}，表扬学生{NAME}。")
    said = build(root)
    assert said.code == 1
    told = said.out + said.err + here("check", root, "--as-of", DAY, "--format", form, "--workers", "1").out
    assert all(code in told for code in ("PRV-01", "PRV-02", "PRV-04"))
    kept = b"".join(
        path.read_bytes() for path in root.rglob("*") if path.is_file() and path.name != "leak.yaml"
    )
    for secret in (MOBILE, IDENTITY, NAME):
        assert secret not in told
        assert secret.encode() not in kept


def test_other_problems_repeat_no_number_either(root: Path) -> None:
    """A mobile in a field for office lines is told by its form, before anybody looks for persons."""
    put(root, f"phone: {MOBILE}")
    said = build(root, "--lang", "zh")
    assert said.code == 1
    assert "138********" in said.out
    assert MOBILE not in said.out


def test_a_file_with_a_hidden_sheet_is_not_published(root: Path) -> None:
    rows = row(1, "#1") + row(2, "12")
    offer(root, workbook(rows, '<sheet name="名单" sheetId="1" state="hidden"/>'))
    said = build(root)
    assert said.code == 1
    assert "content/files/list.xlsx:1:1: error PRV-07" in said.out
    assert not (root / "output").exists()
    offer(root, workbook(rows))
    assert build(root).code == 0
    assert (root / "output/files/list.xlsx").exists()


def test_names_in_a_file_for_insiders_are_borne(root: Path) -> None:
    offer(root, workbook(row(1, "#0") + row(2, "#2")))
    assert "PRV-04" in build(root).out
    put(root, "audience: team\nattachments:\n  - {file: list.xlsx, title: 附表}", "offer")
    assert build(root).code == 0
    assert not (root / "output/files/list.xlsx").exists()


def test_a_file_is_looked_into_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(root, workbook(row(1, "#1"), '<sheet name="x" sheetId="1" state="hidden"/>'))
    found = scan_project(walk(root))
    loaded = load(root, found, NOTHING_READ, LATER, date(2026, 4, 20), in_this_process)
    first = loaded.memo.examined
    assert [leak.sort for leak in first["list.xlsx"].leaks] == ["sheet"]

    def unread(*_: object) -> bytes:
        raise AssertionError("read again")

    monkeypatch.setattr(attachments, "read_bytes", unread)
    again, problems = examine(root, found.files, loaded.corpus, first, LATER, in_this_process)
    assert again == first
    assert [problem.code for problem in problems] == ["PRV-07"]


def test_what_was_looked_into_is_kept_for_the_next_build(root: Path) -> None:
    offer(root, workbook(row(1, "#1") + row(2, "12")))
    assert build(root).code == 0
    kept = load_memo(root / ".site-builder/output", tool())
    assert set(kept.examined) >= {"list.xlsx"}


def team_only() -> Iterator[tuple[str, list[str]]]:
    yield "", ["PUB-08"]
    yield "audience: public\n", ["PUB-08"]
    yield "audience: staff\n", ["PUB-08"]
    yield "audience: team\n", []
    yield "audience: internal\n", []


@pytest.mark.parametrize(("head", "expected"), tuple(team_only()))
def test_a_kind_may_be_kept_among_few(head: str, expected: list[str]) -> None:
    kinds = dict(catalogue().kinds)
    kinds["pages"] = replace(kinds["pages"], widest=Audience.TEAM)
    corpus, _, _ = corpus_of(
        Case("", {"pages/a.yaml": f"title: 结算\n{head}body: 余额\n"}, date(2026, 4, 20), ())
    )
    (entry,) = corpus.entries
    found = list(judged(entry, Reckoner(corpus, replace(catalogue(), kinds=kinds))))
    assert [one.mistake.code for one in found] == expected


def test_a_record_for_too_many_is_told_of_once() -> None:
    records = {
        "teams/t.yaml": "title: 实习队\naudience: team\nstarts_on: 2026-03-09\nends_on: 2026-05-01\nmembers: 2\n",
        "team-settlements/t.yaml": (
            "title: 结算\naudience: public\nteam: t\npublished_on: 2026-05-06\n"
            "starts_on: 2026-03-09\nends_on: 2026-05-01\nmembers: 2\n"
            "income: [{what: 补助, amount: 20.00}]\nexpense: []\nrefund_per_head: 10.00\nremainder: 0.00\n"
            "body: 共 {{teams/t.members}} 人\n"
        ),
    }
    corpus, _, _ = corpus_of(Case("", records, date(2026, 5, 20), ()))
    told = check(corpus, catalogue())
    found = [one for verdict in told if verdict.entry.kind == "team-settlements" for one in verdict.findings]
    assert [one.mistake.code for one in found] == ["PUB-08"]
