"""Where other packages say that they add kinds, rules or exports."""

import sys
from collections.abc import Iterator
from pathlib import Path


class BrokenPlugIn(Exception):
    """Another package adds something to this tool that cannot be used; the message names it, and what it came to."""


def plug_ins() -> Iterator[Path]:
    """The lists of entry points in which another package names something of ours.

    Found by hand: importing `importlib.metadata` takes longer than all the rest of a build without changes.
    """
    for place in dict.fromkeys(sys.path):
        for points in Path(place).glob("*.*-info/entry_points.txt"):
            if "[site_builder." in points.read_text("utf-8", "replace"):
                yield points
