"""What was due is told, what was public never changes in silence, and the next day that matters is foreseen."""

import json
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.build import read_project
from site_builder.catalogue import catalogue
from site_builder.edge.agenda import agenda
from site_builder.edge.agenda import told as told_by
from site_builder.edge.assemble import assemble, shown_to
from site_builder.edge.wish import Wish
from site_builder.kinds.catalogue.figures import State
from site_builder.stages.foresee import next_change
from tests.small import DAY, HOME, build, copied, here

NOTICE = """\
title: 资助名单公示
type: objection
starts_on: 2026-04-15
working_days: 5
channel: {office: affairs, phone: 0571-88880000, hours: 工作日 8:30—16:30}
persons: 王小明等两名同学
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied(tmp_path / "project")


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")


def sealed(root: Path, day: str = DAY) -> Path:
    assert here("seal", root, "--as-of", day, "--lang", "en", "--workers", "1").code == 0
    return root / "data/.published"


def told(root: Path) -> list[str]:
    """The errors of a project, as ``CODE file:line:column``."""
    said = here("check", root, "--as-of", DAY, "--format", "json", "--workers", "1")
    return [
        f"{one['code']} {one['file']}:{one['line']}:{one['column']}"
        for one in json.loads(said.out)
        if one["severity"] == "error"
    ]


def test_what_was_public_does_not_change_in_silence(root: Path) -> None:
    sealed(root)
    assert told(root) == []
    change(root, "data/schedules/2026-03.yaml", "更换教室灯管", "更换走廊灯管")
    assert told(root) == ["PUB-04 data/schedules/2026-03.yaml:10:11"]
    with (root / "data/schedules/2026-03.yaml").open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {on: 2026-04-20, field: 内容, was: 教室, now: 走廊, why: 写错了地方}\n")
    assert told(root) == []
    sealed(root)
    change(root, "data/schedules/2026-03.yaml", "更换走廊灯管", "更换教室灯管")
    assert told(root) == ["PUB-04 data/schedules/2026-03.yaml:10:11"]


def test_what_goes_on_is_no_change(root: Path) -> None:
    """States and results go on, fields and parts are added, staff notes are not public, drafts are free."""
    for path in ("data/fees/milk.yaml", "data/schedules/2026-03.yaml"):
        assert "published_on" in (root / path).read_text("utf-8")
    draft = root / "data/bases/draft.yaml"
    draft.write_text("title: 学校章程\nissuer: 学校\nwritten_on: 2026-03-02\nlevel: internal\n", "utf-8")
    sealed(root)
    schedule = root / "data/schedules/2026-03.yaml"
    state = next(line for line in schedule.read_text("utf-8").splitlines() if "state:" in line).strip()
    change(
        root,
        "data/schedules/2026-03.yaml",
        state,
        "state: postponed\n    postponed_to: 2026-04-30\n    reason: 下雨",
    )
    change(root, "data/bases/draft.yaml", "title: ", "title: 新的")
    with (root / "data/fees/milk.yaml").open("a", encoding="utf-8") as file:
        file.write("source: 财务室\n")
    assert [one for one in told(root) if one.startswith("PUB")] == []


def test_what_was_public_does_not_vanish(root: Path) -> None:
    sealed(root)
    (root / "data/fees/milk.yaml").unlink()
    assert "PUB-11 data/fees/milk.yaml:1:1" in told(root)
    (root / "data/notices/gone.yaml").write_text(
        "title: 撤回\ntype: withdrawal\nsubject: fees/milk\nreason: 取消\nstarts_on: 2026-04-20\n", "utf-8"
    )
    assert "PUB-11 data/fees/milk.yaml:1:1" not in told(root)


def test_a_log_says_only_what_is_new(root: Path) -> None:
    """A second note on another day changes no line; damaged lines note nothing and harm nothing."""
    log = sealed(root)
    before = {path.name: path.read_bytes() for path in log.iterdir()}
    sealed(root, "2026-04-25")
    assert {path.name: path.read_bytes() for path in log.iterdir()} == before
    (log / "fees.jsonl").write_text("[]\n{", "utf-8")
    assert told(root) == []


def test_a_build_that_changed_nothing_sees_a_changed_log(root: Path) -> None:
    """The log may come by git while the data stays as it is; then the shortest way must not be taken."""
    log = sealed(root)
    kept = (log / "fees.jsonl").read_bytes()
    time.sleep(0.05)
    assert build(root).code == 0
    assert "nothing has changed" in build(root).out
    (log / "fees.jsonl").write_bytes(
        kept.replace(b'"digest":"', b'"digest":"0').replace("牛奶".encode(), "豆浆".encode())
    )
    assert "PUB-04" in build(root).out


def test_people_leave_a_notice_when_it_closes(root: Path) -> None:
    """By themselves, from the page and the data file, and they never enter the log; the file is warned about."""
    path = root / "data/notices/aid.yaml"
    path.write_text(f"published_on: 2026-04-15\n{NOTICE}", "utf-8")
    assert build(root).code == 0
    assert "王小明" in (root / "output/notices/aid/index.html").read_text("utf-8")
    log = sealed(root)
    assert "王小明" not in "".join(one.read_text("utf-8") for one in log.iterdir())
    said = build(root, day="2026-05-08")
    assert (said.code, "PUB-05" in said.out) == (0, True)
    assert not [one for one in (root / "output").rglob("*.*") if "王小明".encode() in one.read_bytes()]


def test_status_says_what_is_overdue(root: Path) -> None:
    def status(*words: str, day: str = DAY) -> tuple[int, str]:
        said = here("status", root, "--as-of", day, "--lang", "en", "--workers", "1", *words)
        return said.code, said.out

    assert status()[0] == 0
    (root / "data/schedules/2026-03.yaml").unlink()
    code, text = status("--format", "json")
    found = json.loads(text)
    assert (code, found["overdue"]) == (1, 1)
    assert (
        found["rows"][0] | {"days": 5, "due": "2026-04-15", "state": "overdue", "period": "2026-03"}
        == found["rows"][0]
    )
    assert "Overdue: 1\n" in status()[1]
    assert json.loads(status("--format", "json", day="2026-04-10")[1])["rows"][0]["state"] == State.DUE


def test_columns_stand_below_one_another() -> None:
    wish = Wish(HOME, HOME / "output", date(2026, 4, 20))
    found = agenda(wish, read_project(wish))
    lines = [
        line
        for line in told_by(found, "zh-CN", "text").splitlines()
        if "2026-0" in line and line.startswith("  ")
    ]
    assert len(lines) > 10
    due = {sum(2 if sign > "\u2e7f" else 1 for sign in line.partition("2026-")[0]) for line in lines}
    assert len(due) == 1


@pytest.mark.parametrize("day", ["2026-01-15", "2026-04-20", "2026-07-04", "2026-11-30"])
def test_until_the_next_change_no_page_changes(day: str) -> None:
    """The promise of `status`: until that day all pages but the front page stay; on that day one differs."""
    wish = Wish(HOME, HOME / "output", date.fromisoformat(day), sheets=False)
    loaded = read_project(wish)

    def keys(today: date) -> dict[str, str]:
        asked = replace(wish, today=today)
        corpus = replace(loaded.corpus, today=today)
        jobs = assemble(asked, replace(loaded, corpus=corpus)).arrangement.jobs()
        return {
            job.target: job.key for job in jobs if job.target not in ("index.html", "compliance/index.html")
        } | {
            job.target: repr(replace(job.inputs, today=today))
            for job in jobs
            if job.target.startswith("compliance")
        }

    said = next_change(shown_to(wish, loaded), catalogue())
    assert said is not None
    assert keys(said - timedelta(days=1)) == keys(wish.today)
    assert keys(said) != keys(wish.today)


def test_an_empty_period_is_told_where_its_records_are_listed(root: Path) -> None:
    assert build(root).code == 0
    assert "没有接受捐赠" in (root / "output/registers/index.html").read_text("utf-8")
    page = (root / "output/compliance/index.html").read_text("utf-8")
    assert "学校不接受捐赠" in page
    assert "2026-03-02" not in page


def test_waivers_and_corrections_are_printed_where_they_belong(root: Path) -> None:
    with (root / "data/fees/milk.yaml").open("a", encoding="utf-8") as file:
        file.write("corrections:\n  - {on: 2026-04-02, field: 用语, was: 旧写法, now: 新写法, why: 笔误}\n")
        file.write(
            "exceptions:\n  - {rule: PUB-02, reason: 网站维护, approved_by: affairs#director, until: 2026-06-30}\n"
        )
    assert build(root).code == 0
    for name in ("fees/milk", "corrections"):
        assert "旧写法" in (root / f"output/{name}/index.html").read_text("utf-8")
    for name in ("fees/milk", "compliance"):
        assert "网站维护" in (root / f"output/{name}/index.html").read_text("utf-8")
