"""What the operating system must bring along, whether it is there, and how to get it.

Nothing of this comes with Python packages: PDFs need Pango, the browser tests need Chromium. Without them everything
else still works, so what is missing is a value to be told, not an error.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.words import Words

_LIBRARIES = {
    # What people call it: its names on Linux, macOS and Windows.
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz-Subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

_INSTALLERS = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --noconfirm",
    "brew": "brew install",
}

_PACKAGES = {
    "pdf": {
        "apt-get": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "dnf": "pango",
        "pacman": "pango",
        "brew": "pango",
    },
    "browser": {"apt-get": "chromium", "dnf": "chromium", "pacman": "chromium", "brew": "--cask chromium"},
}

_WHY = {
    "pdf": Words(
        "没有它就不能生成 PDF；网页、数据和其他一切照常", "no PDFs without it; pages, data and all else work"
    ),
    "browser": Words(
        "只有浏览器测试需要它；生成网站不需要", "only the browser tests need it; building does not"
    ),
}

_TITLES = {
    "pdf": Words("Pango 与 HarfBuzz（排版 PDF）", "Pango and HarfBuzz (for PDFs)"),
    "browser": Words("Chromium（浏览器测试）", "Chromium (for browser tests)"),
}


@dataclass(frozen=True, slots=True)
class Machine:
    """What installing depends on: the package manager found here, and whether we may use it as we are."""

    installer: str
    """``apt-get``, ``dnf``, ``pacman``, ``brew``, or nothing."""
    root: bool


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that the operating system must bring along."""

    name: str
    """``pdf`` or ``browser``."""
    title: Words
    present: bool
    missing: tuple[str, ...]
    """The parts that were not found."""
    why: Words
    """What cannot be done without it, and what can."""
    command: str
    """The exact command that installs it here; empty where no package manager is known."""

    def advice(self) -> Words:
        """How to get it, in one sentence."""
        if self.command:
            return Words(f"请运行：{self.command}", f"run: {self.command}")
        what = ", ".join(self.missing)
        return Words(
            f"请用本系统的软件包管理器安装：{what}", f"install with the system's package manager: {what}"
        )


def needs() -> tuple[Need, ...]:
    """Everything the operating system must bring along, looked for now."""
    here = machine()
    lacking = {"pdf": missing_libraries(), "browser": () if browser() else ("Chromium",)}
    return tuple(
        Need(name, _TITLES[name], not parts, parts, _WHY[name], command(name, here))
        for name, parts in lacking.items()
    )


def machine() -> Machine:
    """The machine we are on."""
    installer = next((name for name in _INSTALLERS if shutil.which(name)), "")
    return Machine(installer, root=hasattr(os, "geteuid") and os.geteuid() == 0)


def command(name: str, here: Machine) -> str:
    """The command that installs the need called `name` on the machine `here`."""
    packages = _PACKAGES[name].get(here.installer)
    if packages is None:
        return ""
    # Homebrew refuses to run as root.
    before = "" if here.root or here.installer == "brew" else "sudo "
    return f"{before}{_INSTALLERS[here.installer]} {packages}"


def browser() -> str | None:
    """The program that opens pages in tests: the one ``CHROMIUM`` names, else the first that is found."""
    named = os.environ.get("CHROMIUM", "")
    found = (shutil.which(name) for name in ((named,) if named else _BROWSERS))
    places = () if named else (place for place in _MAC_BROWSERS if Path(place).exists())
    return next((path for path in (*found, *places) if path), None)


def missing_libraries() -> tuple[str, ...]:
    """The libraries that printing needs and that cannot be loaded."""
    return tuple(title for title, names in _LIBRARIES.items() if load(names) is None)


def pango_version() -> str:
    """The version of Pango here; empty when there is none."""
    pango = load(_LIBRARIES["Pango"])
    if pango is None:
        return ""
    pango.pango_version_string.restype = ctypes.c_char_p
    return str(pango.pango_version_string().decode())


def load(names: Iterable[str]) -> ctypes.CDLL | None:
    """The first library that loads; asking the loader is the one test that cannot be wrong."""
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def can_install(here: Machine) -> bool:
    """Whether we may install without asking: root on a Debian, and not told to keep our hands off."""
    return here.root and here.installer == "apt-get" and os.environ.get("SITE_BUILDER_SYSTEM") != "keep"


def install(wanted: Iterable[Need]) -> None:
    """Installs what is missing among `wanted` with apt; whoever calls looks afterwards whether it is there."""
    packages = [package for need in wanted for package in _PACKAGES[need.name]["apt-get"].split()]
    patience = ("-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (("update",), ("install", "-y", "--no-install-recommends", *packages)):
        subprocess.run(
            ["apt-get", *patience, *words],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=quiet,
        )
