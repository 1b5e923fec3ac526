"""Somebody who edits a project in every way there is, sensible or not."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.small import DAY, HOME

PARTS = ("data", "content", "templates")
TEMPLATES = sorted(
    path.relative_to(HOME / "templates").as_posix() for path in HOME.glob("templates/**/*.html")
)


class State(NamedTuple):
    """All that a build is made from."""

    files: dict[Path, bytes]
    day: str
    audience: str


@dataclass
class Clerk:
    """A project being edited, and what it was before each edit."""

    root: Path
    day: str = DAY
    audience: str = "public"
    before: list[State] = field(default_factory=list)

    def files(self, pattern: str) -> list[Path]:
        """The project's files that match, sorted."""
        return sorted(path for path in self.root.glob(pattern) if path.is_file())

    def state(self) -> State:
        """All that is there now."""
        files = {path: path.read_bytes() for part in PARTS for path in self.files(f"{part}/**/*")}
        return State(files, self.day, self.audience)

    def restore(self, state: State) -> None:
        """Make everything what it was, and touch no other files."""
        _, self.day, self.audience = state
        for path in [one for part in PARTS for one in self.files(f"{part}/**/*") if one not in state.files]:
            path.unlink()
        for path, content in state.files.items():
            if not path.exists() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


Edit = Callable[[Clerk, int], None]


def _change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def _pick(clerk: Clerk, number: int, pattern: str = "data/**/*.yaml") -> Path | None:
    files = clerk.files(pattern)
    return files[number % len(files)] if files else None


def retitle(clerk: Clerk, number: int) -> None:
    """Another title, which lists and other pages show as well."""
    if path := _pick(clerk, number):
        _change(path, "title: ", f"title: 新{number % 7}")


def anglicise(clerk: Clerk, number: int) -> None:
    """An English title comes, changes or goes."""
    if path := _pick(clerk, number):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("title_en:")]
        extra = [f"title_en: Title {number % 5}"] if number % 3 else []
        path.write_text("\n".join([*lines, *extra, ""]), "utf-8")


def write_body(clerk: Clerk, number: int) -> None:
    """Another text, with a link that may lead nowhere."""
    if (path := _pick(clerk, number)) and "body: |" not in path.read_text("utf-8"):
        links = ("/fees/milk/", "/plans/", "/files/form.csv", "/fees/gone/")
        body = f"body: |\n  第 {number} 次修改，见[这里]({links[number % 4]})。\n"
        path.write_text(path.read_text("utf-8") + body, "utf-8")


def reprice(clerk: Clerk, number: int) -> None:
    """Another amount, which figures and tables are reckoned from."""
    path, amounts = clerk.root / "data/fees/milk.yaml", ("2.80", "2.90", "3.00", "9.00")
    if path.exists():
        for amount in amounts:
            _change(path, f"standard: {amount}", f"standard: {amounts[number % 4]}")


def spend(clerk: Clerk, number: int) -> None:
    """Another execution of the budget, which tenders and plans refer to."""
    path = clerk.root / "data/budgets/2026.yaml"
    if path.exists():
        _change(path, "executed: 900.00", f"executed: {900 + number}.00")


def add_row(clerk: Clerk, number: int) -> None:
    """A row more or less in the table beside a register, sometimes a wrong one."""
    path = clerk.root / "data/registers/samples.csv"
    if path.exists():
        rows = path.read_text("utf-8").splitlines()
        rows = (
            rows[:-1]
            if number % 4 == 0 and len(rows) > 2
            else [*rows, f"2026-03-18,豆浆,{100 + number},留样人"]
        )
        path.write_text("\n".join([*rows, ""]), "utf-8")


def rename(clerk: Clerk, number: int) -> None:
    """A record under another name; every other time those who refer to it are not told."""
    if path := _pick(clerk, number, "data/*/*.yaml"):
        old, new = path.stem, f"{path.stem}-{number % 10}"
        path.rename(path.with_stem(new))
        if path.with_suffix(".csv").exists():
            path.with_suffix(".csv").rename(path.with_stem(new).with_suffix(".csv"))
        for other in clerk.files("data/**/*.yaml") if number % 2 else []:
            text = other.read_text("utf-8")
            for sign in (" ", "/", "["):
                text = text.replace(f"{sign}{old}\n", f"{sign}{new}\n").replace(
                    f"{sign}{old}#", f"{sign}{new}#"
                )
            other.write_text(text, "utf-8")


def delete(clerk: Clerk, number: int) -> None:
    """A record less; others may still refer to it."""
    if path := _pick(clerk, number, "data/*/*.yaml"):
        path.unlink()
        path.with_suffix(".csv").unlink(missing_ok=True)


