"""Reads what the documents tell people to write: blocks that bear a file's name, and edits."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it is for (empty where it names none), and what it says."""

    language: str
    title: str
    text: str

    def write(self, root: Path) -> None:
        """Put the block into its file below `root`: a difference is carried out, anything else is the whole file."""
        path = root / self.title
        if self.language == "diff":
            path.write_text(changed(path.read_text("utf-8"), self.text), "utf-8")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, "utf-8")


def blocks(document: str) -> tuple[Block, ...]:
    """Every fenced block of a document of the repository, in order."""
    return tuple(Block(*found) for found in _BLOCK.findall((ROOT / document).read_text("utf-8")))


def changed(text: str, difference: str) -> str:
    """The text with the lines that begin with ``-`` replaced by those that begin with ``+``."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line.startswith(("-", " ")))
    new = "".join(line[1:] for line in lines if line.startswith(("+", " ")))
    assert text.count(old) == 1, f"these lines are not there just once:\n{old}"
    return text.replace(old, new)
