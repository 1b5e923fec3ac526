"""Says in plain words what this machine has and what it lacks.

For whoever asks ``site-builder doctor``, and for the Makefile (``python -m site_builder.edge.doctor --install pdf``).
It starts fast, imports nothing of what it looks for, and never stops because something is missing.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from site_builder.edge.needs import Need, browser, can_install, install, machine, needs, pango_version
from site_builder.fonts import FACES, folder
from site_builder.model.words import Words

DEPENDENCIES = (
    "jinja2", "markdown", "msgspec", "nh3", "pillow", "polib", "pypdf", "pyyaml", "segno", "watchdog", "weasyprint",
)  # fmt: skip
"""The packages we run on, as pyproject.toml names them."""

_INOTIFY = Path("/proc/sys/fs/inotify/max_user_watches")
_ENOUGH_WATCHES = 8192


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was found, and what to do if it is not."""

    good: bool
    what: Words
    advice: Words = Words("", "")

    def line(self, language: str) -> str:
        """The line in the report."""
        mark = "✓" if self.good else "✗"
        advice = "" if self.good else self.advice.say(language)
        return f"{mark} {self.what.say(language)}" + (f" — {advice}" if advice else "")


def report(language: str) -> str:
    """What this machine has and lacks, one line each, in `language`."""
    return "\n".join(check.line(language) for check in checks())


def checks() -> Iterator[Check]:
    """Everything the report tells, in its order."""
    yield _python()
    yield from map(_dependency, DEPENDENCIES)
    yield _yaml_loader()
    yield _fonts()
    yield from map(_need, needs())
    yield _git()
    if _INOTIFY.exists():
        yield _watches()


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    advice = Words("需要 3.11 或更新的版本", "3.11 or newer is needed")
    return Check(sys.version_info >= (3, 11), Words(f"Python {found}", f"Python {found}"), advice)


def _dependency(name: str) -> Check:
    try:
        return Check(True, same(f"{name} {metadata.version(name)}"))
    except metadata.PackageNotFoundError:
        return Check(False, same(name), same(f"python -m pip install {name}"))


def _yaml_loader() -> Check:
    advice = Words(
        "读取 YAML 会慢很多；请安装带 libyaml 的 PyYAML",
        "YAML is read much more slowly; install a PyYAML with libyaml",
    )
    try:
        fast = util.find_spec("yaml._yaml") is not None
    except ModuleNotFoundError:
        fast = False
    return Check(fast, Words("YAML 快速读取（libyaml）", "fast reading of YAML (libyaml)"), advice)


def _fonts() -> Check:
    place = folder()
    count = sum((place / face.file).is_file() for face in FACES)
    what = Words(f"字体 {count}/{len(FACES)}（{place}）", f"fonts {count}/{len(FACES)} ({place})")
    advice = Words("软件包不完整，请重新安装", "the package is incomplete: install it again")
    return Check(count == len(FACES), what, advice)


def _need(need: Need) -> Check:
    found = {"pdf": pango_version, "browser": browser}[need.name]() if need.present else ""
    what = Words(f"{need.title.zh} {found}".rstrip(), f"{need.title.en} {found}".rstrip())
    return Check(need.present, what, explain(need))


def _git() -> Check:
    program = shutil.which("git")
    advice = Words(
        "没有 git 就没有修订记录；其他一切照常", "no history of changes without git; all else works"
    )
    if program is None:
        return Check(False, same("git"), advice)
    try:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=10, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return Check(False, same(f"git ({program})"), advice)
    return Check(True, same(said.strip() or program))


def _watches() -> Check:
    try:
        limit = int(_INOTIFY.read_text())
    except (OSError, ValueError):
        limit = 0
    advice = same(f"sudo sysctl fs.inotify.max_user_watches={_ENOUGH_WATCHES * 8}")
    return Check(
        limit >= _ENOUGH_WATCHES,
        Words(f"可监视的文件夹：{limit}", f"folders that can be watched: {limit}"),
        advice,
    )


def same(text: str) -> Words:
    """A text that reads alike in every language: a name, a version, a command."""
    return Words(text, text)


def explain(need: Need) -> Words:
    """Which parts of `need` are missing, what is lost without them, and how to get them."""
    parts, advice = ", ".join(need.missing), need.advice()
    return Words(f"缺少 {parts}；{need.why.zh}。{advice.zh}", f"{parts} missing; {need.why.en}; {advice.en}")


def main(words: Sequence[str] | None = None) -> int:
    """Reports, or installs or demands some needs by name; what the Makefile calls."""
    parser = argparse.ArgumentParser(prog="python -m site_builder.edge.doctor", description=__doc__)
    parser.add_argument(
        "--install", default="", metavar="pdf,browser", help="install what is missing, if we may"
    )
    parser.add_argument("--require", default="", metavar="pdf,browser", help="fail if something is missing")
    options = parser.parse_args(words)
    language = _language()
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without ✓ must not stop us
        sys.stdout.reconfigure(errors="replace")
    if not options.install and not options.require:
        print(report(language))
        return 0
    _try_to_install(_missing(options.install), language)
    for need in _missing(f"{options.install},{options.require}"):
        print(f"✗ {need.title.say(language)} — {explain(need).say(language)}", flush=True)
    return 1 if _missing(options.require) else 0


def _missing(names: str) -> tuple[Need, ...]:
    return tuple(need for need in needs() if need.name in names.split(",") and not need.present)


def _try_to_install(wanted: tuple[Need, ...], language: str) -> None:
    if wanted and can_install(machine()):
        for need in wanted:
            said = Words("正在安装", "installing")
            print(f"{said.say(language)} {need.title.say(language)} … {need.command}", flush=True)
        install(wanted)


def _language() -> str:
    """The language of the terminal: Chinese, unless its environment says English."""
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "en" if said.startswith("en") else "zh-CN"


if __name__ == "__main__":
    sys.exit(main())