def add(clerk: Clerk, number: int) -> None:
    """A record more, as a copy of one that is there."""
    kinds = ("registers", "bases", "notices", "offices")
    if path := _pick(clerk, number, f"data/{kinds[number % 4]}/*.yaml"):
        shutil.copyfile(path, path.with_stem(f"copy-{number % 10}"))


def add_page(clerk: Clerk, number: int) -> None:
    """A page more, in the menu."""
    text = f"---\ntitle: 第{number}页\nmenu: {1 + number % 5}\n---\n正文\n"
    (clerk.root / f"content/page-{number % 4}.md").write_text(text, "utf-8")


def touch(clerk: Clerk, number: int) -> None:
    """A file saved again as it was."""
    if path := _pick(clerk, number):
        path.write_bytes(path.read_bytes())


def change_secretly(clerk: Clerk, number: int) -> None:
    """Another content of the same size, with the file's time set back."""
    if path := _pick(clerk, number):
        times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
        _change(path, "20", "02") if number % 2 else _change(path, "02", "20")
        os.utime(path, ns=times)


def attach(clerk: Clerk, number: int) -> None:
    """An attachment comes, is replaced, or goes while a record still names it."""
    path = clerk.root / "content/files/form.csv"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True) if number % 5 == 0 else path.write_text(f"date,{number % 3}\n", "utf-8")


def design(clerk: Clerk, number: int) -> None:
    """A template of the tool's taken over and changed: well, or so that it goes wrong in use, or cannot be read."""
    name = TEMPLATES[number % len(TEMPLATES)]
    words = (f"<b>{number}</b>", f"<i>{number}</i>", "<u>x</u>", "{{ nothing.here }}", "{% if %}")[number % 5]
    text = (HOME / "templates" / name).read_text("utf-8")
    changed = re.sub(r"({% block (?!title|state)\w+ %})", rf"\1{words}", text, count=1)
    path = clerk.root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(changed if changed != text else text + words, "utf-8")


def redesign(clerk: Clerk, number: int) -> None:
    """One of the project's own templates goes."""
    if path := _pick(clerk, number, "templates/**/*.html"):
        path.unlink()


def colour(clerk: Clerk, number: int) -> None:
    """Another style."""
    (clerk.root / "templates/static/own.css").write_text(f".lead {{ order: {number % 4} }}\n", "utf-8")


def move_house(clerk: Clerk, number: int) -> None:
    """Something about the site itself, which stands on every page."""
    path = clerk.root / "data/site.yaml"
    if path.exists():
        lines = path.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("phone:", "default_language:", "base_url:"))]
        extra = [f"phone: 0879-612080{number % 10}", f"default_language: {('zh-CN', 'en')[number % 2]}"]
        extra += ["base_url: https://shiqiao.example.org/"] if number % 3 else []
        path.write_text("\n".join([*kept, *extra, ""]), "utf-8")


def wait(clerk: Clerk, number: int) -> None:
    """Time passes, or goes back."""
    clerk.day = (DAY, "2026-03-05", "2026-07-09")[number % 3]


def open_up(clerk: Clerk, number: int) -> None:
    """The site is built for others."""
    clerk.audience = ("public", "staff")[number % 2]


def hide(clerk: Clerk, number: int) -> None:
    """A record is for the staff only, or for everybody again."""
    if path := _pick(clerk, number, "data/*/*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("audience: staff\n", "") if "\naudience: " in text else text + "audience: staff\n"
        )


def meddle(clerk: Clerk, number: int) -> None:
    """Somebody changes or deletes a published file."""
    if path := _pick(clerk, number, "output/**/*"):
        path.unlink() if number % 2 else path.write_bytes(path.read_bytes()[::-1])


def damage(clerk: Clerk, number: int) -> None:
    """What the tool remembers is spoilt, but for the copy that it keeps of the one thing it cannot do without."""
    if path := _pick(clerk, number, ".site-builder/output/*[!ky]"):
        path.write_bytes(path.read_bytes()[: number % 300])


def undo(clerk: Clerk, number: int) -> None:
    """Back to an earlier state."""
    steps = 1 + number % 3
    if len(clerk.before) > steps:
        clerk.restore(clerk.before[-steps - 1])


EDITS: tuple[Edit, ...] = (
    retitle, anglicise, write_body, reprice, spend, add_row, rename, delete, add, add_page, touch, change_secretly,
    attach, design, design, redesign, colour, move_house, wait, open_up, hide, meddle, damage, undo, undo, undo,
)  # fmt: skip
