"""Looks through git's history of a project for what is private, was deleted, and can still be read there."""

import re
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from site_builder.edge.attachments import looked_into
from site_builder.model.private_numbers import PERHAPS, hidden, private_numbers
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.told import Severity
from site_builder.model.words import Words

STILL_THERE = Mistake("PRV-08")
LONGEST = 60.0
"""Seconds that are spent on it."""
MOST_BYTES, MOST_FILES, LARGEST_FILE = 64_000_000, 200, 20_000_000
"""What is looked at: so much of all changes, so many deleted files, each so large."""
MOST_TOLD = 50
_LONGEST_LINE = 1_000_000
_GIT = ("git", "-c", "core.quotePath=false", "--no-optional-locks")
_LOG = ("log", "--all", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--relative")
_COMMIT = "@commit "
_HUNK = re.compile(r"@@ -(\d+)")
_DELETED = re.compile(r":\d+ \d+ ([0-9a-f]{40,64}) [0-9a-f]+ [DM]\t(.+)")
_NUMBERS = {
    "PRV-01": Words("身份证号", "an identity number"),
    "PRV-02": Words("手机号", "a mobile number"),
    "PRV-03": Words("银行卡号或账号", "a bank card or account"),
}
_OTHER = Words("个人信息", "personal data")
_CLEAN = Words(
    "告诉技术人员：用 git filter-repo 清理历史，重新推送，再请每个有副本的人重新克隆；已经公开过的，告诉当事人",
    "have the history rewritten with git filter-repo, push it, and have every copy cloned anew; tell those concerned",
)
_HOLDS = Words("以前的版本里还留着{what}：{found}", "an earlier version still holds {what}: {found}")
_LOOK = Words("请技术人员用 git log -p 看完其余的", "have the rest looked through with git log -p")
_UNSEEN = Words("历史太长，没有全部看完", "there is more history than could be looked at")
_KEEP = Words("用 git 保存数据，改过什么都查得到", "keep the data in git: then every change can be looked up")
_NO_HISTORY = Words("没有可以查看的 git 历史", "there is no history in git that could be looked at")
_LOG_ITSELF = Location("git log")


class _Deleted(NamedTuple):
    """Something that was deleted: in which commit, from which file and line, and what it is."""

    commit: str
    path: str
    line: int
    code: str
    found: str


def history(root: Path, official: frozenset[str]) -> tuple[Problem, ...]:
    """What is still there, newest first; `official` are the institution's own numbers."""
    try:
        subprocess.run(
            (*_GIT, "rev-parse", "HEAD"), cwd=root, check=True, capture_output=True, timeout=LONGEST
        )
    except (OSError, subprocess.SubprocessError):
        return (Problem(_LOG_ITSELF, STILL_THERE, {"what": _NO_HISTORY, "remedy": _KEEP}, Severity.NOTE),)
    end = time.monotonic() + LONGEST
    told: dict[tuple[str, str], Problem] = {}
    for one in (*_lines(root, official, end), *_files(root, official, end)):
        if one is None:
            told[_LOG_ITSELF.path, ""] = Problem(_LOG_ITSELF, STILL_THERE, {"what": _UNSEEN, "remedy": _LOOK})
            continue
        where = Location(f"{one.commit}^:{one.path}", one.line)
        what = _HOLDS.fill(what=_NUMBERS.get(one.code, _OTHER), found=one.found)
        told.setdefault((where.path, one.code), Problem(where, STILL_THERE, {"what": what, "remedy": _CLEAN}))
    return tuple(told.values())[:MOST_TOLD]


def _lines(root: Path, official: frozenset[str], end: float) -> Iterator[_Deleted | None]:
    """Deleted lines with numbers of persons, in the records and texts of all versions."""
    asked = ("-p", "-U0", f"--format={_COMMIT}%h", "--", "data", "content", ":(exclude)content/files")
    commit, path, line, inside = "", "", 0, False
    for text in _told_by_git(root, asked, end):
        if text is None:
            yield None
        elif text.startswith(_COMMIT):
            commit = text.removeprefix(_COMMIT).strip()
        elif text.startswith("diff --git "):
            inside = False
        elif found := _HUNK.match(text):
            line, inside = int(found[1]), True
        elif not inside:
            path = text.strip().removeprefix("--- a/") if text.startswith("--- a/") else path
        elif text.startswith("-"):
            for code, shown in _numbers(text[1:], official):
                yield _Deleted(commit, path, line, code, shown)
            line += 1


def _numbers(text: str, official: frozenset[str]) -> Iterator[tuple[str, str]]:
    if any(pattern.search(text) for pattern in PERHAPS):
        for found in private_numbers(text):
            if found.digits[-11:] not in official:
                yield found.code, hidden(text)[found.start : found.end][:24]


def _files(root: Path, official: frozenset[str], end: float) -> Iterator[_Deleted | None]:
    """Deleted and exchanged files for download, opened like those that are offered now."""
    asked = ("--raw", "--no-abbrev", "--diff-filter=DM", f"--format={_COMMIT}%h", "--", "content/files")
    commit, seen = "", set[str]()
    for text in _told_by_git(root, asked, end):
        if text is not None and text.startswith(_COMMIT):
            commit = text.removeprefix(_COMMIT).strip()
        found = _DELETED.match(text) if text is not None else None
        if text is None or len(seen) >= MOST_FILES or time.monotonic() > end:
            yield None
            return
        if found is None or found[1] in seen:
            continue
        seen.add(found[1])
        content = b"".join(_output(root, ("cat-file", "blob", found[1]), LARGEST_FILE))
        for leak in looked_into(found[2], content, official):
            if leak.sort.startswith("PRV-"):
                yield _Deleted(commit, found[2].strip(), leak.line, leak.sort, leak.found)


def _told_by_git(root: Path, asked: Iterable[str], end: float) -> Iterator[str | None]:
    """The lines of a log, None at the end when it was too long or took too long."""
    left = MOST_BYTES
    for line in _output(root, (*_LOG, *asked), MOST_BYTES):
        left -= len(line)
        if left <= 0 or time.monotonic() > end:
            yield None
            return
        yield line.decode("utf-8", "replace")


def _output(root: Path, asked: tuple[str, ...], most: int) -> Iterator[bytes]:
    """What git says to a question, line by line, no more than so many bytes."""
    with subprocess.Popen(
        (*_GIT, *asked), cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as git:
        assert git.stdout is not None
        try:
            while most > 0 and (line := git.stdout.readline(_LONGEST_LINE)):
                most -= len(line)
                yield line
        finally:
            git.kill()
